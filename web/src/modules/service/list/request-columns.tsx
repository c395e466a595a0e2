import { useDirectory } from '../../../api/directory.ts'
import { useFormat } from '../../../persian/format.ts'
import { Link } from '../../../ui/Link.tsx'
import type { Column } from '../../../ui/Table.tsx'
import { useServiceWords } from '../messages.ts'
import { PriorityMark } from '../PriorityMark.tsx'
import type { RequestRow } from '../request.types.ts'
import { RequestNumber } from '../RequestNumber.tsx'
import { RequestStatusBadge } from '../RequestStatusBadge.tsx'
import { Age } from './Age.tsx'

/** The columns of the list: what, whose, how pressing, in whose hands, and since when. */
export function useRequestColumns(): readonly Column<RequestRow>[] {
  const words = useServiceWords()
  const format = useFormat()
  const { personName, unitName } = useDirectory()
  return [
    { key: 'number', header: words.number, phone: 'line', cell: ({ number }) => <RequestNumber number={number} className="text-muted tabular-nums" /> },
    { key: 'priority', header: words.priority, sort: { ascending: 'priority', descending: 'priority' }, cell: ({ priority }) => <PriorityMark priority={priority} /> },
    { key: 'subject', header: words.subject, phone: 'title', grow: true, cell: (row) => <Subject row={row} /> },
    { key: 'customer', header: words.customer, cell: ({ customerName }) => <Cut>{customerName}</Cut> },
    { key: 'status', header: words.status, phone: 'aside', cell: ({ status }) => <RequestStatusBadge status={status} /> },
    { key: 'holder', header: words.holder, cell: ({ holderId }) => (holderId ? <Cut>{personName(holderId)}</Cut> : <span className="text-faint">{words.nobody}</span>) },
    { key: 'unit', header: words.unit, phone: 'hidden', cell: ({ unitId }) => <Cut>{unitName(unitId)}</Cut> },
    {
      key: 'reported',
      header: words.reported,
      phone: 'hidden',
      sort: { ascending: 'reported', descending: '-reported' },
      cell: ({ reportedAt }) => <span title={format.moment(reportedAt)}>{format.relative(reportedAt)}</span>,
    },
    { key: 'age', header: words.age, phone: 'aside', cell: (row) => <Age row={row} /> },
  ]
}

function Subject({ row: { number, subject } }: { row: RequestRow }) {
  return (
    // The keys walk rows, not links: Tab goes past the list at once.
    <Link to="/requests/$number" params={{ number }} tabIndex={-1} title={subject} className="font-medium text-text!">
      <bdi>{subject}</bdi>
    </Link>
  )
}

function Cut({ children }: { children: string | undefined }) {
  return (
    <span className="block max-w-40 truncate" title={children}>
      <bdi>{children}</bdi>
    </span>
  )
}
