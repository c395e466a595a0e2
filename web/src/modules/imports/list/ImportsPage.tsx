import { importRoutes } from '@parvandeh/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { FileSpreadsheet } from 'lucide-react'
import { useDirectory } from '../../../api/directory.ts'
import { addressOf } from '../../../api/call.ts'
import { pages, rowsOf } from '../../../api/query.ts'
import { useMay } from '../../../api/session.ts'
import { useFormat } from '../../../persian/format.ts'
import type { ListParts } from '../../../lists/list-search.ts'
import { RecordList } from '../../../lists/RecordList.tsx'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import type { Column } from '../../../ui/Table.tsx'
import type { Import } from '../import.types.ts'
import { ImportState, isRunning } from '../ImportState.tsx'
import { useImportWords } from '../messages.ts'
import { NewImport } from './NewImport.tsx'

/** Files brought in so far, each with its state, and the place to drop a new one. */
export function ImportsPage() {
  const words = useImportWords()
  const navigate = useNavigate()
  const may = useMay()
  const search = useSearch({ from: '/app/imports' })
  const columns = useColumns()
  const list = useInfiniteQuery({
    ...pages(importRoutes.list),
    refetchInterval: ({ state }) => (rowsOf(state.data).some(isRunning) ? 2000 : false),
  })
  return (
    <Page title={words.title} subtitle={words.subtitle}>
      <title>{words.title}</title>
      {may('imports.run') && <NewImport />}
      <RecordList
        name="imports"
        label={words.title}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        search={search}
        onShow={(next: ListParts) => void navigate({ to: '/imports', search: next, replace: true })}
        onOpen={({ id }) => void navigate({ to: '/imports/$importId', params: { importId: id } })}
        exportHref={may('imports.run') ? (out) => addressOf(importRoutes.export, { query: out }) : undefined}
        empty={
          <EmptyState icon={<FileSpreadsheet size={22} />} title={words.emptyTitle}>
            {words.emptyText}
          </EmptyState>
        }
      />
    </Page>
  )
}

function useColumns(): readonly Column<Import>[] {
  const words = useImportWords()
  const format = useFormat()
  const { columns } = words
  return [
    {
      key: 'file',
      header: columns.file,
      phone: 'title',
      grow: true,
      essential: true,
      text: ({ fileName }) => fileName,
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
      width: 176,
      text: ({ state }) => words.states[state],
      cell: ({ state, progress }) => (
        <span className="inline-flex items-center gap-2">
          <ImportState state={state} />
          {progress !== null && isRunning({ state }) && <span className="text-small text-muted">{format.percent(progress)}</span>}
        </span>
      ),
    },
    {
      key: 'kind',
      header: columns.kind,
      phone: 'hidden',
      width: 144,
      text: ({ kind }) => words.kinds[kind],
      cell: ({ kind }) => words.kinds[kind],
    },
    ...useFigureColumns(),
    ...useOriginColumns(),
  ]
}

/** Who brought the file, and when. */
function useOriginColumns(): readonly Column<Import>[] {
  const { columns } = useImportWords()
  const format = useFormat()
  const { personName } = useDirectory()
  return [
    {
      key: 'by',
      header: columns.by,
      phone: 'hidden',
      width: 160,
      text: ({ createdBy }) => personName(createdBy),
      cell: ({ createdBy }) => personName(createdBy),
    },
    {
      key: 'at',
      header: columns.at,
      phone: 'aside',
      width: 128,
      text: ({ createdAt }) => format.moment(createdAt),
      cell: ({ createdAt }) => <span title={format.moment(createdAt)}>{format.relative(createdAt)}</span>,
    },
  ]
}

/** How many requests, or files made and changed. */
const broughtBy = ({ result, customers }: Import): number | undefined =>
  result ? result.requests : customers ? customers.created + customers.updated : undefined

/** How many rows were read, and what they became. */
function useFigureColumns(): readonly Column<Import>[] {
  const { columns } = useImportWords()
  const format = useFormat()
  return [
    {
      key: 'rows',
      header: columns.rows,
      figures: true,
      phone: 'hidden',
      width: 96,
      text: ({ rowsRead }) => String(rowsRead),
      cell: ({ rowsRead }) => (rowsRead > 0 ? format.number(rowsRead) : '—'),
    },
    {
      key: 'requests',
      header: columns.brought,
      figures: true,
      phone: 'hidden',
      width: 112,
      text: (row) => String(broughtBy(row) ?? ''),
      cell: (row) => {
        const brought = broughtBy(row)
        return brought === undefined ? '—' : format.number(brought)
      },
    },
  ]
}
