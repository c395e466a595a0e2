import { type NoticeKind, noticeKinds, notificationRoutes } from '@parvandeh/contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { CheckCheck, SearchX, Settings2 } from 'lucide-react'
import { pages, query, rowsOf } from '../../api/query.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { MorePages } from '../../ui/MorePages.tsx'
import { FilterBar, Page } from '../../ui/Page.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Select } from '../../ui/Select.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { Groups } from './BellPanel.tsx'
import { useNoticeWords } from './messages.ts'
import type { NotificationSearch } from './notification-search.ts'
import { useMarks } from './use-marks.ts'

/** Everything that I was told, with filters that are in the address. */
export function NotificationsPage() {
  const words = useNoticeWords()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/notifications' })
  const bell = useQuery(query(notificationRoutes.bell))
  const { markAll } = useMarks()
  return (
    <Page
      narrow
      title={words.title}
      subtitle={bell.data?.quiet ? words.quiet : words.subtitle}
      actions={
        <>
          <Button icon={<CheckCheck size={16} />} onPress={markAll} isDisabled={bell.data?.unread === 0}>
            {words.markAll}
          </Button>
          <Button icon={<Settings2 size={16} />} onPress={() => void navigate({ href: '/settings/notifications' })}>
            {words.settings}
          </Button>
        </>
      }
    >
      <title>{words.title}</title>
      <Filters search={search} />
      <Found search={search} />
    </Page>
  )
}

type Shown = 'all' | 'unread' | 'read'

function Filters({ search: { kind, unread } }: { search: NotificationSearch }) {
  const words = useNoticeWords()
  const navigate = useNavigate()
  const change = (part: NotificationSearch) => void navigate({ to: '/notifications', search: { kind, unread, ...part }, replace: true })
  const shown: Shown = unread === undefined ? 'all' : unread ? 'unread' : 'read'
  return (
    <FilterBar>
      <Segmented<Shown>
        showLabel
        label={words.shown}
        options={(['all', 'unread', 'read'] as const).map((id) => ({ id, label: words.states[id] }))}
        value={shown}
        onChange={(next) => change({ unread: next === 'all' ? undefined : next === 'unread' })}
      />
      <Select<NoticeKind | 'any'>
        label={words.kind}
        options={[{ id: 'any', label: words.any }, ...noticeKinds.map((id) => ({ id, label: words.kinds[id] }))]}
        value={kind ?? 'any'}
        onChange={(next) => change({ kind: next === 'any' || next === null ? undefined : next })}
      />
    </FilterBar>
  )
}

function Found({ search: { kind, unread } }: { search: NotificationSearch }) {
  const words = useNoticeWords()
  const asked = { kind, unread: unread === undefined ? undefined : unread ? ('true' as const) : ('false' as const) }
  const list = useInfiniteQuery(pages(notificationRoutes.list, { query: asked }))
  const rows = rowsOf(list.data)
  const isFiltered = kind !== undefined || unread !== undefined
  if (list.error) return <ErrorState failure={list.error} onRetry={() => void list.refetch()} />
  return (
    <Card flush>
      {list.isPending && (
        <div className="p-4">
          <SkeletonLines lines={6} />
        </div>
      )}
      {list.data && rows.length === 0 && isFiltered && <EmptyState icon={<SearchX size={22} />} title={words.noneSuch} />}
      {list.data && (rows.length > 0 || !isFiltered) && <Groups rows={rows} />}
      <MorePages hasMore={list.hasNextPage} isPending={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </Card>
  )
}
