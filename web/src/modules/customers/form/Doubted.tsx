import { TriangleAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { Doubt } from './doubts.ts'
import { useFormWords } from './messages.ts'
import { useForm } from './use-customer-form.ts'

interface DoubtedProps {
  field: string
  /** Takes the suggested value. */
  onSuggestion?: (value: string) => void
  children: ReactNode
  className?: string
}

/** A field with what is doubted about its value: mended by one press, or kept with a reason. Never a wall. */
export function Doubted({ field, onSuggestion, children, className }: DoubtedProps) {
  const { doubts, values, set } = useForm()
  const found = doubts.get(field) ?? []
  const reason = values.reasons[field]
  return (
    <div className={className ?? 'min-w-0'}>
      {children}
      <div role="status">
        {found.length > 0 && (
          <DoubtNote
            doubts={found}
            reason={reason}
            onReason={(given) => set({ reasons: { ...values.reasons, [field]: given } })}
            onSuggestion={onSuggestion}
          />
        )}
      </div>
    </div>
  )
}

interface DoubtNoteProps {
  doubts: readonly Doubt[]
  reason: string | undefined
  onReason: (reason: string) => void
  onSuggestion: ((value: string) => void) | undefined
}

/** What looks wrong, with the two ways onward. */
export function DoubtNote({ doubts, reason, onReason, onSuggestion }: DoubtNoteProps) {
  const words = useFormWords()
  const format = useFormat()
  const [isAsking, setAsking] = useState(false)
  const suggestion = doubts.find((doubt) => doubt.suggestion !== null)?.suggestion
  const isKept = reason !== undefined && reason !== '' && !isAsking
  return (
    <div data-doubted className="mt-1 rounded-control bg-caution-soft px-2.5 py-1.5 text-small text-caution">
      <p className="flex items-start gap-1.5">
        <TriangleAlert size={15} aria-hidden="true" className="mt-0.75 shrink-0" />
        <span>{isKept ? words.doubt.kept(reason) : doubts.map(({ message }) => message).join(' ')}</span>
      </p>
      {isKept && <NoteAction onPress={() => setAsking(true)}>{words.doubt.change}</NoteAction>}
      {!isKept && !isAsking && (
        <div className="flex flex-wrap gap-x-1">
          {suggestion && onSuggestion && (
            <NoteAction onPress={() => onSuggestion(suggestion)}>{words.doubt.use(format.digits(suggestion))}</NoteAction>
          )}
          <NoteAction onPress={() => setAsking(true)}>{words.doubt.keep}</NoteAction>
        </div>
      )}
      {isAsking && (
        <ReasonField
          reason={reason ?? ''}
          onReason={(given) => {
            onReason(given)
            setAsking(false)
          }}
        />
      )}
    </div>
  )
}

function NoteAction({ onPress, children }: { onPress: () => void; children: string }) {
  return (
    <Button size="small" variant="quiet" className="-ms-1.5 px-1.5! text-caution! underline underline-offset-4" onPress={onPress}>
      {children}
    </Button>
  )
}

function ReasonField({ reason, onReason }: { reason: string; onReason: (reason: string) => void }) {
  const words = useFormWords()
  const [typed, setTyped] = useState(reason)
  const done = () => typed.trim() !== '' && onReason(typed.trim())
  return (
    <div className="mt-1 flex flex-col gap-1.5 pb-1">
      <TextField
        autoFocus
        label={words.doubt.why}
        placeholder={words.doubt.placeholder}
        maxLength={300}
        value={typed}
        onChange={setTyped}
        onBlur={done}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          done()
        }}
      />
      <div className="flex flex-wrap gap-1.5">
        {Object.values(words.doubt.quick).map((quick) => (
          <Button key={quick} size="small" onPress={() => onReason(quick)}>
            {quick}
          </Button>
        ))}
      </div>
    </div>
  )
}
