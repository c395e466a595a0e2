import { auditRoutes } from '@parvandeh/contract'
import { instantOfLocal } from '@parvandeh/contract/persian'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ScrollText } from 'lucide-react'
import { useState } from 'react'
import { useDirectory } from '../../../api/directory.ts'
import { addressOf } from '../../../api/call.ts'
import { pages } from '../../../api/query.ts'
import type { Filter } from '../../../lists/filter.ts'
import { withoutParts } from '../../../lists/list-search.ts'
import { RecordList } from '../../../lists/RecordList.tsx'
import { useFormat } from '../../../persian/format.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { AddressPeriod } from '../../../ui/date/AddressPeriod.tsx'
import { daysOf } from '../../../ui/date/periods.ts'
import { EmptyState } from '../../../ui/states.tsx'
import type { Column } from '../../../ui/Table.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { type AuditSearch, usualPeriod } from './audit-search.ts'
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
  const asked = useAsked(search)
  const list = useInfiniteQuery({ ...pages(auditRoutes.list, { query: asked }), placeholderData: (before) => before })
  const show = (next: AuditSearch) => void navigate({ to: '/settings/audit', search: next, replace: true })
  const narrow = (change: Partial<AuditSearch>) => show({ ...search, ...change })
  const isNarrowed = search.personId !== undefined || search.action !== undefined || search.period !== usualPeriod
  return (
    <>
      <RecordList
        name="audit"
        label={words.columns.action}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        search={search}
        onShow={show}
        leading={<AddressPeriod label={words.period} otherwise={usualPeriod} />}
        filters={useFilters(search, narrow)}
        onClear={() => narrow({ personId: undefined, action: undefined })}
        presets={[{ id: 'all', label: words.all, search: {} }]}
        preset={isNarrowed ? null : 'all'}
        onOpen={setOpened}
        exportHref={(out) => addressOf(auditRoutes.export, { query: { ...asked, ...out } })}
        empty={
          <EmptyState icon={<ScrollText size={22} />} title={words.emptyTitle}>
            {words.emptyText}
          </EmptyState>
        }
      />
      {opened && <EntryPanel entry={opened} onClose={() => setOpened(null)} />}
    </>
  )
}

/** The query of the contract: days of the organisation as moments. */
function useAsked(search: AuditSearch) {
  const { period, ...others } = withoutParts(search)
  const { zone, today } = useFormat()
  const { from, to } = daysOf(period, today())
  const at = (day: string) => instantOfLocal(day, '00:00:00', zone).toISOString()
  return { ...others, from: at(from), to: at(to) }
}

/** Whose doings, and which. */
function useFilters(search: AuditSearch, onChange: (change: Partial<AuditSearch>) => void): readonly Filter[] {
  const words = useAuditWords()
  const { people } = useDirectory()
  return [
    {
      key: 'personId',
      label: words.person,
      options: people.map(({ id, name }) => ({ id, label: name })),
      value: search.personId ?? null,
      onChange: (personId) => onChange({ personId: personId ?? undefined }),
    },
    {
      key: 'action',
      label: words.action,
      options: Object.entries(words.actions).map(([id, label]) => ({ id, label })),
      value: search.action ?? null,
      onChange: (action) => onChange({ action: action ?? undefined }),
    },
  ]
}

function useColumns(): readonly Column<Entry>[] {
  const words = useAuditWords()
  const format = useFormat()
  const actions: Record<string, string> = words.actions
  const subjects: Record<string, string> = words.subjects
  const { columns } = words
  return [
    {
      key: 'at',
      header: columns.at,
      phone: 'aside',
      width: 160,
      text: ({ at }) => format.moment(at),
      cell: ({ at }) => <span className="text-muted">{format.moment(at)}</span>,
    },
    {
      key: 'who',
      header: columns.who,
      width: 168,
      text: ({ actorName }) => actorName ?? words.system,
      group: ({ actorId, actorName }) => ({ key: actorId ?? '', name: actorName ?? words.system }),
      cell: ({ actorName }) => (actorName ? <bdi>{actorName}</bdi> : <span className="text-muted">{words.system}</span>),
    },
    {
      key: 'action',
      header: columns.action,
      phone: 'title',
      grow: true,
      essential: true,
      text: ({ action }) => actions[action] ?? action,
      group: ({ action }) => ({ key: action, name: actions[action] ?? action }),
      cell: ({ action }) => <span className="font-medium">{actions[action] ?? <Bidi ltr>{action}</Bidi>}</span>,
    },
    {
      key: 'subject',
      header: columns.subject,
      width: 144,
      text: (entry) => subjects[entry.subjectType] ?? entry.subjectType,
      cell: (entry) => <bdi className="text-muted">{subjects[entry.subjectType] ?? entry.subjectType}</bdi>,
    },
    {
      key: 'address',
      header: columns.address,
      phone: 'hidden',
      width: 128,
      text: ({ address }) => address,
      cell: ({ address }) =>
        address && (
          <Bidi ltr className="text-faint">
            {address}
          </Bidi>
        ),
    },
  ]
}
