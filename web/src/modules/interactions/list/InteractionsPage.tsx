import { interactionRoutes, type ResponseOf } from '@parvandeh/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDirectory } from '../../../api/directory.ts'
import { moreOf, pages, rowsOf } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { toneText } from '../../../ui/Badge.tsx'
import { Cut } from '../../../ui/Bidi.tsx'
import { Button, buttonClass } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState, ErrorState } from '../../../ui/states.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import { lookOf, titleOf } from '../look.ts'
import { useInteractionWords } from '../messages.ts'
import { InteractionFilters } from './InteractionFilters.tsx'
import type { InteractionSearch } from './interaction-search.ts'
import { useListWords } from './messages.ts'

type Row = ResponseOf<typeof interactionRoutes.list>['rows'][number]

/** Calls, visits, messages and notes over all files that the person may see, newest first. */
export function InteractionsPage() {
  const words = useListWords()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/interactions' })
  const columns = useInteractionColumns()
  const list = useInfiniteQuery({ ...pages(interactionRoutes.list, { query: search }), placeholderData: (before) => before })
  const narrow = (change: InteractionSearch) => void navigate({ to: '/interactions', search: { ...search, ...change }, replace: true })
  return (
    <Page title={words.title}>
      <title>{words.title}</title>
      <InteractionFilters search={search} onChange={narrow} />
      {list.error ? (
        <ErrorState failure={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Table
          label={words.title}
          columns={columns}
          rows={rowsOf(list.data)}
          rowKey={({ id }) => id}
          onOpen={({ customerId }) => void navigate({ to: '/customers/$customerId', params: { customerId } })}
          isPending={list.isPending}
          empty={<Nothing isNarrowed={Object.keys(search).length > 0} onClear={() => void navigate({ to: '/interactions', search: {} })} />}
          more={moreOf(list)}
        />
      )}
    </Page>
  )
}

function useInteractionColumns(): readonly Column<Row>[] {
  const { columns } = useListWords()
  const words = useInteractionWords()
  const format = useFormat()
  const { personName } = useDirectory()
  return [
    {
      key: 'when',
      header: columns.when,
      phone: 'aside',
      cell: ({ startedAt }) => <span title={format.moment(startedAt)}>{format.relative(startedAt)}</span>,
    },
    { key: 'what', header: columns.what, cell: (row) => <What title={titleOf(row, words)} row={row} /> },
    {
      key: 'customer',
      header: columns.customer,
      phone: 'title',
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
      cell: ({ subject, body }) => <Cut className={subject ? undefined : 'text-muted'}>{subject || body.slice(0, 200)}</Cut>,
    },
    {
      key: 'person',
      header: columns.person,
      phone: 'hidden',
      cell: ({ personId }) => <Cut className="max-w-44">{personName(personId)}</Cut>,
    },
    { key: 'length', header: columns.length, phone: 'hidden', cell: ({ minutes }) => (minutes ? format.duration(minutes * 60) : '') },
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
