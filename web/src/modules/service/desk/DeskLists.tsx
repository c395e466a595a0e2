import { requestRoutes } from '@parvandeh/contract'
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { Inbox, UserCheck, Users } from 'lucide-react'
import { useState } from 'react'
import { query, useWrite } from '../../../api/query.ts'
import { useMay } from '../../../api/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import type { RequestFilters, RequestSearch } from '../list/request-search.ts'
import { requestQuery } from '../request-query.ts'
import { readRecent } from '../recent.ts'
import type { RequestRow } from '../request.types.ts'
import { deskOrder } from './desk-order.ts'
import { DeskRow } from './DeskRow.tsx'
import { useDeskWords } from './messages.ts'

const shownRows = 50

const deskQuery = (filters: RequestFilters) =>
  query(requestRoutes.list, { query: { ...filters, status: 'unfinished', sort: 'priority', limit: shownRows } })

/** My unfinished requests, in the order in which they matter. */
export function MyRequests({ search }: { search: RequestSearch & { holderId: string } }) {
  const words = useDeskWords()
  const list = useQuery(deskQuery({ holderId: search.holderId }))
  return (
    <Card flush title={words.mine} actions={<AllLink search={search} />}>
      {list.error && <ErrorState failure={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      {list.data?.rows.length === 0 && (
        <EmptyState compact icon={<UserCheck size={22} />} title={words.mineEmpty}>
          {words.mineEmptyText}
        </EmptyState>
      )}
      <ul>{list.data && deskOrder(list.data.rows).map((row) => <DeskRow key={row.id} row={row} />)}</ul>
    </Card>
  )
}

/** What has reached my unit and nobody has taken. */
export function UnitQueue({ search }: { search: RequestSearch & { unitId: string } }) {
  const words = useDeskWords()
  const may = useMay()
  const list = useQuery(deskQuery({ holderId: 'nobody', unitId: search.unitId }))
  return (
    <Card flush title={words.queue} actions={<AllLink search={search} />}>
      {list.error && <ErrorState failure={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      {list.data?.rows.length === 0 && (
        <EmptyState compact icon={<Inbox size={22} />} title={words.queueEmpty}>
          {words.queueEmptyText}
        </EmptyState>
      )}
      <ul>
        {list.data?.rows.map((row) => (
          <DeskRow key={row.id} row={row}>
            {may('service.write') && <TakeButton row={row} />}
          </DeskRow>
        ))}
      </ul>
    </Card>
  )
}

/** Said in place of the queue to whoever has none. */
export function NoUnit() {
  const words = useDeskWords()
  return (
    <Card flush title={words.queue}>
      <EmptyState compact icon={<Users size={22} />} title={words.noUnit}>
        {words.noUnitText}
      </EmptyState>
    </Card>
  )
}

function TakeButton({ row }: { row: RequestRow }) {
  const words = useDeskWords()
  const client = useQueryClient()
  const refresh = () => void client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/api/requests') })
  const take = useWrite(requestRoutes.take, {
    onSuccess: () => toast({ text: words.taken }),
    onError: toastFailure,
    // A refusal most often means that a colleague was faster: the list is then old too.
    onSettled: refresh,
  })
  return (
    <Button
      size="small"
      pending={take.isPending}
      onPress={() => take.mutate({ params: { customerId: row.customerId, requestId: row.id }, body: {} })}
    >
      {words.take}
    </Button>
  )
}

/** The requests that were opened last, as they are now; what has gone out of reach is left out. */
export function RecentRequests({ personId }: { personId: string }) {
  const words = useDeskWords()
  const [numbers] = useState(() => readRecent(personId))
  const reads = useQueries({ queries: numbers.map(requestQuery) })
  const found = reads.flatMap(({ data }) => (data ? [data] : []))
  return (
    <Card flush title={words.recent}>
      {found.length === 0 && <p className="px-4 py-3 text-small text-muted">{words.recentEmpty}</p>}
      <ul>
        {found.map((row) => (
          <DeskRow key={row.id} row={row} />
        ))}
      </ul>
    </Card>
  )
}

function AllLink({ search }: { search: RequestSearch }) {
  const words = useDeskWords()
  return (
    <Link to="/requests" search={search} className="px-2 text-small">
      {words.all}
    </Link>
  )
}

const Waiting = () => (
  <div className="px-4 py-3">
    <SkeletonLines lines={4} />
  </div>
)
