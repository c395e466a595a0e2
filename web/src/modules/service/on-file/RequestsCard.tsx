import { requestRoutes } from '@parvandeh/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { Link as AriaLink } from 'react-aria-components'
import { pages, rowsOf } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { buttonClass } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { MorePages } from '../../../ui/MorePages.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { PriorityMark } from '../PriorityMark.tsx'
import type { RequestRow } from '../request.types.ts'
import { RequestNumber } from '../RequestNumber.tsx'
import { RequestStatusBadge } from '../RequestStatusBadge.tsx'
import { useOnFileWords } from './messages.ts'

/** The read of a customer's requests that are not finished. */
export const openRequestsOf = (customerId: string) =>
  pages(requestRoutes.list, { query: { customerId, status: 'unfinished', sort: 'priority', limit: 20 } })

/** What is open for the customer, the most pressing first. */
export function RequestsCard({ customerId, mayRegister }: { customerId: string; mayRegister: boolean }) {
  const words = useOnFileWords()
  const list = useInfiniteQuery(openRequestsOf(customerId))
  const rows = rowsOf(list.data)
  const create = mayRegister && (
    <AriaLink href={`/requests/new?customer=${customerId}`} className={buttonClass('quiet', 'small')}>
      <Plus size={15} aria-hidden="true" />
      {words.create}
    </AriaLink>
  )
  return (
    <Card title={words.title} actions={create}>
      {list.isPending && <SkeletonLines />}
      {list.error && <ErrorState failure={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <p className="text-muted">{words.none}</p>}
      <ul className="-mx-2 flex flex-col">
        {rows.map((row) => (
          <RequestLine key={row.id} row={row} />
        ))}
      </ul>
      <MorePages hasMore={list.hasNextPage} isPending={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
      <p className="mt-2 text-small">
        <Link to="/requests" search={{ customerId, status: 'any' }}>
          {words.all}
        </Link>
      </p>
    </Card>
  )
}

function RequestLine({ row: { number, subject, status, priority, reportedAt } }: { row: RequestRow }) {
  const format = useFormat()
  return (
    <li>
      <Link
        to="/requests/$number"
        params={{ number }}
        className="block rounded-control! px-2 py-1.5 text-text! no-underline! hover:bg-hover"
      >
        <span className="line-clamp-2 leading-6 font-medium">
          <bdi>{subject}</bdi>
        </span>
        <span className="mt-0.5 flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-small text-muted">
          <RequestStatusBadge status={status} />
          {(priority === 'high' || priority === 'urgent') && <PriorityMark priority={priority} />}
          <RequestNumber number={number} />
          <span title={format.moment(reportedAt)}>{format.relative(reportedAt)}</span>
        </span>
      </Link>
    </li>
  )
}
