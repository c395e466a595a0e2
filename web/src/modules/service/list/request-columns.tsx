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
    { key: 'number', header: words.number, phone: 'line', cell: ({ number }) => <RequestNumber number={number} className="text-muted" /> },
    {
      key: 'priority',
      header: words.priority,
      sort: { ascending: 'priority', descending: 'priority' },
      cell: ({ priority }) => <PriorityMark priority={priority} />,
    },
    { key: 'subject', header: words.subject, phone: 'title', grow: true, cell: (row) => <Subject row={row} /> },
    { key: 'customer', header: words.customer, phone: 'hidden', cell: ({ customerName }) => <Cut>{customerName}</Cut> },
    { key: 'status', header: words.status, phone: 'aside', cell: ({ status }) => <RequestStatusBadge status={status} /> },
    {
      key: 'holder',
      phone: 'hidden',
      header: `${words.holder} · ${words.unit}`,
      cell: ({ holderId, unitId }) => <Holder name={holderId === null ? null : (personName(holderId) ?? '')} unit={unitName(unitId)} />,
    },
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

/** The subject; on a phone with the customer under it. */
function Subject({ row: { number, subject, customerName } }: { row: RequestRow }) {
  return (
    <>
      {/* The keys walk rows, not links: Tab goes past the list at once. */}
      <Link to="/requests/$number" params={{ number }} tabIndex={-1} title={subject} className="font-medium text-text! max-md:line-clamp-1">
        <bdi>{subject}</bdi>
      </Link>
      <span className="block truncate text-small font-normal text-muted md:hidden">
        <bdi>{customerName}</bdi>
      </span>
    </>
  )
}

/** Who has it in hand, above the unit. */
function Holder({ name, unit }: { name: string | null; unit: string | undefined }) {
  const { nobody } = useServiceWords()
  return (
    <span className="block max-w-44 leading-5">
      <span className={name === null ? 'block truncate text-faint' : 'block truncate'} title={name ?? undefined}>
        <bdi>{name ?? nobody}</bdi>
      </span>
      {unit && (
        <span className="block truncate text-caption leading-4 text-muted" title={unit}>
          <bdi>{unit}</bdi>
        </span>
      )}
    </span>
  )
}

function Cut({ children }: { children: string | undefined }) {
  return (
    <span className="block max-w-44 truncate" title={children}>
      <bdi>{children}</bdi>
    </span>
  )
}
