import { MessageCircleWarning } from 'lucide-react'
import { useServiceWords } from '../messages.ts'
import { useNow } from '../now.ts'
import type { RequestRow } from '../request.types.ts'
import { useSpan } from '../span.ts'

const unfinished: readonly RequestRow['status'][] = ['new', 'open', 'waiting']

/** How long the customer has been waiting, or how long it took; a sign says that nobody has answered yet. */
export function Age({ row: { status, reportedAt, resolvedAt, closedAt, firstResponseAt } }: { row: RequestRow }) {
  const words = useServiceWords()
  const span = useSpan()
  const now = useNow()
  const isOpen = unfinished.includes(status)
  const end = isOpen ? now : new Date(resolvedAt ?? closedAt ?? NaN)
  const seconds = (end.getTime() - new Date(reportedAt).getTime()) / 1000
  return (
    <span className="inline-flex items-center gap-1.5">
      <span className={isOpen ? undefined : 'text-faint'}>{span(seconds >= 3600 ? Math.floor(seconds / 3600) * 3600 : seconds)}</span>
      {isOpen && firstResponseAt === null && (
        <span title={words.unanswered} className="text-caution">
          <MessageCircleWarning size={15} aria-hidden="true" />
          <span className="sr-only">{words.unanswered}</span>
        </span>
      )}
    </span>
  )
}
