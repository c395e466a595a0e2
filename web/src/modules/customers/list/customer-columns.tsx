import { UserRoundPen } from 'lucide-react'
import { useDirectory } from '../../../api/directory.ts'
import { useMay, useSession } from '../../../api/session.ts'
import { useFormat } from '../../../persian/format.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import { Bidi, Cut } from '../../../ui/Bidi.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Sign } from '../../../ui/Sign.tsx'
import type { Column } from '../../../ui/Table.tsx'
import { KindIcon } from '../KindIcon.tsx'
import { useCustomerWords } from '../messages.ts'
import { usePlaces } from '../../../places/places.ts'
import type { CustomerRow } from './customer-row.types.ts'
import { useListWords } from './messages.ts'
import { useClassColumns } from './use-class-columns.tsx'
import { useOwnColumns } from './use-own-columns.tsx'
import type { useCustomerEdits } from './use-customer-edits.ts'

/** The columns of the list: who, how to reach, where, whose, and when we last met. */
export function useCustomerColumns(
  onChange: ReturnType<typeof useCustomerEdits>,
  names: Readonly<Record<string, string>>,
): readonly Column<CustomerRow>[] {
  const words = useListWords()
  const format = useFormat()
  const { cityName } = usePlaces()
  const { columns } = words
  const { kinds } = useCustomerWords()
  return [
    {
      key: 'name',
      header: columns.name,
      phone: 'title',
      grow: true,
      essential: true,
      sort: { ascending: 'name', descending: '-name' },
      text: ({ displayName }) => displayName,
      cell: (row) => <Name row={row} />,
    },
    {
      key: 'code',
      header: columns.code,
      width: 72,
      text: ({ code }) => format.digits(code),
      cell: ({ code }) => (
        <Bidi ltr className="text-muted">
          {format.digits(code)}
        </Bidi>
      ),
    },
    {
      key: 'kind',
      header: columns.kind,
      optional: true,
      phone: 'hidden',
      width: 104,
      text: ({ kind }) => kinds[kind],
      group: ({ kind }) => ({ key: kind, name: kinds[kind] }),
      cell: ({ kind }) => kinds[kind],
    },
    {
      key: 'phone',
      header: columns.phone,
      width: 132,
      text: ({ mainPhone }) => mainPhone && format.phone(mainPhone),
      cell: ({ mainPhone }) => mainPhone && <Bidi ltr>{format.phone(mainPhone)}</Bidi>,
    },
    {
      key: 'city',
      header: columns.city,
      width: 88,
      text: ({ cityId }) => cityName(cityId),
      group: ({ cityId }) => ({ key: String(cityId ?? ''), name: cityName(cityId) ?? words.noCity }),
      cell: ({ cityId }) => <Cut>{cityName(cityId)}</Cut>,
    },
    ...useResponsibleColumns(onChange),
    ...useDateColumns(names),
  ]
}

/** Whose customer it is; changed where it stands. */
function useResponsibleColumns(onChange: ReturnType<typeof useCustomerEdits>): readonly Column<CustomerRow>[] {
  const words = useListWords()
  const { columns } = words
  const { personName, unitName, units, activePeople } = useDirectory()
  const mayWrite = useMay()('customers.write')
  const named = (rows: readonly { id: string; name: string }[]) => rows.map(({ id, name }) => ({ id, label: name }))
  return [
    {
      key: 'unit',
      header: columns.unit,
      phone: 'hidden',
      width: 112,
      text: ({ unitId }) => unitName(unitId),
      group: ({ unitId }) => ({ key: unitId ?? '', name: unitName(unitId) ?? words.noUnit }),
      cell: ({ unitId }) => <Cut>{unitName(unitId)}</Cut>,
      edit: {
        options: named(units),
        value: ({ unitId }) => unitId,
        may: () => mayWrite,
        none: words.noUnit,
        onChange: (row, unitId) => onChange(row, { unitId }),
      },
    },
    {
      key: 'owner',
      header: columns.owner,
      phone: 'hidden',
      width: 136,
      text: ({ ownerId }) => personName(ownerId),
      group: ({ ownerId }) => ({ key: ownerId ?? '', name: personName(ownerId) ?? words.noOwner }),
      cell: ({ ownerId }) => <Cut>{personName(ownerId)}</Cut>,
      edit: {
        options: named(activePeople),
        value: ({ ownerId }) => ownerId,
        may: () => mayWrite,
        none: words.noOwner,
        onChange: (row, ownerId) => onChange(row, { ownerId }),
      },
    },
  ]
}

function useDateColumns(names: Readonly<Record<string, string>>): readonly Column<CustomerRow>[] {
  const words = useListWords()
  const { columns } = words
  const format = useFormat()
  const seesEveryContact = useSession().permissions['interactions.read'] === 'all'
  return [
    {
      key: 'contact',
      header: columns.contact,
      phone: 'aside',
      width: 124,
      text: ({ lastContactAt }) => (lastContactAt ? format.moment(lastContactAt) : ''),
      // Order would tell of contacts that the reader may not see; only who sees them all may ask for it.
      ...(seesEveryContact && { sort: { ascending: 'contact', descending: '-contact' } }),
      cell: ({ lastContactAt }) =>
        lastContactAt ? (
          <span title={format.moment(lastContactAt)}>{format.relative(lastContactAt)}</span>
        ) : (
          <span className="text-faint">{words.never}</span>
        ),
    },
    {
      key: 'created',
      header: columns.created,
      phone: 'hidden',
      width: 116,
      sort: { ascending: 'created', descending: '-created' },
      text: ({ createdAt }) => format.date(createdAt),
      cell: ({ createdAt }) => <span className="text-muted">{format.date(createdAt)}</span>,
    },
    ...useFurtherColumns(names),
  ]
}

/** Those that are shown once they are chosen. */
function useFurtherColumns(names: Readonly<Record<string, string>>): readonly Column<CustomerRow>[] {
  return [...useReckonedColumns(), ...useClassColumns(), ...useOwnColumns(names)]
}

/** How complete a file is and how far it is to be relied on. They move with every change, so no list is ordered by them. */
function useReckonedColumns(): readonly Column<CustomerRow>[] {
  const { columns } = useListWords()
  const format = useFormat()
  return (['completeness', 'trust'] as const).map((key) => {
    const text = (row: CustomerRow) => (typeof row[key] === 'number' ? format.percent(row[key]) : '')
    return { key, header: columns[key], optional: true, phone: 'hidden', width: 112, figures: true, text, cell: text }
  })
}

function Name({ row: { customerId, displayName, kind, provisional } }: { row: CustomerRow }) {
  const words = useCustomerWords()
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Avatar name={displayName} size="small" />
      {/* The keys walk rows, not links: Tab goes past the list at once. */}
      <Link to="/customers/$customerId" params={{ customerId }} tabIndex={-1} className="min-w-0 truncate font-medium text-text!">
        <Cut>{displayName}</Cut>
      </Link>
      {kind === 'organisation' && <KindIcon kind={kind} label={words.kinds.organisation} />}
      {provisional && <Sign icon={UserRoundPen} label={words.provisional} tone="caution" />}
    </span>
  )
}
