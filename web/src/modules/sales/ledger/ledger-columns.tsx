import { useFormat } from '../../../persian/format.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Bidi, Cut } from '../../../ui/Bidi.tsx'
import type { Column } from '../../../ui/Table.tsx'
import { useSalesWords } from '../messages.ts'
import type { LedgerRow } from '../sales.types.ts'
import { ChequeStateBadge } from '../signs.tsx'
import { useLedgerWords } from './messages.ts'

/** The columns of a ledger, as accountants know them. */
export function useLedgerColumns(): readonly Column<LedgerRow>[] {
  const { columns } = useLedgerWords()
  const { kinds, voided } = useSalesWords()
  const format = useFormat()
  return [
    {
      key: 'day',
      header: columns.day,
      phone: 'aside',
      width: 96,
      text: (row) => format.day(row.day),
      cell: (row) => <span title={format.day(row.day, 'long')}>{format.day(row.day)}</span>,
    },
    {
      key: 'kind',
      header: columns.kind,
      phone: 'title',
      width: 128,
      essential: true,
      text: ({ kind }) => kinds[kind],
      group: ({ kind }) => ({ key: kind, name: kinds[kind] }),
      cell: ({ kind, voided: isVoid }) => (
        <span className="inline-flex items-center gap-2">
          <span className={isVoid ? 'line-through' : undefined}>{kinds[kind]}</span>
          {isVoid && <Badge tone="danger">{voided}</Badge>}
        </span>
      ),
    },
    {
      key: 'number',
      header: columns.number,
      phone: 'line',
      width: 76,
      text: ({ number }) => format.digits(number),
      cell: ({ number }) => <Bidi>{format.digits(number)}</Bidi>,
    },
    {
      key: 'description',
      header: columns.description,
      phone: 'hidden',
      grow: true,
      text: (row) => format.digits(said(row)),
      cell: (row) => <Cut className="text-muted">{format.digits(said(row))}</Cut>,
    },
    ...useSumColumns(),
    ...useStandingColumns(),
  ]
}

const said = ({ description, reference, cheque }: LedgerRow): string =>
  description || [cheque?.bank, cheque?.serial, reference].filter(Boolean).join(' · ')

/** Debit, credit and the balance after it. An offer, and what was voided, says its amount and stands in neither. */
function useSumColumns(): readonly Column<LedgerRow>[] {
  const { columns } = useLedgerWords()
  const format = useFormat()
  const sum = (rials: number) => <Bidi>{format.money(rials)}</Bidi>
  const debitOf = ({ effect }: LedgerRow) => (effect > 0 ? effect : null)
  const creditOf = ({ effect }: LedgerRow) => (effect < 0 ? -effect : null)
  return [
    {
      key: 'debit',
      header: columns.debit,
      figures: true,
      phone: 'line',
      width: 134,
      text: (row) => (debitOf(row) === null ? '' : format.number(debitOf(row) ?? 0)),
      cell: (row) => {
        const debit = debitOf(row)
        if (row.effect === 0) return <span className="text-faint">({sum(row.amount)})</span>
        return debit === null ? '' : sum(debit)
      },
    },
    {
      key: 'credit',
      header: columns.credit,
      figures: true,
      phone: 'line',
      width: 134,
      text: (row) => (creditOf(row) === null ? '' : format.number(creditOf(row) ?? 0)),
      cell: (row) => {
        const credit = creditOf(row)
        return credit === null ? '' : sum(credit)
      },
    },
    {
      key: 'balance',
      header: columns.balance,
      figures: true,
      phone: 'hidden',
      width: 138,
      text: ({ running }) => format.number(running),
      cell: ({ running }) => <span className="font-medium">{sum(running)}</span>,
    },
  ]
}

/** When it falls due, and where a cheque is. */
function useStandingColumns(): readonly Column<LedgerRow>[] {
  const { columns } = useLedgerWords()
  const { states } = useSalesWords()
  const format = useFormat()
  const day = (value: string | null) => (value === null ? '' : format.day(value))
  return [
    {
      key: 'dueDay',
      header: columns.dueDay,
      phone: 'hidden',
      width: 96,
      text: (row) => day(row.dueDay),
      cell: (row) => day(row.dueDay),
    },
    {
      key: 'state',
      header: columns.state,
      phone: 'line',
      width: 112,
      text: ({ cheque }) => (cheque ? states[cheque.state] : ''),
      cell: ({ cheque }) => cheque && <ChequeStateBadge state={cheque.state} />,
    },
  ]
}
