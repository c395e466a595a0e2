import { useFormat } from '../../../persian/format.ts'
import { Cut } from '../../../ui/Bidi.tsx'
import { Link } from '../../../ui/Link.tsx'
import type { Column } from '../../../ui/Table.tsx'
import { useServiceWords } from '../messages.ts'
import type { RequestRow } from '../request.types.ts'
import { RequestNumber } from '../RequestNumber.tsx'
import { RequestStatusBadge } from '../RequestStatusBadge.tsx'
import { Age, useAgeSaid } from './Age.tsx'
import { useListWords } from './messages.ts'
import { useAboutColumns, useHandColumns } from './changeable-columns.tsx'
import type { RequestEdits } from './use-request-edits.ts'

/** The columns of the list: what, whose, how pressing, in whose hands, and since when. */
export function useRequestColumns(edits: RequestEdits): readonly Column<RequestRow>[] {
  const words = useServiceWords()
  const format = useFormat()
  const ageSaid = useAgeSaid()
  const dates = useDateColumns()
  const hand = useHandColumns(edits)
  const about = useAboutColumns(edits)
  return [
    {
      key: 'number',
      header: words.number,
      phone: 'line',
      width: 88,
      essential: true,
      text: ({ number }) => format.digits(number),
      cell: ({ number }) => <RequestNumber number={number} className="text-muted" />,
    },
    hand.priority,
    {
      key: 'subject',
      header: words.subject,
      phone: 'title',
      grow: true,
      text: ({ subject }) => subject,
      cell: (row) => <Subject row={row} />,
    },
    {
      key: 'customer',
      header: words.customer,
      phone: 'hidden',
      width: 120,
      text: ({ customerName }) => customerName,
      cell: ({ customerName }) => <Cut>{customerName}</Cut>,
    },
    {
      key: 'status',
      header: words.status,
      phone: 'aside',
      width: 116,
      text: ({ status }) => words.statuses[status],
      group: ({ status }) => ({ key: status, name: words.statuses[status] }),
      cell: ({ status }) => <RequestStatusBadge status={status} />,
    },
    hand.holder,
    hand.unit,
    ...about,
    ...dates,
    {
      key: 'age',
      header: words.age,
      phone: 'aside',
      width: 128,
      text: ageSaid,
      cell: (row) => <Age row={row} />,
    },
  ]
}

/** When it was reported, and the moments that are offered beside. */
function useDateColumns(): readonly Column<RequestRow>[] {
  const words = useServiceWords()
  const listWords = useListWords()
  const format = useFormat()
  const said = (at: string | null) => (at === null ? '' : format.moment(at))
  const moment = (key: 'registeredAt' | 'firstResponseAt' | 'resolvedAt', header: string): Column<RequestRow> => ({
    key,
    header,
    optional: true,
    phone: 'hidden',
    width: 152,
    text: (row) => said(row[key]),
    cell: (row) => <span className="text-muted">{said(row[key])}</span>,
  })
  return [
    {
      key: 'reported',
      header: listWords.reported,
      phone: 'hidden',
      width: 126,
      sort: { ascending: 'reported', descending: '-reported' },
      text: ({ reportedAt }) => format.moment(reportedAt),
      cell: ({ reportedAt }) => <span title={format.moment(reportedAt)}>{format.relative(reportedAt)}</span>,
    },
    moment('registeredAt', words.registered),
    moment('firstResponseAt', words.firstResponse),
    moment('resolvedAt', words.resolved),
  ]
}

/** The subject; on a phone with the customer under it. */
function Subject({ row: { number, subject, customerName } }: { row: RequestRow }) {
  return (
    <>
      {/* The keys walk rows, not links: Tab goes past the list at once. */}
      <Link to="/requests/$number" params={{ number }} tabIndex={-1} className="block font-medium text-text!">
        <Cut>{subject}</Cut>
      </Link>
      <span className="block truncate text-small font-normal text-muted md:hidden print:hidden">
        <bdi>{customerName}</bdi>
      </span>
    </>
  )
}
