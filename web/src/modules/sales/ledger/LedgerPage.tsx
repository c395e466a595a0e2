import { entryKinds, ledgerRoutes } from '@parvandeh/contract'
import { addDays } from '@parvandeh/contract/persian'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { addressOf } from '../../../api/call.ts'
import { pages, query } from '../../../api/query.ts'
import { useMay } from '../../../api/session.ts'
import type { Filter } from '../../../lists/filter.ts'
import { RecordList } from '../../../lists/RecordList.tsx'
import { useFormat } from '../../../persian/format.ts'
import { useShortcut } from '../../../shell/shortcuts.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Button } from '../../../ui/Button.tsx'
import { PeriodField } from '../../../ui/date/PeriodField.tsx'
import { daysOf } from '../../../ui/date/periods.ts'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { EntryDialog } from '../entry/EntryDialog.tsx'
import { EntryPanel } from '../entry/EntryPanel.tsx'
import { useSalesWords } from '../messages.ts'
import { AccountStrip } from './AccountStrip.tsx'
import type { LedgerSearch } from './ledger-search.ts'
import { useLedgerColumns } from './ledger-columns.tsx'
import { useLedgerWords } from './messages.ts'

/** One customer's ledger with the balance after each voucher. `name` and whether one may export come from the file. */
export function LedgerPage({ name }: { name: string }) {
  const words = useLedgerWords()
  const { customerId } = useParams({ from: '/app/customers/$customerId/ledger' })
  const search = useSearch({ from: '/app/customers/$customerId/ledger' })
  const navigate = useNavigate()
  const may = useMay()
  const [isAdding, setAdding] = useState(false)
  const account = useQuery(query(ledgerRoutes.account, { params: { customerId } })).data
  const asked = useAsked(search)
  const list = useInfiniteQuery({
    ...pages(ledgerRoutes.list, { params: { customerId }, query: asked }),
    placeholderData: (before) => before,
  })
  const columns = useLedgerColumns()
  const show = (next: LedgerSearch) =>
    void navigate({ to: '/customers/$customerId/ledger', params: { customerId }, search: next, replace: true })
  const narrow = (change: LedgerSearch) => show({ ...search, ...change })
  const mayWrite = account?.can.write === true
  const add = mayWrite && (
    <Button variant="primary" icon={<Plus size={16} />} onPress={() => setAdding(true)}>
      {words.add}
    </Button>
  )
  useShortcut({ code: 'KeyA', keys: 'A', label: words.add, run: () => mayWrite && setAdding(true) })
  return (
    <Page fills title={words.title} subtitle={<bdi>{name}</bdi>} above={<Trail customerId={customerId} name={name} />} actions={add}>
      <title>{words.of(name)}</title>
      {account && <AccountStrip account={account} />}
      <RecordList
        name="ledger"
        label={words.of(name)}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        search={search}
        onShow={show}
        leading={<PeriodField optional label={words.period} value={search.period} onChange={(period) => narrow({ period })} />}
        filters={useLedgerFilters(search, narrow)}
        onClear={() => narrow({ kinds: undefined, voided: undefined, period: undefined })}
        onOpen={({ id }) => narrow({ entry: id })}
        exportHref={
          may('customers.export')
            ? (out) => addressOf(ledgerRoutes.export, { params: { customerId }, query: { ...asked, ...out } })
            : undefined
        }
        empty={<Nothing onClear={Object.keys(asked).length > 0 ? () => show({}) : null} add={add} />}
      />
      {isAdding && account && <EntryDialog account={account} onClose={() => setAdding(false)} />}
      {search.entry && account && (
        <EntryPanel account={account} customerId={customerId} entryId={search.entry} onClose={() => narrow({ entry: undefined })} />
      )}
    </Page>
  )
}

function Trail({ customerId, name }: { customerId: string; name: string }) {
  const words = useLedgerWords()
  const file = { label: name, href: `/customers/${customerId}` }
  return <Breadcrumbs trail={[{ label: words.customers, href: '/customers' }, file, { label: words.title }]} />
}

/** Nothing to show: because of the filters, or because nothing was entered yet. */
function Nothing({ onClear, add }: { onClear: (() => void) | null; add: ReactNode }) {
  const words = useLedgerWords()
  if (onClear) return <EmptyState title={words.noneTitle} action={<Button onPress={onClear}>{words.clear}</Button>} />
  return (
    <EmptyState title={words.emptyTitle} action={add}>
      {words.emptyText}
    </EmptyState>
  )
}

/** What the server is asked: the period from its first day to its last. */
function useAsked({ kinds, voided, period }: LedgerSearch) {
  const { today } = useFormat()
  const days = period && daysOf(period, today())
  return {
    ...(kinds ? { kinds } : {}),
    ...(voided ? { voided: 'true' as const } : {}),
    ...(days ? { from: days.from, to: addDays(days.to, -1) } : {}),
  }
}

function useLedgerFilters(search: LedgerSearch, onChange: (change: LedgerSearch) => void): readonly Filter[] {
  const { filters, withVoided } = useLedgerWords()
  const { kinds } = useSalesWords()
  return [
    {
      key: 'kinds',
      label: filters.kind,
      options: entryKinds.map((id) => ({ id, label: kinds[id] })),
      value: search.kinds ?? null,
      onChange: (value) => onChange({ kinds: value ?? undefined }),
    },
    {
      key: 'voided',
      label: filters.voided,
      options: [{ id: 'true', label: withVoided }],
      value: search.voided ? 'true' : null,
      onChange: (value) => onChange({ voided: value === 'true' || undefined }),
    },
  ]
}
