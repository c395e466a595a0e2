import { auditRoutes } from '@parvandeh/contract'
import { instantOfLocal } from '@parvandeh/contract/persian'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ScrollText } from 'lucide-react'
import { useState } from 'react'
import { useDirectory } from '../../../api/directory.ts'
import { moreOf, pages, rowsOf } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { PeriodField } from '../../../ui/date/PeriodField.tsx'
import { daysOf } from '../../../ui/date/periods.ts'
import { FilterBar } from '../../../ui/Page.tsx'
import { EmptyState, ErrorState } from '../../../ui/states.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import type { AuditSearch } from './audit-search.ts'
import type { Entry } from './entry.types.ts'
import { EntryPanel } from './EntryPanel.tsx'
import { useAuditWords } from './messages.ts'

/** Who did what and when, newest first; a row opens what was before and after. */
export function AuditPage() {
  return (
    <SettingsFrame section="audit">
      <Trail />
    </SettingsFrame>
  )
}

function Trail() {
  const words = useAuditWords()
  const navigate = useNavigate()
  const columns = useColumns()
  const search = useSearch({ from: '/app/settings/audit' })
  const [opened, setOpened] = useState<Entry | null>(null)
  const list = useInfiniteQuery({ ...pages(auditRoutes.list, { query: useAsked(search) }), placeholderData: (before) => before })
  const narrow = (change: Partial<AuditSearch>) => void navigate({ to: '/settings/audit', search: { ...search, ...change }, replace: true })
  return (
    <>
      <Filters search={search} onChange={narrow} />
      {list.error ? (
        <ErrorState failure={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Table
          label={words.columns.action}
          columns={columns}
          rows={rowsOf(list.data)}
          rowKey={({ id }) => id}
          onOpen={setOpened}
          isPending={list.isPending}
          empty={
            <EmptyState icon={<ScrollText size={22} />} title={words.emptyTitle}>
              {words.emptyText}
            </EmptyState>
          }
          more={moreOf(list)}
        />
      )}
      {opened && <EntryPanel entry={opened} onClose={() => setOpened(null)} />}
    </>
  )
}

/** The query of the contract: days of the organisation as moments. */
function useAsked({ period, ...others }: AuditSearch) {
  const { zone, today } = useFormat()
  const { from, to } = daysOf(period, today())
  const at = (day: string) => instantOfLocal(day, '00:00:00', zone).toISOString()
  return { ...others, from: at(from), to: at(to) }
}

function Filters({ search, onChange }: { search: AuditSearch; onChange: (change: Partial<AuditSearch>) => void }) {
  const words = useAuditWords()
  const { people } = useDirectory()
  return (
    <FilterBar>
      <PeriodField label={words.period} value={search.period} onChange={(period) => onChange({ period })} className="sm:w-auto!" />
      <ComboBox
        hideLabel
        label={words.person}
        placeholder={`${words.person}: ${words.anyPerson}`}
        options={people.map(({ id, name }) => ({ id, label: name }))}
        value={search.personId ?? null}
        onChange={(personId) => onChange({ personId: personId ?? undefined })}
        className="sm:w-56!"
      />
      <ComboBox
        hideLabel
        label={words.action}
        placeholder={`${words.action}: ${words.anyAction}`}
        options={Object.entries(words.actions).map(([id, label]) => ({ id, label }))}
        value={search.action ?? null}
        onChange={(action) => onChange({ action: action ?? undefined })}
        className="sm:w-64!"
      />
    </FilterBar>
  )
}

function useColumns(): readonly Column<Entry>[] {
  const words = useAuditWords()
  const format = useFormat()
  const actions: Record<string, string> = words.actions
  const subjects: Record<string, string> = words.subjects
  const { columns } = words
  return [
    { key: 'at', header: columns.at, phone: 'aside', cell: ({ at }) => <span className="text-muted">{format.moment(at)}</span> },
    {
      key: 'who',
      header: columns.who,
      cell: ({ actorName }) => (actorName ? <bdi>{actorName}</bdi> : <span className="text-muted">{words.system}</span>),
    },
    {
      key: 'action',
      header: columns.action,
      phone: 'title',
      grow: true,
      cell: ({ action }) => <span className="font-medium">{actions[action] ?? <Bidi ltr>{action}</Bidi>}</span>,
    },
    {
      key: 'subject',
      header: columns.subject,
      cell: (entry) => <bdi className="text-muted">{subjects[entry.subjectType] ?? entry.subjectType}</bdi>,
    },
    {
      key: 'address',
      header: columns.address,
      phone: 'hidden',
      cell: ({ address }) =>
        address && (
          <Bidi ltr className="text-faint">
            {address}
          </Bidi>
        ),
    },
  ]
}
