import { CloudUpload, WifiOff } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useSession } from '../../api/session.ts'
import { sendWaiting, useWaitingWrites } from '../../api/waiting-writes.ts'
import { useFormat } from '../../persian/format.ts'
import { Button } from '../../ui/Button.tsx'
import { toast } from '../../ui/toast.tsx'
import { useWaitingWords } from './messages.ts'
import { WaitingDialog } from './WaitingDialog.tsx'

const lookAgainMilliseconds = 10_000

function followNetwork(listener: () => void) {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Says that the network is down, and what was written meanwhile and not sent yet; sends it when it is back. */
export function WaitingNotice() {
  const words = useWaitingWords()
  const { number } = useFormat()
  const isOnline = useSyncExternalStore(followNetwork, () => navigator.onLine)
  const waiting = useWaitingWrites()
  const [isOpen, setOpen] = useState(false)
  useSending(
    waiting.some(({ refusal }) => refusal === undefined),
    isOnline,
  )
  const count = number(waiting.length)
  const Icon = isOnline ? CloudUpload : WifiOff
  return (
    <div role="status" data-print="no">
      {(!isOnline || waiting.length > 0) && (
        <p className="flex flex-wrap items-center justify-center gap-x-2 border-b border-line bg-danger-soft px-4 py-1 text-small text-danger">
          <Icon size={15} aria-hidden="true" className="shrink-0" />
          {!isOnline && words.offline} {waiting.length > 0 && words.waiting(count)}
          {waiting.length > 0 && (
            <Button size="small" variant="quiet" className="-my-0.5 text-danger!" onPress={() => setOpen(true)}>
              {words.show}
            </Button>
          )}
        </p>
      )}
      {isOpen && <WaitingDialog onClose={() => setOpen(false)} />}
    </div>
  )
}

/** Tries at once when the network comes back, and every few seconds while something waits. */
function useSending(isWaiting: boolean, isOnline: boolean) {
  const words = useWaitingWords()
  const { number } = useFormat()
  const me = useSession().person?.id
  useEffect(() => {
    if (!isWaiting || !isOnline || me === undefined) return
    const send = async () => {
      const { sent, refused } = await sendWaiting(me)
      if (sent > 0) toast({ text: words.sent(number(sent)) })
      for (const { label, refusal } of refused) toast({ text: words.refused(label), detail: refusal, tone: 'failed' })
    }
    void send()
    const timer = setInterval(() => void send(), lookAgainMilliseconds)
    return () => clearInterval(timer)
    // The words and the numbers of a language do not begin a new sending.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isWaiting, isOnline, me])
}
