import { interactionKinds, interactionRoutes, requestRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useSession } from '../../../api/session.ts'
import { useLastingWrite } from '../../../api/waiting-writes.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { FieldRow, FormFailure } from '../../../ui/FormLayout.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Kbd } from '../../../ui/Kbd.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { TextArea, TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { kindIcons } from '../look.ts'
import { useInteractionWords } from '../messages.ts'
import { AttachedFiles, useAttachments } from './AttachedFiles.tsx'
import { bodyOf, type Entry, whyNot } from './entry.ts'
import { AboutRequest, EntryFacts } from './EntryFacts.tsx'
import { useComposeWords } from './messages.ts'

interface ComposeFormProps {
  customerId: string
  requests: readonly { id: string; label: string; hint?: string }[]
  mayAttach: boolean
  entry: Entry
  onChange: (entry: Entry) => void
  onDone: () => void
  onClose: () => void
}

/** One form for a call, a visit, a message and a note. Ctrl+Enter sends it, Escape folds it and keeps what was typed. */
export function ComposeForm({ customerId, requests, mayAttach, entry, onChange, onDone, onClose }: ComposeFormProps) {
  const words = useComposeWords()
  const set = (change: Partial<Entry>) => onChange({ ...entry, ...change })
  const attachments = useAttachments(customerId)
  const { send, isPending, failure, said } = useSend(customerId, entry, attachments.documentIds, () => {
    attachments.clear()
    onDone()
  })
  const submit = () => (attachments.isSending ? toast({ text: words.waitForFiles, tone: 'news' }) : send())
  // Taken on the way down: fields of numbers and lists keep their keys to themselves.
  const onKeysBefore = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    submit()
  }
  const onKeys = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose()
  }
  const problems = failure?.byField ?? {}
  return (
    <form
      aria-label={words.title}
      className="flex flex-col gap-3 p-3"
      onKeyDownCapture={onKeysBefore}
      onKeyDown={onKeys}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <KindTabs entry={entry} set={set} onClose={onClose} />
      {failure && <FormFailure failure={failure} />}
      <EntryFacts entry={entry} set={set} problems={problems} />
      <FieldRow>
        <TextField
          label={words.subject}
          placeholder={words.subjectPlaceholder}
          maxLength={300}
          value={entry.subject}
          onChange={(subject) => set({ subject })}
          problem={problems.subject}
        />
        {requests.length > 0 && entry.kind !== 'parcel' && <AboutRequest entry={entry} set={set} requests={requests} />}
      </FieldRow>
      <TextArea
        autoFocus
        label={words.body}
        placeholder={words.placeholders[entry.kind]}
        rows={3}
        maxLength={20_000}
        value={entry.body}
        onChange={(body) => set({ body })}
        problem={problems.body ?? (said === 'note-empty' ? words.noteEmpty : undefined)}
      />
      {mayAttach && <AttachedFiles attachments={attachments} />}
      <Foot label={words.saves[entry.kind]} isPending={isPending} isIncomplete={said === 'incomplete'} />
    </form>
  )
}

function Foot({ label, isPending, isIncomplete }: { label: string; isPending: boolean; isIncomplete: boolean }) {
  const words = useComposeWords()
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button type="submit" variant="primary" pending={isPending}>
        {label}
      </Button>
      <span className="text-caption text-faint max-md:hidden">
        <Kbd keys="Ctrl+Enter" />
      </span>
      {isIncomplete && <span className="text-small text-danger">{words.incomplete}</span>}
    </div>
  )
}

function KindTabs({ entry, set, onClose }: { entry: Entry; set: (change: Partial<Entry>) => void; onClose: () => void }) {
  const words = useComposeWords()
  const { kinds } = useInteractionWords()
  const options = interactionKinds.map((id) => {
    const Icon = kindIcons[id]
    return { id, label: kinds[id], icon: <Icon size={15} aria-hidden="true" className="max-sm:hidden" /> }
  })
  return (
    <div className="flex items-center gap-2">
      <Segmented className="min-w-0 flex-1" label={words.kind} options={options} value={entry.kind} onChange={(kind) => set({ kind })} />
      <IconButton label={words.close} keys="Esc" icon={<X size={17} />} onPress={onClose} />
    </div>
  )
}

/** Sends the entry to the file, or to the request that it is about. */
function useSend(customerId: string, entry: Entry, documentIds: readonly string[], onSent: () => void) {
  const words = useComposeWords()
  const { zone } = useFormat()
  const client = useQueryClient()
  const { organisation } = useSession()
  const lasting = {
    label: () => `${words.saves[entry.kind]}: ${(entry.subject.trim() || entry.body.trim()).slice(0, 60)}`,
    onKept: onSent,
    onSuccess: () => {
      toast({ text: words.saved[entry.kind] })
      onSent()
      // The live message says the same; where it is cut off, this is what refreshes the page.
      void client.invalidateQueries({ predicate: ({ queryKey }) => isAbout(queryKey, customerId) })
    },
  }
  const onFile = useLastingWrite(interactionRoutes.log, lasting)
  const onRequest = useLastingWrite(requestRoutes.logInteraction, lasting)
  const { isPending, error: failure } = entry.requestId ? onRequest : onFile
  const [said, setSaid] = useState<ReturnType<typeof whyNot>>(null)
  const send = () => {
    const reason = whyNot(entry)
    setSaid(reason)
    if (reason || isPending) return
    const body = bodyOf(entry, documentIds, new Date(), organisation?.zone ?? zone)
    if (entry.requestId && entry.kind !== 'parcel') onRequest.mutate({ params: { customerId, requestId: entry.requestId }, body })
    else onFile.mutate({ params: { customerId }, body })
  }
  return { send, isPending, failure, said }
}

function isAbout([path, asked]: readonly unknown[], customerId: string): boolean {
  if (path === interactionRoutes.list.path) return true
  const { params } = (asked ?? {}) as { params?: { customerId?: string } }
  return params?.customerId === customerId
}
