import type { NoticeKind } from '@parvandeh/contract'
import {
  ArrowRightLeft,
  Check,
  CheckCheck,
  Circle,
  FileDown,
  FileInput,
  Hourglass,
  Inbox,
  Layers,
  type LucideIcon,
  MessageSquareReply,
  RotateCcw,
  Scale,
  UserCheck,
} from 'lucide-react'
import { useDirectory } from '../../api/directory.ts'
import { useFormat } from '../../persian/format.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Bidi } from '../../ui/Bidi.tsx'
import { classes, focusRing } from '../../ui/classes.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Link } from 'react-aria-components'
import { useNoticeWords } from './messages.ts'
import type { Notification } from './notification.types.ts'
import { hrefOf, sentenceOf } from './sentence.ts'

const icons: Record<NoticeKind, LucideIcon> = {
  'request-assigned': UserCheck,
  'request-queued': Inbox,
  'request-replied': MessageSquareReply,
  'request-moved': ArrowRightLeft,
  'request-ended': CheckCheck,
  'request-reopened': RotateCcw,
  'request-slow': Hourglass,
  'contradiction-found': Scale,
  'import-ended': FileInput,
  'export-ended': FileDown,
  'bulk-ended': Layers,
}

interface NotificationRowProps {
  notification: Notification
  /** Opening it is having read it. */
  onOpen: () => void
  onMark: (read: boolean) => void
}

/** One notification: what happened, to what, by whom and when; the whole line opens it. */
export function NotificationRow({ notification, onOpen, onMark }: NotificationRowProps) {
  const words = useNoticeWords()
  const { kind, read, subject } = notification
  const Icon = icons[kind]
  const href = hrefOf(notification)
  const sentence = sentenceOf(notification, words)
  return (
    <li
      className={classes(
        'relative flex gap-3 border-b border-line py-2.5 ps-4 pe-2 last:border-b-0 hover:bg-hover',
        !read && 'bg-accent-soft/40',
      )}
    >
      <span
        className={classes(
          'mt-0.5 grid size-8 shrink-0 place-items-center rounded-full',
          kind === 'request-slow' ? 'bg-caution-soft text-caution' : 'bg-accent-soft text-accent-text',
        )}
        aria-hidden="true"
      >
        <Icon size={16} />
      </span>
      <div className="min-w-0 flex-1">
        {href ? (
          <Link
            href={href}
            onPress={onOpen}
            className={classes('block text-body after:absolute after:inset-0', !read && 'font-semibold', focusRing)}
          >
            {sentence}
          </Link>
        ) : (
          <p className="text-body text-muted">{sentence}</p>
        )}
        {subject ? <About subject={subject} /> : <p className="text-small text-faint">{words.hidden}</p>}
        <Meta notification={notification} />
      </div>
      {/* Above the link, whose target is the whole line. */}
      <span className="relative z-1 flex shrink-0 items-center self-center">
        <IconButton
          size="small"
          label={read ? words.markUnread : words.markRead}
          icon={read ? <Circle size={15} /> : <Check size={16} />}
          onPress={() => onMark(!read)}
        />
      </span>
    </li>
  )
}

function About({ subject }: { subject: NonNullable<Notification['subject']> }) {
  const words = useNoticeWords()
  const { digits, number } = useFormat()
  if (subject.type === 'bulk') return <p className="text-small text-muted">{words.rows(number(Number(subject.label)))}</p>
  return (
    <p className="flex min-w-0 items-baseline gap-2 text-small text-muted">
      <Bidi ltr className="shrink-0">
        {subject.type === 'request' || subject.type === 'contradiction' ? digits(subject.label) : subject.label}
      </Bidi>
      {subject.title && <bdi className="truncate">{subject.title}</bdi>}
    </p>
  )
}

function Meta({ notification: { at, times, byPersonId, read } }: { notification: Notification }) {
  const words = useNoticeWords()
  const format = useFormat()
  const by = useDirectory().personName(byPersonId)
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-small text-muted">
      <span title={format.moment(at)}>{format.relative(at)}</span>
      {by && (
        <span>
          {words.by} <bdi>{by}</bdi>
        </span>
      )}
      {times > 1 && <Badge>{words.times(format.number(times))}</Badge>}
      {!read && <span className="sr-only">{words.unread}</span>}
    </p>
  )
}
