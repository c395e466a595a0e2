import { presences } from '@parvandeh/contract'
import { useState } from 'react'
import type { Stories } from '../../../kit/story.ts'
import { Card } from '../../../ui/Card.tsx'
import { HoursCard } from './HoursCard.tsx'
import { Load } from './Load.tsx'
import { MoveList } from './MoveList.tsx'
import { QueuesCard } from './QueuesCard.tsx'
import type { Colleague, Pile, ProposedMove } from './supervision.types.ts'
import { TeamCard } from './TeamCard.tsx'

const id = (n: number) => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`
const pile = (given: Partial<Pile> = {}): Pile => ({
  inWork: 9,
  waiting: 2,
  fresh: 3,
  aging: 4,
  old: 2,
  unanswered: 5,
  slow: 2,
  oldest: { number: '05000123', reportedAt: '2026-11-12T08:30:00.000Z' },
  ...given,
})
const nothing = pile({ inWork: 0, waiting: 0, fresh: 0, aging: 0, old: 0, unanswered: 0, slow: 0, oldest: null })
const team: Colleague[] = presences.map((presence, n) => ({
  personId: id(n + 1),
  unitId: null,
  presence,
  seenAt: n === 1 ? '2026-11-22T06:00:00.000Z' : null,
  leaves: presence === 'leave' ? [{ id: id(50), from: '2026-11-22T06:30:00.000Z', to: '2026-11-22T08:30:00.000Z', note: '' }] : [],
  takesWork: true,
  held: n === 2 ? nothing : pile({ inWork: 9 - n }),
  resolvedToday: n,
}))
const move: ProposedMove = {
  customerId: id(80),
  requestId: id(81),
  fromPersonId: id(1),
  toPersonId: id(2),
  number: '05000123',
  subject: 'یخچال فریزر دوقلو پس از جابه‌جایی و نصب دوباره همچنان سرد نمی‌کند و صدای ناهنجار می‌دهد',
  customerName: 'زهراسادات میرمهرآبادی‌فراهانی',
  reportedAt: '2026-11-21T08:30:00.000Z',
  answered: false,
  fromLoad: 9,
  toLoad: 2,
  experience: 34,
}

const Team = () => <TeamCard people={team} more />
const Nobody = () => <TeamCard people={[]} more={false} />
const Narrow = () => (
  <div className="max-w-80">
    <TeamCard people={team.slice(0, 2)} more={false} />
  </div>
)
const Loads = () => (
  <Card>
    <Load held={pile()} most={11} resolvedToday={4} />
    <Load held={nothing} most={11} />
  </Card>
)
const Queues = () => (
  <div className="grid gap-gap sm:grid-cols-2">
    <QueuesCard queues={[{ unitId: null, ...pile() }]} />
    <QueuesCard queues={[]} />
  </div>
)
const Day = () => (
  <div className="grid gap-gap sm:grid-cols-2">
    <HoursCard hours={[8, 9, 11, 14].map((hour, n) => ({ hour, arrived: 3 + n, resolved: 4 - n }))} />
    <HoursCard hours={[]} />
  </div>
)

function Moves() {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const second = { ...move, requestId: id(82), answered: true, experience: 0 }
  return (
    <Card>
      <MoveList moves={[move, second]} left={left} onChange={setLeft} />
    </Card>
  )
}

export const stories: Stories = { Team, Nobody, Narrow, Loads, Queues, Day, Moves }
