import { requestRoutes } from '@parvandeh/contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { addressOf } from '../../../api/call.ts'
import { pages, query } from '../../../api/query.ts'
import { useMay, useSession } from '../../../api/session.ts'
import { RecordList } from '../../../lists/RecordList.tsx'
import { useFormat } from '../../../persian/format.ts'
import { useShortcut } from '../../../shell/shortcuts.ts'
import { buttonClass } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Page } from '../../../ui/Page.tsx'
import type { RequestRow } from '../request.types.ts'
import { useListWords } from './messages.ts'
import { NoRequests } from './NoRequests.tsx'
import { useRequestColumns } from './request-columns.tsx'
import { countFilters, filtersOf, noFilters, presetIn, presetsOf, type RequestSearch } from './request-search.ts'
import { useRequestBulk } from './use-request-bulk.ts'
import { useRequestEdits } from './use-request-edits.ts'
import { useRequestFilters } from './use-request-filters.ts'

const previous = <T,>(data: T) => data

/** The requests that the person may see, narrowed by what the address says; at first, those not finished. */
export function RequestsPage() {
  const words = useListWords()
  const format = useFormat()
  const navigate = useNavigate()
  const may = useMay()
  const search = useSearch({ from: '/app/requests' })
  const count = useCount(search)
  const create = () => may('service.write') && void navigate({ to: '/requests/new' })
  useShortcut({ code: 'KeyN', keys: 'N', label: words.create, run: create })
  const said = count && (count.more ? words.countMore(format.number(count.count)) : words.count(format.number(count.count)))
  return (
    <Page
      fills
      title={words.title}
      aside={said && <span className="text-small text-muted">{said}</span>}
      actions={
        may('service.write') && (
          <Link to="/requests/new" search={{}} className={buttonClass('primary', 'medium', 'text-on-accent! no-underline!')}>
            <Plus size={17} aria-hidden="true" />
            {words.create}
          </Link>
        )
      }
    >
      <title>{words.title}</title>
      <List search={search} count={count} />
    </Page>
  )
}

function List({ search, count }: { search: RequestSearch; count: { count: number; more: boolean } | undefined }) {
  const words = useListWords()
  const navigate = useNavigate()
  const may = useMay()
  const show = (next: RequestSearch) => void navigate({ to: '/requests', search: next, replace: true })
  const narrow = (change: RequestSearch) => show({ ...search, ...change })
  const columns = useRequestColumns(useRequestEdits())
  const bulk = useRequestBulk(search)
  const list = useInfiniteQuery({ ...pages(requestRoutes.list, { query: filtersOf(search) }), placeholderData: previous })
  const presets = presetsOf(useSession().person)
  const preset = presetIn(search, presets)
  const isNarrowed = search.q !== undefined || countFilters({ ...search, holderId: undefined, unitId: undefined }) > 0
  const open = ({ number }: RequestRow, hash = '') => void navigate({ to: '/requests/$number', params: { number }, hash })
  return (
    <RecordList
      name="requests"
      label={words.title}
      columns={columns}
      rowKey={({ id }) => id}
      list={list}
      search={search}
      onShow={show}
      filters={useRequestFilters(search, narrow)}
      onClear={() => narrow(noFilters)}
      sought={{ label: words.searchLabel, placeholder: words.search }}
      presets={presets.map(({ name, search: own }) => ({ id: name, label: words.presets[name], search: own }))}
      preset={isNarrowed ? null : preset}
      firstSort="-reported"
      onOpen={(row) => open(row)}
      orders={(['-reported', 'reported', '-updated', 'priority'] as const).map((id) => ({ id, label: words.orders[id] }))}
      empty={
        <NoRequests
          preset={preset}
          isNarrowed={isNarrowed}
          queue={presets.find(({ name }) => name === 'queue')?.search}
          onClear={() => show({})}
        />
      }
      exportHref={may('service.export') ? (out) => addressOf(requestRoutes.export, { query: { ...filtersOf(search), ...out } }) : undefined}
      bulk={may('service.write') ? bulk : undefined}
      count={count}
      assign="holder"
      rowKeys={[{ code: 'KeyR', keys: 'R', label: words.answer, run: (row) => open(row, 'answer') }]}
    />
  )
}

/** How many requests fit; exact counting stops at ten thousand. */
function useCount(search: RequestSearch) {
  const { sort: _, ...filters } = filtersOf(search)
  return useQuery({ ...query(requestRoutes.count, { query: filters }), placeholderData: previous }).data
}
