import { customerRoutes } from '@parvandeh/contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Download, Plus } from 'lucide-react'
import { addressOf } from '../../../api/call.ts'
import { moreOf, pages, query, rowsOf } from '../../../api/query.ts'
import { useMay } from '../../../api/session.ts'
import { useFormat } from '../../../persian/format.ts'
import { useShortcut } from '../../../shell/shortcuts.ts'
import { Button, buttonClass } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Page } from '../../../ui/Page.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import { Table } from '../../../ui/Table.tsx'
import { ListControls, nothing } from './ListControls.tsx'
import { useCustomerColumns } from './customer-columns.tsx'
import { countFilters, type CustomerSearch } from './customer-search.ts'
import { useListWords } from './messages.ts'
import { NoCustomers } from './NoCustomers.tsx'

const previous = <T,>(data: T) => data

/** All customers that the person may see, narrowed by what the address says. */
export function CustomersPage() {
  const words = useListWords()
  const navigate = useNavigate()
  const may = useMay()
  const search = useSearch({ from: '/app/customers' })
  const columns = useCustomerColumns()
  const list = useInfiniteQuery({ ...pages(customerRoutes.list, { query: search }), placeholderData: previous })
  const rows = rowsOf(list.data)
  const narrow = (change: CustomerSearch) => navigate({ to: '/customers', search: { ...search, ...change }, replace: true })
  const create = () => may('customers.write') && void navigate({ to: '/customers/new' })
  useShortcut({ code: 'KeyN', keys: 'N', label: words.create, run: create })
  return (
    <Page title={words.title} aside={<Aside search={search} onClear={() => void narrow(nothing)} />} actions={<Actions search={search} />}>
      <title>{words.title}</title>
      <ListControls search={search} onChange={(change) => void narrow(change)} />
      {list.error ? (
        <ErrorState failure={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Table
          label={words.title}
          columns={columns}
          rows={rows}
          rowKey={({ customerId }) => customerId}
          onOpen={({ customerId }) => void navigate({ to: '/customers/$customerId', params: { customerId } })}
          sort={search.sort ?? '-created'}
          onSort={(sort) => void narrow({ sort: sort as CustomerSearch['sort'] })}
          isPending={list.isPending}
          empty={<NoCustomers search={search} onClear={() => void navigate({ to: '/customers', search: {} })} />}
          more={moreOf(list)}
        />
      )}
    </Page>
  )
}

/** «۱٬۲۳۴ مشتری»؛ exact counting stops at ten thousand, and says so. */
function useCountSaid({ sort: _, ...filters }: CustomerSearch): string | undefined {
  const words = useListWords()
  const format = useFormat()
  const { data } = useQuery({ ...query(customerRoutes.count, { query: filters }), placeholderData: previous })
  if (!data) return undefined
  return data.more ? words.countMore(format.number(data.count)) : words.count(format.number(data.count))
}

/** How many there are, and the way back to all of them. */
function Aside({ search, onClear }: { search: CustomerSearch; onClear: () => void }) {
  const words = useListWords()
  const said = useCountSaid(search)
  return (
    <span className="flex min-h-control-small flex-wrap items-center gap-x-1 text-small text-muted">
      {said}
      {countFilters(search) > 0 && (
        <Button size="small" variant="quiet" onPress={onClear}>
          {words.clearFilters}
        </Button>
      )}
    </span>
  )
}

function Actions({ search }: { search: CustomerSearch }) {
  const words = useListWords()
  const may = useMay()
  return (
    <>
      {may('customers.export') && (
        <a href={addressOf(customerRoutes.export, { query: search })} download className={buttonClass('secondary')}>
          <Download size={16} aria-hidden="true" />
          {words.export}
        </a>
      )}
      {may('customers.write') && (
        <Link to="/customers/new" className={buttonClass('primary', 'medium', 'text-on-accent! no-underline!')}>
          <Plus size={17} aria-hidden="true" />
          {words.create}
        </Link>
      )}
    </>
  )
}
