import { exportRoutes, type ResponseOf } from '@parvandeh/contract'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Download, FileDown, Trash2 } from 'lucide-react'
import { addressOf } from '../../api/call.ts'
import { pages, rowsOf, useWrite } from '../../api/query.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { RecordList } from '../../lists/RecordList.tsx'
import { useFormat } from '../../persian/format.ts'
import { type Shape, StatusBadge } from '../../ui/Badge.tsx'
import type { Tone } from '../../ui/Badge.tsx'
import { Bidi } from '../../ui/Bidi.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { Column } from '../../ui/Table.tsx'
import { toast, toastFailure } from '../../ui/toast.tsx'
import { useExportsWords } from './messages.ts'

export type Export = ResponseOf<typeof exportRoutes.show>

const looks: Record<Export['state'], { shape: Shape; tone: Tone }> = {
  waiting: { shape: 'ring', tone: 'neutral' },
  working: { shape: 'dot', tone: 'notice' },
  done: { shape: 'check', tone: 'positive' },
  failed: { shape: 'alert', tone: 'danger' },
  discarded: { shape: 'dash', tone: 'neutral' },
  expired: { shape: 'dash', tone: 'neutral' },
}
const isRunning = ({ state }: Export) => state === 'waiting' || state === 'working'

/** Large lists that the person has taken out: how far each is, and its file as long as it is kept. */
export function ExportsPage() {
  const words = useExportsWords()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/exports' })
  const columns = useExportColumns()
  const list = useInfiniteQuery({
    ...pages(exportRoutes.list),
    refetchInterval: ({ state }) => (rowsOf(state.data).some(isRunning) ? 1500 : false),
  })
  return (
    <Page title={words.title} subtitle={words.subtitle}>
      <title>{words.title}</title>
      <RecordList
        name="exports"
        label={words.title}
        columns={columns}
        rowKey={({ id }) => id}
        list={list}
        search={search}
        onShow={(next) => void navigate({ to: '/exports', search: next, replace: true })}
        empty={
          <EmptyState icon={<FileDown size={22} />} title={words.emptyTitle}>
            {words.emptyText}
          </EmptyState>
        }
      />
    </Page>
  )
}

/** The columns of the list of exports. */
export function useExportColumns(): readonly Column<Export>[] {
  const words = useExportsWords()
  const format = useFormat()
  const language = useLanguage()
  const nameOf = ({ fileName, list, format: kind }: Export) => fileName ?? `${words.lists[list]} · ${words.formats[kind]}`
  return [
    {
      key: 'file',
      header: words.columns.file,
      phone: 'title',
      grow: true,
      essential: true,
      text: nameOf,
      cell: (one) => (
        <span className="flex min-w-0 flex-col">
          <span className="truncate font-medium">
            <Bidi>{nameOf(one)}</Bidi>
          </span>
          {one.failure && <span className="truncate text-small text-danger">{one.failure[language]}</span>}
        </span>
      ),
    },
    {
      key: 'state',
      header: words.columns.state,
      width: 176,
      text: ({ state }) => words.states[state],
      cell: (one) => (
        <span className="inline-flex items-center gap-2">
          <StatusBadge {...looks[one.state]}>{words.states[one.state]}</StatusBadge>
          {one.state === 'working' && one.total !== null && one.total > 0 && (
            <span className="text-small text-muted">{format.percent(one.rows / one.total)}</span>
          )}
        </span>
      ),
    },
    ...useFigureColumns(),
    { key: 'actions', header: words.columns.actions, width: 168, text: () => '', cell: (one) => <Actions one={one} /> },
  ]
}

/** How many, how large, since when and until when. */
function useFigureColumns(): readonly Column<Export>[] {
  const words = useExportsWords()
  const format = useFormat()
  const rowsOfExport = ({ rows, total }: Export) =>
    total === null ? '' : rows === total ? format.number(rows) : words.rowsOf(format.number(rows), format.number(total))
  return [
    { key: 'rows', header: words.columns.rows, figures: true, width: 136, text: rowsOfExport, cell: (one) => rowsOfExport(one) || '—' },
    {
      key: 'size',
      header: words.columns.size,
      figures: true,
      phone: 'hidden',
      width: 96,
      text: ({ bytes }) => (bytes === null ? '' : format.bytes(bytes)),
      cell: ({ bytes }) => (bytes === null ? '—' : format.bytes(bytes)),
    },
    {
      key: 'at',
      header: words.columns.at,
      phone: 'aside',
      width: 128,
      text: ({ createdAt }) => format.moment(createdAt),
      cell: ({ createdAt }) => <span title={format.moment(createdAt)}>{format.relative(createdAt)}</span>,
    },
    {
      key: 'until',
      header: words.columns.until,
      phone: 'hidden',
      width: 128,
      text: ({ expiresAt }) => (expiresAt === null ? '' : format.moment(expiresAt)),
      cell: ({ expiresAt }) => (expiresAt === null ? '—' : <span title={format.moment(expiresAt)}>{format.relative(expiresAt)}</span>),
    },
  ]
}

function Actions({ one }: { one: Export }) {
  const words = useExportsWords()
  const client = useQueryClient()
  const discard = useWrite(exportRoutes.discard, {
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [exportRoutes.list.path] })
      toast({ text: words.discarded })
    },
    onError: toastFailure,
  })
  const params = { exportId: one.id }
  return (
    <span className="flex items-center justify-end gap-1">
      {one.can.fetch && (
        <a href={addressOf(exportRoutes.content, { params })} download className={buttonClass('secondary', 'small')}>
          <Download size={15} aria-hidden="true" />
          {words.fetch}
        </a>
      )}
      {one.can.discard && (
        <IconButton size="small" label={words.discard} icon={<Trash2 size={15} />} onPress={() => discard.mutate({ params })} />
      )}
    </span>
  )
}
