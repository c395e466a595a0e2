import { MessageCircleWarning } from 'lucide-react'
import { useServiceWords } from '../messages.ts'
import { useNow } from '../now.ts'
import type { RequestRow } from '../request.types.ts'
import { useSpan } from '../span.ts'

const unfinished: readonly RequestRow['status'][] = ['new', 'open', 'waiting']

/** Says how long the customer has been waiting, or how long it took; beyond an hour, in whole hours. */
export function useAgeSaid(): (row: RequestRow) => string {
  const span = useSpan()
  const now = useNow()
  return ({ status, reportedAt, resolvedAt, closedAt }) => {
    const end = unfinished.includes(status) ? now : new Date(resolvedAt ?? closedAt ?? NaN)
    const seconds = (end.getTime() - new Date(reportedAt).getTime()) / 1000
    return span(seconds >= 3600 ? Math.floor(seconds / 3600) * 3600 : seconds)
  }
}

/** The age of a request; a sign says that nobody has answered yet. */
export function Age({ row }: { row: RequestRow }) {
  const words = useServiceWords()
  const said = useAgeSaid()
  const isOpen = unfinished.includes(row.status)
  return (
    <span className="inline-flex items-center gap-1.5">
      <span className={isOpen ? undefined : 'text-faint'}>{said(row)}</span>
      {isOpen && row.firstResponseAt === null && (
        <span title={words.unanswered} className="text-caution">
          <MessageCircleWarning size={15} aria-hidden="true" />
          <span className="sr-only">{words.unanswered}</span>
        </span>
      )}
    </span>
  )
}
