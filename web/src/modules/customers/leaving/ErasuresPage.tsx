import { type Erasure, erasureRoutes } from '@parvandeh/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Eraser } from 'lucide-react'
import { useDirectory } from '../../../api/directory.ts'
import { pages } from '../../../api/query.ts'
import type { ListSearch } from '../../../lists/list-search.ts'
import { RecordList } from '../../../lists/RecordList.tsx'
import { useFormat } from '../../../persian/format.ts'
import { StatusBadge } from '../../../ui/Badge.tsx'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import type { Column } from '../../../ui/Table.tsx'
import { useCustomerWords } from '../messages.ts'
import { useLeavingWords } from './messages.ts'

/** Which files were erased or wait to be; a row opens its certificate. */
export function ErasuresPage() {
  const words = useLeavingWords()
  const customers = useCustomerWords()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/customers/erasures' })
  const columns = useColumns()
  const list = useInfiniteQuery({ ...pages(erasureRoutes.list, { query: {} }), placeholderData: (before) => before })
  const show = (next: ListSearch) => void navigate({ to: '/customers/erasures', search: next, replace: true })
  return (
    <Page
      fills
      title={words.erasuresTitle}
      subtitle={words.erasuresText}
      above={<Breadcrumbs trail={[{ label: customers.title, href: '/customers' }, { label: words.erasuresTitle }]} />}
    >
      <title>{words.erasuresTitle}</title>
      <RecordList
        name="erasures"
        label={words.erasuresTitle}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        search={search}
        onShow={show}
        onOpen={({ id }) => void navigate({ to: '/customers/erasures/$erasureId', params: { erasureId: id } })}
        empty={
          <EmptyState icon={<Eraser size={22} />} title={words.erasuresEmpty}>
            {words.erasuresEmptyText}
          </EmptyState>
        }
      />
    </Page>
  )
}

const looks = {
  waiting: { shape: 'dash', tone: 'caution' },
  'called-off': { shape: 'dash', tone: 'neutral' },
  done: { shape: 'check', tone: 'positive' },
} as const

/** How far an erasure has come. */
export function ErasureState({ state }: Pick<Erasure, 'state'>) {
  const words = useLeavingWords()
  return <StatusBadge {...looks[state]}>{words.states[state]}</StatusBadge>
}

function useColumns(): readonly Column<Erasure>[] {
  const words = useLeavingWords()
  const format = useFormat()
  const { personName } = useDirectory()
  const { columns } = words
  return [
    {
      key: 'code',
      header: columns.code,
      phone: 'title',
      width: 112,
      essential: true,
      text: ({ code }) => format.digits(code),
      cell: ({ code }) => (
        <Bidi ltr className="font-medium">
          {format.digits(code)}
        </Bidi>
      ),
    },
    {
      key: 'state',
      header: columns.state,
      phone: 'aside',
      width: 128,
      text: ({ state }) => words.states[state],
      cell: (row) => <ErasureState {...row} />,
    },
    { key: 'basis', header: columns.basis, width: 184, text: ({ basis }) => words.bases[basis], cell: ({ basis }) => words.bases[basis] },
    {
      key: 'reference',
      header: columns.reference,
      grow: true,
      text: ({ reference }) => reference,
      cell: ({ reference }) => <bdi>{reference}</bdi>,
    },
    {
      key: 'askedBy',
      header: columns.askedBy,
      width: 152,
      text: ({ askedBy }) => personName(askedBy) ?? '',
      cell: ({ askedBy }) => <bdi>{personName(askedBy)}</bdi>,
    },
    {
      key: 'dueAt',
      header: columns.dueAt,
      width: 168,
      text: ({ doneAt, dueAt }) => format.moment(doneAt ?? dueAt),
      cell: ({ doneAt, dueAt }) => <span className="text-muted">{format.moment(doneAt ?? dueAt)}</span>,
    },
  ]
}
