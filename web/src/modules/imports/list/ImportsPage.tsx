import { importRoutes } from '@parvandeh/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { FileSpreadsheet } from 'lucide-react'
import { useDirectory } from '../../../api/directory.ts'
import { moreOf, pages, rowsOf } from '../../../api/query.ts'
import { useMay } from '../../../api/session.ts'
import { useFormat } from '../../../persian/format.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState, ErrorState } from '../../../ui/states.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import type { Import } from '../import.types.ts'
import { ImportState, isRunning } from '../ImportState.tsx'
import { useImportWords } from '../messages.ts'
import { NewImport } from './NewImport.tsx'

/** Files brought in so far, each with its state, and the place to drop a new one. */
export function ImportsPage() {
  const words = useImportWords()
  const navigate = useNavigate()
  const may = useMay()
  const columns = useColumns()
  const list = useInfiniteQuery({
    ...pages(importRoutes.list),
    refetchInterval: ({ state }) => (rowsOf(state.data).some(isRunning) ? 2000 : false),
  })
  return (
    <Page title={words.title} subtitle={words.subtitle}>
      <title>{words.title}</title>
      {may('imports.run') && <NewImport />}
      {list.error ? (
        <ErrorState failure={list.error} onRetry={list.error.status === 403 ? undefined : () => void list.refetch()} />
      ) : (
        <Table
          label={words.title}
          columns={columns}
          rows={rowsOf(list.data)}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate({ to: '/imports/$importId', params: { importId: id } })}
          isPending={list.isPending}
          empty={
            <EmptyState icon={<FileSpreadsheet size={22} />} title={words.emptyTitle}>
              {words.emptyText}
            </EmptyState>
          }
          more={moreOf(list)}
        />
      )}
    </Page>
  )
}

function useColumns(): readonly Column<Import>[] {
  const words = useImportWords()
  const format = useFormat()
  const { personName } = useDirectory()
  const { columns } = words
  return [
    {
      key: 'file',
      header: columns.file,
      phone: 'title',
      grow: true,
      cell: ({ id, fileName, bytes }) => (
        <span className="flex min-w-0 items-baseline gap-2.5">
          <Link to="/imports/$importId" params={{ importId: id }} tabIndex={-1} className="min-w-0 truncate font-medium text-text!">
            <Bidi>{fileName}</Bidi>
          </Link>
          <span className="shrink-0 text-small text-faint">{format.bytes(bytes)}</span>
        </span>
      ),
    },
    {
      key: 'state',
      header: columns.state,
      cell: ({ state, progress }) => (
        <span className="inline-flex items-center gap-2">
          <ImportState state={state} />
          {progress !== null && isRunning({ state }) && <span className="text-small text-muted">{format.percent(progress)}</span>}
        </span>
      ),
    },
    {
      key: 'rows',
      header: columns.rows,
      figures: true,
      phone: 'hidden',
      cell: ({ rowsRead }) => (rowsRead > 0 ? format.number(rowsRead) : '—'),
    },
    {
      key: 'requests',
      header: columns.requests,
      figures: true,
      phone: 'hidden',
      cell: ({ result }) => (result ? format.number(result.requests) : '—'),
    },
    { key: 'by', header: columns.by, phone: 'hidden', cell: ({ createdBy }) => personName(createdBy) },
    {
      key: 'at',
      header: columns.at,
      phone: 'aside',
      cell: ({ createdAt }) => <span title={format.moment(createdAt)}>{format.relative(createdAt)}</span>,
    },
  ]
}
