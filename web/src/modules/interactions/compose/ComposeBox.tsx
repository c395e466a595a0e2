import { PenLine } from 'lucide-react'
import { useEffect, useImperativeHandle, useRef, useState, type RefObject } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useSession } from '../../../api/session.ts'
import { classes, focusRing } from '../../../ui/classes.ts'
import { Kbd } from '../../../ui/Kbd.tsx'
import { useDraft } from '../../../ui/draft.ts'
import { ComposeForm } from './ComposeForm.tsx'
import { emptyEntry, type Entry, isWritten, type Kind } from './entry.ts'
import { useComposeWords } from './messages.ts'

/** Opens the form from outside: by a key, or a button of the page. */
export interface ComposeHandle {
  open: (kind?: Kind) => void
}

interface ComposeBoxProps {
  customerId: string
  /** Open requests of the customer, which what is logged may be about. */
  requests: readonly { id: string; label: string; hint?: string }[]
  mayAttach: boolean
  handle: RefObject<ComposeHandle | null>
}

// The strip above hides what passes beneath between the top bar and the box.
const stuck =
  'sticky top-16 z-5 border-line shadow-raised before:absolute before:-inset-x-px before:bottom-[calc(100%+1px)] before:h-2 before:bg-canvas'

/** One line that is always at hand, and opens into the form for calls, visits, messages and notes. */
export function ComposeBox({ customerId, requests, mayAttach, handle }: ComposeBoxProps) {
  const words = useComposeWords()
  const { person } = useSession()
  const { found, keep } = useDraft<Entry>(`interaction.${customerId}.${person?.id ?? ''}`)
  const [entry, setEntry] = useState<Entry>(found ?? emptyEntry)
  const [isOpen, setOpen] = useState(found !== null)
  const box = useRef<HTMLElement>(null)
  useEffect(() => keep(isWritten(entry) ? entry : null), [keep, entry])
  useImperativeHandle(handle, () => ({
    open: (kind) => {
      if (kind && !isWritten(entry)) setEntry({ ...entry, kind })
      setOpen(true)
      requestAnimationFrame(() => {
        box.current?.scrollIntoView({ block: 'nearest' })
        box.current?.querySelector<HTMLElement>('textarea')?.focus()
      })
    },
  }))
  return (
    <section
      ref={box}
      aria-label={words.title}
      className={classes('scroll-mt-20 rounded-card border bg-surface', isOpen ? 'border-accent-line' : stuck)}
    >
      {isOpen ? (
        <ComposeForm
          customerId={customerId}
          requests={requests}
          mayAttach={mayAttach}
          entry={entry}
          onChange={setEntry}
          onDone={() => {
            setEntry({ ...emptyEntry, kind: entry.kind, direction: entry.direction, channel: entry.channel })
            setOpen(false)
          }}
          onClose={() => setOpen(false)}
        />
      ) : (
        <AriaButton
          onPress={() => setOpen(true)}
          className={classes(
            'flex min-h-12 w-full cursor-text items-center gap-3 rounded-card px-4 text-start text-faint data-hovered:text-muted',
            focusRing,
          )}
        >
          <PenLine size={17} aria-hidden="true" className="shrink-0" />
          <span className="min-w-0 flex-1 truncate">{isWritten(entry) ? entry.subject || entry.body : words.prompt}</span>
          <span className="max-md:hidden">
            <Kbd keys="A" />
          </span>
        </AriaButton>
      )}
    </section>
  )
}
