import type { Condition } from '@parvandeh/contract'
import { lastNameField } from '../../../kit/invented.ts'
import { type Stories, useSay } from '../../../kit/story.ts'
import type { ConditionSource } from '../../../lists/condition/condition-source.types.ts'
import { addDays } from '@parvandeh/contract/persian'
import { SizeByDay } from './SegmentHistory.tsx'
import { MembersCard } from './SegmentMembers.tsx'
import { SegmentRule } from './SegmentRule.tsx'

const segmentId = '01900000-0000-7000-8000-000000000001'
const source = (areRead: boolean): ConditionSource => ({
  fields: [lastNameField],
  groupName: () => '',
  optionsOf: () => null,
  areRead,
})
const named: Condition = { field: 'lastName', is: 'contains', value: 'کوهستانی' }
const hidden: Condition = { all: [named, { field: 'nationalCode', is: 'equals' }] }
const long: Condition = { any: Array.from({ length: 12 }, (_, n) => ({ ...named, value: `خانوادهٔ بلند‌نام کوهستانی‌نژاد ${n + 1}` })) }

const members = ['هما کوهستانی', 'پخش سراسری لوازم خانگی و صنعتی مهرآوران البرز و شمال'].map((displayName, n) => ({
  customerId: `0190000${n}`,
  displayName,
  code: `10${n}`,
}))
const days = Array.from({ length: 90 }, (_, n) => ({ day: addDays('2026-08-31', n), count: 40 + Math.round(12 * Math.sin(n / 9) + n / 5) }))
const exact = { count: 58, isExact: true, low: 58, high: 58 }
const estimate = { count: 304_000, isExact: false, low: 300_000, high: 308_000 }

interface StateProps {
  rule: { kind: 'static' | 'rule'; condition: Condition | null; usable: boolean }
  areRead?: boolean
  size?: typeof exact
  shown?: typeof members
  history?: { isShown: boolean; days: typeof days }
}

const State = ({ rule, areRead = true, size, shown, history }: StateProps) => (
  <div className="flex flex-col gap-gap">
    <SegmentRule segment={rule} source={source(areRead)} />
    {rule.usable && <SizeByDay data={history} />}
    {rule.usable && <MembersCard segmentId={segmentId} size={size} members={shown} />}
  </div>
)

const byRule = { kind: 'rule', condition: named, usable: true } as const
const byHand = { kind: 'static', condition: null, usable: true } as const
const whole = { isShown: true, days }

const ByRule = () => <State rule={byRule} size={exact} shown={members} history={whole} />
const ByHand = () => <State rule={byHand} size={exact} shown={members} history={{ isShown: true, days: days.slice(0, 2) }} />
const Estimated = () => <State rule={byRule} size={estimate} shown={members} history={{ isShown: false, days: [] }} />
const Empty = () => (
  <State rule={byHand} size={{ ...exact, count: 0 }} shown={[]} history={{ isShown: true, days: [{ day: '2026-11-28', count: 0 }] }} />
)
const Loading = () => <State rule={byRule} areRead={false} />
const Refused = () => <State rule={{ kind: 'rule', condition: hidden, usable: false }} />
const Long = () => <State rule={{ ...byRule, condition: long }} size={exact} shown={members} history={whole} />

function Narrow() {
  const say = useSay()
  return (
    <div className="max-w-xs" aria-label={say('باریک', 'Narrow')}>
      <State rule={{ ...byRule, condition: long }} size={estimate} shown={members} history={whole} />
    </div>
  )
}

export const stories: Stories = {
  byRule: ByRule,
  byHand: ByHand,
  estimated: Estimated,
  empty: Empty,
  loading: Loading,
  refused: Refused,
  long: Long,
  narrow: Narrow,
}
