import { chequeRoutes, chequeStates } from '@parvandeh/contract'
import { addDays } from '@parvandeh/contract/persian'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { addressOf } from '../../../api/call.ts'
import { pages } from '../../../api/query.ts'
import { useMay } from '../../../api/session.ts'
import { RecordList } from '../../../lists/RecordList.tsx'
import { useFormat } from '../../../persian/format.ts'
import { Button, buttonClass } from '../../../ui/Button.tsx'
import { PeriodField } from '../../../ui/date/PeriodField.tsx'
import { daysOf } from '../../../ui/date/periods.ts'
import { Link } from '../../../ui/Link.tsx'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { MoveChequeDialog } from '../entry/MoveChequeDialog.tsx'
import { useSalesWords } from '../messages.ts'
import type { ChequeRow } from '../sales.types.ts'
import { useChequeColumns } from './cheque-columns.tsx'
import type { ChequeSearch } from './cheque-search.ts'
import { useChequeWords } from './messages.ts'

/** Cheques of all customers by the day on which they fall due. */
export function ChequesPage() {
  const words = useChequeWords()
  const { states } = useSalesWords()
  const navigate = useNavigate()
  const may = useMay()
  const search = useSearch({ from: '/app/cheques' })
  const [moving, setMoving] = useState<ChequeRow | null>(null)
  const columns = useChequeColumns(setMoving)
  const asked = useAsked(search)
  const list = useInfiniteQuery({ ...pages(chequeRoutes.list, { query: asked }), placeholderData: (before) => before })
  const show = (next: ChequeSearch) => void navigate({ to: '/cheques', search: next, replace: true })
  const narrow = (change: ChequeSearch) => show({ ...search, ...change })
  const preset = search.period === undefined ? (search.state ?? 'open') : null
  return (
    <Page fills title={words.title}>
      <title>{words.title}</title>
      <RecordList
        name="cheques"
        label={words.title}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        search={search}
        onShow={show}
        leading={<PeriodField optional label={words.period} value={search.period} onChange={(period) => narrow({ period })} />}
        filters={[
          {
            key: 'state',
            label: words.filters.state,
            options: [{ id: 'any', label: words.all }, ...chequeStates.map((id) => ({ id, label: states[id] }))],
            value: search.state ?? null,
            onChange: (state) => narrow({ state: (state ?? undefined) as ChequeSearch['state'] }),
          },
        ]}
        onClear={() => show({})}
        presets={[
          { id: 'open', label: words.open, search: {} },
          { id: 'any', label: words.all, search: { state: 'any' } },
          { id: 'bounced', label: words.bounced, search: { state: 'bounced' } },
        ]}
        preset={preset}
        onOpen={({ customerId, id }) =>
          void navigate({ to: '/customers/$customerId/ledger', params: { customerId }, search: { entry: id } })
        }
        exportHref={may('customers.export') ? (out) => addressOf(chequeRoutes.export, { query: { ...asked, ...out } }) : undefined}
        empty={<Nothing isNarrowed={search.state !== 'any' || search.period !== undefined} onClear={() => show({ state: 'any' })} />}
      />
      {moving && <MoveChequeDialog cheque={moving} onClose={() => setMoving(null)} />}
    </Page>
  )
}

/** What the server is asked: those that are not cleared, unless others are wanted. */
function useAsked({ state, period }: ChequeSearch) {
  const { today } = useFormat()
  const days = period && daysOf(period, today())
  return { state: state ?? 'open', ...(days ? { from: days.from, to: addDays(days.to, -1) } : {}) }
}

/** Nothing to show: because of the filters, or because there is none yet. */
export function Nothing({ isNarrowed, onClear }: { isNarrowed: boolean; onClear: () => void }) {
  const words = useChequeWords()
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
