import { daysBetween } from '@parvandeh/contract/persian'
import { useFormat } from '../../../persian/format.ts'
import { Bidi, Cut } from '../../../ui/Bidi.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import type { Column } from '../../../ui/Table.tsx'
import { useSalesWords } from '../messages.ts'
import type { ChequeRow } from '../sales.types.ts'
import { ChequeStateBadge } from '../signs.tsx'
import { useChequeWords } from './messages.ts'

/** The columns of the list: when due, whose, how much, where it is, and what may be done. */
export function useChequeColumns(onMove: (row: ChequeRow) => void): readonly Column<ChequeRow>[] {
  const { columns, move } = useChequeWords()
  const { states } = useSalesWords()
  const format = useFormat()
  return [
    {
      key: 'due',
      header: columns.due,
      phone: 'aside',
      width: 176,
      essential: true,
      text: ({ dueDay }) => format.day(dueDay),
      group: ({ dueDay }) => ({ key: dueDay.slice(0, 7), name: format.day(dueDay, 'month') }),
      cell: (row) => <Due row={row} />,
    },
    {
      key: 'customer',
      header: columns.customer,
      phone: 'title',
      grow: true,
      text: ({ customerName }) => customerName,
      cell: ({ customerId, customerName }) => (
        <Link to="/customers/$customerId" params={{ customerId }} tabIndex={-1} className="block font-medium text-text!">
          <Cut>{customerName}</Cut>
        </Link>
      ),
    },
    {
      key: 'amount',
      header: columns.amount,
      figures: true,
      phone: 'line',
      width: 156,
      text: ({ amount }) => format.number(amount),
      cell: ({ amount }) => <Bidi>{format.money(amount)}</Bidi>,
    },
    {
      key: 'state',
      header: columns.state,
      phone: 'line',
      width: 124,
      text: ({ state }) => states[state],
      group: ({ state }) => ({ key: state, name: states[state] }),
      cell: ({ state }) => <ChequeStateBadge state={state} />,
    },
    ...usePrintedColumns(),
    {
      key: 'act',
      header: columns.act,
      phone: 'line',
      width: 136,
      cell: (row) =>
        row.can.move && (
          <Button size="small" onPress={() => onMove(row)}>
            {move}
          </Button>
        ),
    },
  ]
}

/** What is printed on the leaf. */
function usePrintedColumns(): readonly Column<ChequeRow>[] {
  const { columns } = useChequeWords()
  const format = useFormat()
  const plain = (key: 'bank' | 'branch' | 'holder', width: number, optional = false): Column<ChequeRow> => ({
    key,
    header: columns[key],
    phone: 'hidden',
    width,
    optional,
    text: (row) => row[key],
    cell: (row) => <Cut>{row[key]}</Cut>,
  })
  const digits = (key: 'serial' | 'sayad', of: (row: ChequeRow) => string, width: number, optional = false): Column<ChequeRow> => ({
    key,
    header: columns[key],
    phone: 'hidden',
    width,
    optional,
    text: of,
    cell: (row) => <Bidi ltr>{format.digits(of(row))}</Bidi>,
  })
  return [
    plain('bank', 112),
    digits('serial', ({ serial }) => serial, 112),
    digits('sayad', ({ sayadId }) => sayadId ?? '', 168, true),
    plain('branch', 112, true),
    plain('holder', 136, true),
  ]
}

function Due({ row: { dueDay, state } }: { row: ChequeRow }) {
  const words = useChequeWords()
  const format = useFormat()
  const late = daysBetween(dueDay, format.today())
  const isLate = late > 0 && (state === 'in-hand' || state === 'deposited')
  return (
    <span title={format.day(dueDay, 'long')} className="inline-flex flex-wrap items-baseline gap-x-2">
      {format.day(dueDay)}
      {isLate && <span className="text-small text-danger">{words.late(format.number(late))}</span>}
    </span>
  )
}
