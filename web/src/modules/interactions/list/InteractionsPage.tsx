import { interactionRoutes, type ResponseOf } from '@parvandeh/contract'
import { instantOfLocal } from '@parvandeh/contract/persian'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDirectory } from '../../../api/directory.ts'
import { addressOf } from '../../../api/call.ts'
import { pages } from '../../../api/query.ts'
import { useMay } from '../../../api/session.ts'
import { isBare, withoutParts } from '../../../lists/list-search.ts'
import { RecordList } from '../../../lists/RecordList.tsx'
import { useFormat } from '../../../persian/format.ts'
import { toneText } from '../../../ui/Badge.tsx'
import { Cut } from '../../../ui/Bidi.tsx'
import { Button, buttonClass } from '../../../ui/Button.tsx'
import { PeriodField } from '../../../ui/date/PeriodField.tsx'
import { daysOf } from '../../../ui/date/periods.ts'
import { Link } from '../../../ui/Link.tsx'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import type { Column } from '../../../ui/Table.tsx'
import { lookOf, titleOf } from '../look.ts'
import { useInteractionWords } from '../messages.ts'
import type { InteractionSearch } from './interaction-search.ts'
import { useListWords } from './messages.ts'
import { useInteractionFilters } from './use-interaction-filters.ts'

type Row = ResponseOf<typeof interactionRoutes.list>['rows'][number]

/** Calls, visits, messages and notes over all files that the person may see, newest first. */
export function InteractionsPage() {
  const words = useListWords()
  const navigate = useNavigate()
  const may = useMay()
  const search = useSearch({ from: '/app/interactions' })
  const columns = useInteractionColumns()
  const asked = useAsked(search)
  const list = useInfiniteQuery({ ...pages(interactionRoutes.list, { query: asked }), placeholderData: (before) => before })
  const show = (next: InteractionSearch) => void navigate({ to: '/interactions', search: next, replace: true })
  const narrow = (change: InteractionSearch) => show({ ...search, ...change })
  const isNarrowed = !isBare(asked)
  return (
    <Page fills title={words.title}>
      <title>{words.title}</title>
      <RecordList
        name="interactions"
        label={words.title}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        search={search}
        onShow={show}
        leading={<PeriodField optional label={words.period} value={search.period} onChange={(period) => narrow({ period })} />}
        filters={useInteractionFilters(search, narrow)}
        onClear={() => narrow({ kind: undefined, direction: undefined, personId: undefined, period: undefined })}
        presets={[{ id: 'all', label: words.all, search: {} }]}
        preset={isNarrowed ? null : 'all'}
        onOpen={({ customerId }) => void navigate({ to: '/customers/$customerId', params: { customerId } })}
        exportHref={may('customers.export') ? (out) => addressOf(interactionRoutes.export, { query: { ...asked, ...out } }) : undefined}
        empty={<Nothing isNarrowed={isNarrowed} onClear={() => show({})} />}
      />
    </Page>
  )
}

/** What the server is asked: the period as moments of the organisation's days. */
function useAsked(search: InteractionSearch) {
  const { period, ...others } = withoutParts(search)
  const { zone, today } = useFormat()
  if (period === undefined) return others
  const { from, to } = daysOf(period, today())
  const at = (day: string) => instantOfLocal(day, '00:00:00', zone).toISOString()
  return { ...others, from: at(from), to: at(to) }
}

function useInteractionColumns(): readonly Column<Row>[] {
  const { columns } = useListWords()
  const words = useInteractionWords()
  const format = useFormat()
  return [
    {
      key: 'when',
      header: columns.when,
      phone: 'aside',
      width: 128,
      text: ({ startedAt }) => format.moment(startedAt),
      cell: ({ startedAt }) => <span title={format.moment(startedAt)}>{format.relative(startedAt)}</span>,
    },
    {
      key: 'what',
      header: columns.what,
      width: 168,
      essential: true,
      text: (row) => titleOf(row, words),
      group: (row) => ({ key: titleOf(row, words), name: titleOf(row, words) }),
      cell: (row) => <What title={titleOf(row, words)} row={row} />,
    },
    {
      key: 'customer',
      header: columns.customer,
      phone: 'title',
      width: 176,
      text: ({ customerName }) => customerName,
      cell: ({ customerId, customerName }) => (
        <Link
          to="/customers/$customerId"
          params={{ customerId }}
          tabIndex={-1}
          className="block max-w-56 truncate font-medium text-text!"
          title={customerName}
        >
          <Cut>{customerName}</Cut>
        </Link>
      ),
    },
    {
      key: 'subject',
      header: columns.subject,
      grow: true,
      text: ({ subject, body }) => subject || body.slice(0, 200),
      cell: ({ subject, body }) => <Cut className={subject ? undefined : 'text-muted'}>{subject || body.slice(0, 200)}</Cut>,
    },
    ...useWhoColumns(),
  ]
}

/** Who spoke for the organisation, and for how long. */
function useWhoColumns(): readonly Column<Row>[] {
  const { columns } = useListWords()
  const format = useFormat()
  const { personName } = useDirectory()
  return [
    {
      key: 'person',
      header: columns.person,
      phone: 'hidden',
      width: 152,
      text: ({ personId }) => personName(personId),
      group: ({ personId }) => ({ key: personId ?? '', name: personName(personId) ?? '—' }),
      cell: ({ personId }) => <Cut className="max-w-44">{personName(personId)}</Cut>,
    },
    {
      key: 'length',
      header: columns.length,
      phone: 'hidden',
      width: 104,
      text: ({ minutes }) => (minutes ? format.duration(minutes * 60) : ''),
      cell: ({ minutes }) => (minutes ? format.duration(minutes * 60) : ''),
    },
  ]
}

function What({ title, row }: { title: string; row: Row }) {
  const { icon: Icon, tone } = lookOf(row)
  return (
    <span className="flex items-center gap-2">
      <Icon size={16} aria-hidden="true" className={`shrink-0 ${toneText[tone]}`} />
      {title}
    </span>
  )
}

function Nothing({ isNarrowed, onClear }: { isNarrowed: boolean; onClear: () => void }) {
  const words = useListWords()
  if (isNarrowed) return <EmptyState title={words.noneTitle} action={<Button onPress={onClear}>{words.clear}</Button>} />
  return (
    <EmptyState
      title={words.emptyTitle}
      action={
        <Link to="/customers" className={buttonClass('primary', 'medium', 'text-on-accent! no-underline!')}>
          {words.toCustomers}
        </Link>
      }
    >
      {words.emptyText}
    </EmptyState>
  )
}
