import { CheckCircle2, CircleAlert, Info, X } from 'lucide-react'
import {
  Button as AriaButton,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { Text } from 'react-aria-components'
import { Button } from './Button.tsx'
import { focusRing } from './classes.ts'
import { useUiWords } from './messages.ts'

interface ToastWords {
  text: string
  /** A second sentence: what was kept, what to do. */
  detail?: string | undefined
  tone?: 'done' | 'news' | 'failed'
  /** Takes the change back. Undo is better than asking beforehand. */
  onUndo?: () => void
  /** How long undo is offered, in milliseconds, where that is longer than usual. */
  staysFor?: number
}

const shownMilliseconds = 6000
const undoMilliseconds = 10_000
const queue = new ToastQueue<ToastWords>({ maxVisibleToasts: 4 })

/** Says in passing what happened, with undo where there is one. A failure stays until it is closed. */
export function toast(words: ToastWords): void {
  const timeout = words.onUndo ? (words.staysFor ?? undoMilliseconds) : shownMilliseconds
  queue.add(words, words.tone === 'failed' ? {} : { timeout })
}

/** Shows a failure of the server in passing, for writes that have no form to show it in. */
export function toastFailure(failure: { title: string; detail?: string | undefined }): void {
  toast({ text: failure.title, detail: failure.detail, tone: 'failed' })
}

const icons = { done: CheckCircle2, news: Info, failed: CircleAlert }
const colours = { done: 'text-positive', news: 'text-notice', failed: 'text-danger' }

/** The place where toasts appear; once in the app, in the shell. */
export function Toasts() {
  const words = useUiWords()
  return (
    <ToastRegion
      queue={queue}
      className="fixed bottom-4 start-4 z-50 flex max-w-[calc(100vw-2rem)] flex-col gap-2 outline-none max-md:bottom-20"
    >
      {({ toast: shown }) => {
        const { text, detail, tone = 'done', onUndo } = shown.content
        const Icon = icons[tone]
        return (
          <AriaToast
            toast={shown}
            className={`flex w-96 max-w-full items-start gap-3 rounded-card bg-raised py-2.5 ps-4 pe-2 shadow-floating animate-[appear_140ms_ease-out] ${focusRing}`}
          >
            <Icon size={18} aria-hidden="true" className={`mt-1 shrink-0 ${colours[tone]}`} />
            <ToastContent className="min-w-0 flex-1">
              <Text slot="title" className="block text-body">
                {text}
              </Text>
              {detail && (
                <Text slot="description" className="block text-small text-muted">
                  {detail}
                </Text>
              )}
            </ToastContent>
            {onUndo && (
              <Button
                size="small"
                variant="quiet"
                onPress={() => {
                  onUndo()
                  queue.close(shown.key)
                }}
              >
                {words.undo}
              </Button>
            )}
            <AriaButton
              slot="close"
              aria-label={words.close}
              className={`grid size-7 shrink-0 cursor-pointer place-items-center rounded-control text-muted data-hovered:bg-hover ${focusRing}`}
            >
              <X size={16} />
            </AriaButton>
          </AriaToast>
        )
      }}
    </ToastRegion>
  )
}
