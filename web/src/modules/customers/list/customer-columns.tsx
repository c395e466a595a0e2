import type { customerRow } from '@parvandeh/contract'
import type { z } from 'zod'
import { useDirectory } from '../../../api/directory.ts'
import { useSession } from '../../../api/session.ts'
import { useFormat } from '../../../persian/format.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { Bidi, Cut } from '../../../ui/Bidi.tsx'
import { Link } from '../../../ui/Link.tsx'
import type { Column } from '../../../ui/Table.tsx'
import { KindIcon } from '../KindIcon.tsx'
import { useCustomerWords } from '../messages.ts'
import { usePlaces } from '../places.ts'
import { useListWords } from './messages.ts'

export type CustomerRow = z.output<typeof customerRow>

/** The columns of the list: who, how to reach, where, whose, and when we last met. */
export function useCustomerColumns(): readonly Column<CustomerRow>[] {
  const words = useListWords()
  const format = useFormat()
  const { personName, unitName } = useDirectory()
  const { cityName } = usePlaces()
  const { columns } = words
  const seesEveryContact = useSession().permissions['interactions.read'] === 'all'
  return [
    {
      key: 'name',
      header: columns.name,
      phone: 'title',
      grow: true,
      sort: { ascending: 'name', descending: '-name' },
      cell: (row) => <Name row={row} />,
    },
    {
      key: 'code',
      header: columns.code,
      cell: ({ code }) => (
        <Bidi ltr className="text-muted">
          {format.digits(code)}
        </Bidi>
      ),
    },
    { key: 'phone', header: columns.phone, cell: ({ mainPhone }) => mainPhone && <Bidi ltr>{format.phone(mainPhone)}</Bidi> },
    { key: 'city', header: columns.city, cell: ({ cityId }) => cityName(cityId) },
    { key: 'unit', header: columns.unit, phone: 'hidden', cell: ({ unitId }) => <Cut className="max-w-36">{unitName(unitId)}</Cut> },
    { key: 'owner', header: columns.owner, phone: 'hidden', cell: ({ ownerId }) => <Cut className="max-w-36">{personName(ownerId)}</Cut> },
    {
      key: 'contact',
      header: columns.contact,
      phone: 'aside',
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
      sort: { ascending: 'created', descending: '-created' },
      cell: ({ createdAt }) => <span className="text-muted">{format.date(createdAt)}</span>,
    },
  ]
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
      {provisional && <Badge tone="caution">{words.provisional}</Badge>}
    </span>
  )
}
