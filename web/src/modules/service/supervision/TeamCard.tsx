import type { Presence } from '@parvandeh/contract'
import { CalendarClock, X } from 'lucide-react'
import { useState } from 'react'
import { useDirectory } from '../../../api/directory.ts'
import { useMay } from '../../../api/session.ts'
import { useFormat } from '../../../persian/format.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import { type Shape, StatusBadge, type Tone } from '../../../ui/Badge.tsx'
import { Card } from '../../../ui/Card.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { Load } from './Load.tsx'
import { useSupervisionWords } from './messages.ts'
import type { Colleague } from './supervision.types.ts'
import { useLeaves } from './use-leaves.ts'

const looks: Record<Presence, { shape: Shape; tone: Tone }> = {
  here: { shape: 'dot', tone: 'positive' },
  'not-seen': { shape: 'ring', tone: 'neutral' },
  off: { shape: 'dash', tone: 'neutral' },
  leave: { shape: 'clock', tone: 'caution' },
}

/** Each colleague in a line: whether they are there, what they hold and for how long; those who have most first. */
export function TeamCard({ people, more }: { people: readonly Colleague[]; more: boolean }) {
  const words = useSupervisionWords()
  const [leaving, setLeaving] = useState<string | null>(null)
  const most = Math.max(1, ...people.map(({ held }) => held.inWork + held.waiting))
  if (people.length === 0) {
    return (
      <Card title={words.team}>
        <EmptyState compact title={words.teamEmpty}>
          {words.teamEmptyText}
        </EmptyState>
      </Card>
    )
  }
  return (
    <Card flush title={words.team}>
      <ul>
        {people.map((one) => (
          <Line key={one.personId} colleague={one} most={most} onLeave={() => setLeaving(one.personId)} />
        ))}
      </ul>
      {more && <p className="px-4 py-2 text-small text-muted">{words.more}</p>}
      {leaving !== null && <LeaveDialog personId={leaving} onClose={() => setLeaving(null)} />}
    </Card>
  )
}

function Line({ colleague, most, onLeave }: { colleague: Colleague; most: number; onLeave: () => void }) {
  const words = useSupervisionWords()
  const may = useMay()
  const { personName, unitName } = useDirectory()
  const { personId, unitId, presence, held } = colleague
  const name = personName(personId) ?? ''
  return (
    <li className="@container border-b border-line px-4 py-3 last:border-b-0">
      <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-3 gap-y-2 @2xl:grid-cols-[auto_minmax(0,14rem)_minmax(0,1fr)_auto]">
        <Avatar name={name} />
        <div className="min-w-0">
          <Link
            to="/requests"
            search={{ holderId: personId, status: 'unfinished', sort: 'priority' }}
            className="block truncate font-medium text-text!"
          >
            <bdi>{name}</bdi>
          </Link>
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <StatusBadge {...looks[presence]}>{words.presences[presence]}</StatusBadge>
            <Seen colleague={colleague} />
          </div>
          <p className="truncate text-small text-muted">
            <bdi>{unitName(unitId) ?? words.noUnit}</bdi>
          </p>
          <Leaves colleague={colleague} />
        </div>
        <div className="min-w-0 @max-2xl:col-span-3 @max-2xl:row-start-2 @2xl:pt-1.5">
          <Load held={held} most={most} resolvedToday={colleague.resolvedToday} />
        </div>
        {may('identity.calendar') && (
          <IconButton size="small" label={words.addLeave} icon={<CalendarClock size={16} />} onPress={onLeave} />
        )}
      </div>
    </li>
  )
}

function Seen({ colleague: { seenAt, presence } }: { colleague: Colleague }) {
  const words = useSupervisionWords()
  const { relative } = useFormat()
  if (presence === 'here') return null
  return <span className="text-small text-muted">{seenAt ? words.seen(relative(seenAt)) : words.neverSeen}</span>
}

function Leaves({ colleague: { leaves } }: { colleague: Colleague }) {
  const words = useSupervisionWords()
  const { time } = useFormat()
  const may = useMay()
  const { remove } = useLeaves()
  return leaves.map(({ id, from, to, note }) => (
    <p key={id} className="flex items-center gap-1 text-small text-caution" title={note}>
      {words.leaveFromTo(time(from), time(to))}
      {may('identity.calendar') && <IconButton size="small" label={words.removeLeave} icon={<X size={14} />} onPress={() => remove(id)} />}
    </p>
  ))
}
