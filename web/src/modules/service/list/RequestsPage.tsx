import { requestRoutes } from '@parvandeh/contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Download, Plus } from 'lucide-react'
import { addressOf } from '../../../api/call.ts'
import { moreOf, pages, query, rowsOf } from '../../../api/query.ts'
import { useMay, useSession } from '../../../api/session.ts'
import { useFormat } from '../../../persian/format.ts'
import { useShortcut } from '../../../shell/shortcuts.ts'
import { buttonClass } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import { Table } from '../../../ui/Table.tsx'
import { ListControls } from './ListControls.tsx'
import { useListWords } from './messages.ts'
import { NoRequests } from './NoRequests.tsx'
import { useRequestColumns } from './request-columns.tsx'
import { countFilters, filtersOf, presetIn, presetsOf, type RequestSearch } from './request-search.ts'

const previous = <T,>(data: T) => data

/** The requests that the person may see, narrowed by what the address says; at first, those not finished. */
export function RequestsPage() {
  const words = useListWords()
  const navigate = useNavigate()
  const may = useMay()
  const search = useSearch({ from: '/app/requests' })
  const said = useCountSaid(search)
  const show = (next: RequestSearch) => void navigate({ to: '/requests', search: next, replace: true })
  const create = () => may('service.write') && void navigate({ to: '/requests/new' })
  useShortcut({ code: 'KeyN', keys: 'N', label: words.create, run: create })
  return (
    <Page title={words.title} aside={said && <span className="text-small text-muted">{said}</span>} actions={<Actions search={search} />}>
      <title>{words.title}</title>
      <ListControls
        presets={<Presets search={search} onChoose={show} />}
        search={search}
        onChange={(change) => show({ ...search, ...change })}
      />
      <List search={search} onShow={show} />
    </Page>
  )
}

function Presets({ search, onChoose }: { search: RequestSearch; onChoose: (search: RequestSearch) => void }) {
  const words = useListWords()
  const presets = presetsOf(useSession().person)
  return (
    <Segmented
      className="max-sm:w-full"
      label={words.presetsLabel}
      options={presets.map(({ name }) => ({ id: name, label: words.presets[name] }))}
      value={presetIn(search, presets) ?? ('none' as 'all')}
      onChange={(name) => onChoose({ q: search.q, ...presets.find((preset) => preset.name === name)?.search })}
    />
  )
}

function List({ search, onShow }: { search: RequestSearch; onShow: (search: RequestSearch) => void }) {
  const words = useListWords()
  const navigate = useNavigate()
  const columns = useRequestColumns()
  const list = useInfiniteQuery({ ...pages(requestRoutes.list, { query: filtersOf(search) }), placeholderData: previous })
  const presets = presetsOf(useSession().person)
  const preset = presetIn(search, presets)
  if (list.error) return <ErrorState failure={list.error} onRetry={() => void list.refetch()} />
  return (
    <Table
      label={words.title}
      columns={columns}
      rows={rowsOf(list.data)}
      rowKey={({ id }) => id}
      onOpen={({ number }) => void navigate({ to: '/requests/$number', params: { number } })}
      sort={search.sort ?? '-reported'}
      onSort={(sort) => onShow({ ...search, sort: sort as RequestSearch['sort'] })}
      isPending={list.isPending}
      empty={
        <NoRequests
          preset={preset}
          isNarrowed={search.q !== undefined || countFilters({ ...search, holderId: undefined, unitId: undefined }) > 0}
          queue={presets.find(({ name }) => name === 'queue')?.search}
          onClear={() => onShow({})}
        />
      }
      more={moreOf(list)}
    />
  )
}

/** «۱٬۲۳۴ درخواست»؛ exact counting stops at ten thousand, and says so. */
function useCountSaid(search: RequestSearch): string | undefined {
  const words = useListWords()
  const format = useFormat()
  const { sort: _, ...filters } = filtersOf(search)
  const { data } = useQuery({ ...query(requestRoutes.count, { query: filters }), placeholderData: previous })
  if (!data) return undefined
  return data.more ? words.countMore(format.number(data.count)) : words.count(format.number(data.count))
}

function Actions({ search }: { search: RequestSearch }) {
  const words = useListWords()
  const may = useMay()
  return (
    <>
      {may('service.export') && (
        <a href={addressOf(requestRoutes.export, { query: filtersOf(search) })} download className={buttonClass('secondary')}>
          <Download size={16} aria-hidden="true" />
          {words.export}
        </a>
      )}
      {may('service.write') && (
        <Link to="/requests/new" search={{}} className={buttonClass('primary', 'medium', 'text-on-accent! no-underline!')}>
          <Plus size={17} aria-hidden="true" />
          {words.create}
        </Link>
      )}
    </>
  )
}
