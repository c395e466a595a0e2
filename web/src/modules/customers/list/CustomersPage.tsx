import { customerRoutes } from '@parvandeh/contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { pages, query } from '../../../api/query.ts'
import { useMay, useSession } from '../../../api/session.ts'
import { withoutParts } from '../../../lists/list-search.ts'
import { RecordList } from '../../../lists/RecordList.tsx'
import { useFormat } from '../../../persian/format.ts'
import { useShortcut } from '../../../shell/shortcuts.ts'
import { buttonClass } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useCustomerColumns } from './customer-columns.tsx'
import { countFilters, type CustomerSearch, noFilters } from './customer-search.ts'
import { useListWords } from './messages.ts'
import { NoCustomers } from './NoCustomers.tsx'
import { SaveSegment } from './SaveSegment.tsx'
import { useCustomerBulk } from './use-customer-bulk.ts'
import { useCustomerConditions } from './use-customer-conditions.tsx'
import { useCustomerEdits } from './use-customer-edits.ts'
import { useOrderAsked, useOwnFieldsAsked } from './use-own-columns.tsx'
import { useCustomerFilters } from './use-customer-filters.ts'

const ExportDialog = lazy(() => import('./ExportDialog.tsx').then((loaded) => ({ default: loaded.ExportDialog })))

const previous = <T,>(data: T) => data

/** All customers that the person may see, narrowed by what the address says. */
export function CustomersPage() {
  const words = useListWords()
  const format = useFormat()
  const navigate = useNavigate()
  const may = useMay()
  const search = useSearch({ from: '/app/customers' })
  const count = useCount(search)
  const create = () => may('customers.write') && void navigate({ to: '/customers/new' })
  useShortcut({ code: 'KeyN', keys: 'N', label: words.create, run: create })
  const said = count && (count.more ? words.countMore(format.number(count.count)) : words.count(format.number(count.count)))
  return (
    <Page
      fills
      title={words.title}
      aside={said && <span className="text-small text-muted">{said}</span>}
      actions={
        may('customers.write') && (
          <Link to="/customers/new" className={buttonClass('primary', 'medium', 'text-on-accent! no-underline!')}>
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

function List({ search, count }: { search: CustomerSearch; count: { count: number; more: boolean } | undefined }) {
  const words = useListWords()
  const navigate = useNavigate()
  const may = useMay()
  const me = useSession().person
  const show = (next: CustomerSearch) => void navigate({ to: '/customers', search: next, replace: true })
  const narrow = (change: CustomerSearch) => show({ ...search, ...change })
  const [picked, setPicked] = useState<readonly string[] | 'all' | null>(null)
  const bulk = useCustomerBulk(search, setPicked)
  const conditions = useCustomerConditions(search, narrow)
  const asked = { ...withoutParts(search), sort: useOrderAsked(search.sort) }
  const fields = useOwnFieldsAsked(search.columns)
  const list = useInfiniteQuery({
    ...pages(customerRoutes.list, { query: { ...asked, ...(fields && { fields }) } }),
    placeholderData: previous,
  })
  const names = Object.assign({}, ...(list.data?.pages.map((page) => page.names ?? {}) ?? [])) as Record<string, string>
  const columns = useCustomerColumns(useCustomerEdits(), names)
  const filterCount = countFilters(search)
  const [exported, setExported] = useState<string>()
  const isMine = me !== null && search.ownerId === me.id && filterCount === 1
  return (
    <>
      <RecordList
        name="customers"
        label={words.title}
        columns={columns}
        rowKey={({ customerId }) => customerId}
        list={list}
        search={search}
        onShow={show}
        filters={useCustomerFilters(search, narrow)}
        conditions={conditions}
        onClear={() => narrow(noFilters)}
        sought={{ label: words.searchLabel, placeholder: words.search }}
        presets={[
          { id: 'all', label: words.presets.all, search: {} },
          ...(me ? [{ id: 'mine', label: words.presets.mine, search: { ownerId: me.id } }] : []),
        ]}
        preset={search.q !== undefined ? null : isMine ? 'mine' : filterCount === 0 ? 'all' : null}
        firstSort="-created"
        onOpen={({ customerId }) => void navigate({ to: '/customers/$customerId', params: { customerId } })}
        empty={<NoCustomers search={search} onClear={() => show({})} />}
        onExport={may('customers.export') ? setExported : undefined}
        bulk={may('customers.write') ? bulk : undefined}
        count={count}
        assign="owner"
        tools={<SaveSegment search={search} count={count} picked={picked} onDone={() => setPicked(null)} />}
      />
      {exported !== undefined && (
        <Suspense>
          <ExportDialog filters={asked} count={count} shown={exported.split(',')} onClose={() => setExported(undefined)} />
        </Suspense>
      )}
    </>
  )
}

/** How many customers fit; exact counting stops at ten thousand. */
function useCount(search: CustomerSearch) {
  const { sort: _, ...filters } = withoutParts(search)
  return useQuery({ ...query(customerRoutes.count, { query: filters }), placeholderData: previous }).data
}
