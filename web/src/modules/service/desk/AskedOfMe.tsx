import { notificationRoutes } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useDirectory } from '../../../api/directory.ts'
import { query, useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Card } from '../../../ui/Card.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Link } from '../../../ui/Link.tsx'
import { toastFailure } from '../../../ui/toast.tsx'
import { RequestNumber } from '../RequestNumber.tsx'
import { useDeskWords } from './messages.ts'

const shownRows = 8

/** What colleagues have given me and I have not looked at yet; nothing stands here when there is none. */
export function AskedOfMe() {
  const words = useDeskWords()
  const { relative } = useFormat()
  const { personName } = useDirectory()
  const client = useQueryClient()
  const asked = query(notificationRoutes.list, { query: { kind: 'request-assigned', unread: 'true', limit: shownRows } })
  const { data } = useQuery(asked)
  const seen = useWrite(notificationRoutes.mark, {
    onError: toastFailure,
    onSuccess: () =>
      Promise.all([notificationRoutes.list, notificationRoutes.bell].map(({ path }) => client.invalidateQueries({ queryKey: [path] }))),
  })
  const rows = data?.rows.filter(({ subject }) => subject !== null) ?? []
  const markSeen = (id: string) => seen.mutate({ body: { ids: [id], read: true } })
  if (rows.length === 0) return null
  return (
    <Card flush title={words.asked}>
      <ul>
        {rows.map(({ id, at, byPersonId, subject }) => (
          <li key={id} className="relative flex items-center gap-3 border-b border-line py-2 ps-4 pe-2 last:border-b-0 hover:bg-hover">
            <div className="min-w-0 flex-1">
              <Link
                to="/requests/$number"
                params={{ number: subject?.label ?? '' }}
                onClick={() => markSeen(id)}
                className="block truncate font-medium text-text! after:absolute after:inset-0"
              >
                <bdi>{subject?.title ?? ''}</bdi>
              </Link>
              <p className="flex min-w-0 flex-wrap gap-x-2 text-small text-muted">
                <RequestNumber number={subject?.label ?? ''} />
                <span>
                  {words.askedBy(relative(at))} <bdi>{personName(byPersonId)}</bdi>
                </span>
              </p>
            </div>
            {/* Above the link, whose target is the whole line. */}
            <span className="relative z-1">
              <IconButton size="small" label={words.askedRead} icon={<Check size={16} />} onPress={() => markSeen(id)} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
