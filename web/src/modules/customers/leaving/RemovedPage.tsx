import { customerBulkRoutes, type RemovedFile, removalRoutes } from '@parvandeh/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ArchiveRestore, Eraser, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { call } from '../../../api/call.ts'
import { useDirectory } from '../../../api/directory.ts'
import { pages, useWrite } from '../../../api/query.ts'
import { useMay } from '../../../api/session.ts'
import type { BulkPlan } from '../../../lists/bulk.types.ts'
import type { ListSearch } from '../../../lists/list-search.ts'
import { RecordList } from '../../../lists/RecordList.tsx'
import { useFormat } from '../../../persian/format.ts'
import { StatusBadge } from '../../../ui/Badge.tsx'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import type { Column } from '../../../ui/Table.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { useCustomerWords } from '../messages.ts'
import { EraseDialog } from './EraseDialog.tsx'
import { useLeavingWords } from './messages.ts'
import { useListsAnew } from './stale-lists.ts'

/** Files that were removed: who took them away, when and why, and the way back. */
export function RemovedPage() {
  const words = useLeavingWords()
  const customers = useCustomerWords()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/customers/removed' })
  const [erased, setErased] = useState<RemovedFile | null>(null)
  const columns = useColumns(setErased)
  const list = useInfiniteQuery({ ...pages(removalRoutes.list, { query: { q: search.q } }), placeholderData: (before) => before })
  const show = (next: ListSearch) => void navigate({ to: '/customers/removed', search: next, replace: true })
  return (
    <Page
      fills
      title={words.removedTitle}
      subtitle={words.removedText}
      above={<Breadcrumbs trail={[{ label: customers.title, href: '/customers' }, { label: words.removedTitle }]} />}
    >
      <title>{words.removedTitle}</title>
      <RecordList
        name="removed-customers"
        label={words.removedTitle}
        columns={columns}
        rowKey={({ customerId }) => customerId}
        list={list}
        search={search}
        onShow={show}
        sought={{ label: words.soughtLabel, placeholder: words.sought }}
        bulk={useRestoreMany()}
        empty={
          <EmptyState icon={<Trash2 size={22} />} title={search.q ? words.none : words.removedEmpty}>
            {search.q ? null : words.removedEmptyText}
          </EmptyState>
        }
      />
      {erased && <EraseDialog file={erased} onClose={() => setErased(null)} />}
    </Page>
  )
}

/** Many removed files restored at once. */
function useRestoreMany(): BulkPlan<RemovedFile> {
  const words = useLeavingWords()
  return {
    noun: 'customers',
    verbs: [{ key: 'restore', label: words.restoreMany, icon: ArchiveRestore }],
    begin: (_verb, _value, picked) => {
      const ids = picked === 'all' ? [] : picked.map(({ customerId }) => customerId)
      const asked = { which: { ids }, change: { act: 'restore' as const } }
      return {
        preview: () => call(customerBulkRoutes.preview, { body: asked }),
        apply: (id) => call(customerBulkRoutes.apply, { body: { ...asked, id } }),
      }
    },
    fieldSaid: (field) => words.fieldsOfBulk[field] ?? field,
    valueSaid: (_field, value) => (typeof value === 'boolean' ? words[value ? 'yes' : 'no'] : String(value)),
  }
}

function useColumns(onErase: (file: RemovedFile) => void): readonly Column<RemovedFile>[] {
  const words = useLeavingWords()
  const format = useFormat()
  const { personName } = useDirectory()
  const { columns } = words
  return [
    {
      key: 'name',
      header: columns.name,
      phone: 'title',
      grow: true,
      essential: true,
      text: ({ displayName }) => displayName,
      cell: (file) => <Name file={file} />,
    },
    {
      key: 'code',
      header: columns.code,
      width: 80,
      text: ({ code }) => format.digits(code),
      cell: ({ code }) => (
        <Bidi ltr className="text-muted">
          {format.digits(code)}
        </Bidi>
      ),
    },
    {
      key: 'removedAt',
      header: columns.removedAt,
      phone: 'aside',
      width: 168,
      text: ({ removedAt }) => format.moment(removedAt),
      cell: ({ removedAt }) => <span className="text-muted">{format.moment(removedAt)}</span>,
    },
    {
      key: 'removedBy',
      header: columns.removedBy,
      width: 144,
      text: ({ removedBy }) => personName(removedBy) ?? '',
      cell: ({ removedBy }) => <bdi>{personName(removedBy)}</bdi>,
    },
    { key: 'reason', header: columns.reason, width: 176, text: ({ reason }) => reason, cell: ({ reason }) => <bdi>{reason}</bdi> },
    {
      key: 'actions',
      header: columns.actions,
      width: 168,
      essential: true,
      text: () => '',
      cell: (file) => <Actions file={file} onErase={onErase} />,
    },
  ]
}

function RestoreButton({ file: { customerId, displayName } }: { file: RemovedFile }) {
  const words = useLeavingWords()
  const navigate = useNavigate()
  const anew = useListsAnew()
  const restore = useWrite(removalRoutes.restore, {
    onSuccess: () => {
      anew()
      toast({ text: words.restored(displayName) })
      void navigate({ to: '/customers/$customerId', params: { customerId } })
    },
    onError: toastFailure,
  })
  return (
    <Button
      size="small"
      icon={<ArchiveRestore size={15} />}
      pending={restore.isPending}
      onPress={() => restore.mutate({ params: { customerId } })}
    >
      {words.restore}
    </Button>
  )
}

/** Who it was, and whether the file waits to be erased. */
function Name({ file: { displayName, erasureDueAt } }: { file: RemovedFile }) {
  const words = useLeavingWords()
  const format = useFormat()
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2">
      <bdi className="min-w-0 truncate font-medium">{displayName}</bdi>
      {erasureDueAt && (
        <span title={words.due(format.moment(erasureDueAt))}>
          <StatusBadge shape="dash" tone="caution">
            {words.columns.erasure}
          </StatusBadge>
        </span>
      )}
    </span>
  )
}

function Actions({ file, onErase }: { file: RemovedFile; onErase: (file: RemovedFile) => void }) {
  const words = useLeavingWords()
  const may = useMay()
  return (
    <span className="flex items-center gap-1">
      <RestoreButton file={file} />
      {may('customers.erase') && !file.erasureDueAt && (
        <IconButton size="small" label={words.erase} icon={<Eraser size={16} />} onPress={() => onErase(file)} />
      )}
    </span>
  )
}
