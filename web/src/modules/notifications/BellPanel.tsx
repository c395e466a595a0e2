import { notificationRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { BellRing, CheckCheck, Settings2 } from 'lucide-react'
import { query } from '../../api/query.ts'
import { useFormat } from '../../persian/format.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Link } from '../../ui/Link.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { useNavigate } from '@tanstack/react-router'
import { useNoticeWords } from './messages.ts'
import type { Notification } from './notification.types.ts'
import { NotificationRow } from './NotificationRow.tsx'
import { useMarks } from './use-marks.ts'

const shownRows = 15

/** What the bell holds, today's first; the rest is on its page. */
export function BellPanel({ quiet, close }: { quiet: boolean; close: () => void }) {
  const words = useNoticeWords()
  const navigate = useNavigate()
  const list = useQuery(query(notificationRoutes.list, { query: { limit: shownRows } }))
  const { markAll } = useMarks()
  return (
    <div className="-m-4 flex w-[26rem] max-w-[calc(100vw-1rem)] flex-col">
      <header className="flex items-center gap-1 border-b border-line py-1.5 ps-4 pe-2">
        <h2 className="flex-1 text-body font-semibold">{words.title}</h2>
        <Button size="small" variant="quiet" icon={<CheckCheck size={16} />} onPress={markAll}>
          {words.markAll}
        </Button>
        <IconButton
          size="small"
          label={words.settings}
          icon={<Settings2 size={16} />}
          onPress={() => {
            close()
            void navigate({ href: '/settings/notifications' })
          }}
        />
      </header>
      {quiet && <p className="border-b border-line bg-sunken px-4 py-1.5 text-small text-muted">{words.quiet}</p>}
      <div className="max-h-[60dvh] overflow-y-auto">
        {list.error && <ErrorState failure={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && (
          <div className="p-4">
            <SkeletonLines lines={5} />
          </div>
        )}
        {list.data && <Groups rows={list.data.rows} onOpen={close} />}
      </div>
      <footer className="border-t border-line px-4 py-2 text-small">
        <Link to="/notifications" onClick={close}>
          {words.all}
        </Link>
      </footer>
    </div>
  )
}

/** Those of today, and those of before. */
export function Groups({ rows, onOpen }: { rows: readonly Notification[]; onOpen?: () => void }) {
  const words = useNoticeWords()
  const { dayOf, today } = useFormat()
  const { mark } = useMarks()
  if (rows.length === 0) {
    return (
      <EmptyState compact icon={<BellRing size={22} />} title={words.empty}>
        {words.emptyText}
      </EmptyState>
    )
  }
  const day = today()
  const groups = [
    { title: words.today, rows: rows.filter(({ at }) => dayOf(at) === day) },
    { title: words.earlier, rows: rows.filter(({ at }) => dayOf(at) !== day) },
  ].filter((group) => group.rows.length > 0)
  return groups.map(({ title, rows: own }) => (
    <section key={title} aria-label={title}>
      <h3 className="bg-sunken px-4 py-1 text-small font-medium text-muted">{title}</h3>
      <ul>
        {own.map((notification) => (
          <NotificationRow
            key={notification.id}
            notification={notification}
            onMark={(read) => mark(notification.id, read)}
            onOpen={() => {
              if (!notification.read) mark(notification.id, true)
              onOpen?.()
            }}
          />
        ))}
      </ul>
    </section>
  ))
}
