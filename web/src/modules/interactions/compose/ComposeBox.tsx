import { PenLine } from 'lucide-react'
import { useEffect, useImperativeHandle, useRef, useState, type RefObject } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { beginHandling, endHandling, type Handled } from '../../../api/handling.ts'
import { newIdNow } from '../../../api/new-key.ts'
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
  const { entry, setEntry, isOpen, open, close, done } = useEntry(customerId)
  const box = useRef<HTMLElement>(null)
  useImperativeHandle(handle, () => ({
    open: (kind) => {
      open(kind)
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
          onDone={done}
          onClose={close}
        />
      ) : (
        <AriaButton
          onPress={() => open()}
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

/** What is being written down, kept as a draft, with the id that it will have. */
function useEntry(customerId: string) {
  const { person } = useSession()
  const { found, keep } = useDraft<Entry>(`interaction.${customerId}.${person?.id ?? ''}`)
  const [entry, setEntry] = useState<Entry>(found ?? emptyEntry)
  const [isOpen, setOpen] = useState(found !== null)
  useEffect(() => keep(isWritten(entry) ? entry : null), [keep, entry])
  useHandled(customerId, entry, isOpen)
  return {
    entry,
    setEntry,
    isOpen,
    open: (kind?: Kind) => {
      setEntry((before) => ({ ...before, ...(kind && !isWritten(before) && { kind }), id: before.id ?? newIdNow() }))
      setOpen(true)
    },
    close: () => setOpen(false),
    done: () => {
      const { kind, id, direction, channel } = entry
      if (isHandled(kind) && id !== undefined) endHandling(customerId, { kind, id })
      setEntry({ ...emptyEntry, kind, direction, channel })
      setOpen(false)
    },
  }
}

const isHandled = (kind: Kind): kind is Handled['kind'] => kind === 'call' || kind === 'message'

/** While a call or message is written down, what is written into the file comes of it. */
function useHandled(customerId: string, entry: Entry, isOpen: boolean) {
  const { kind, id } = entry
  const isAtIt = isOpen || isWritten(entry)
  useEffect(() => {
    if (id !== undefined) beginHandling(customerId, isAtIt && isHandled(kind) ? { kind, id } : null)
  }, [customerId, kind, id, isAtIt])
}
