import { type Stories, useSay } from '../../../kit/story.ts'
import { RelationItem } from './RelationItem.tsx'
import type { Relation } from './relation.rules.ts'

const at = '2026-11-20T10:00:00Z'
const byKind: Relation = {
  id: '01900000-0000-7000-8000-000000000001',
  attribute: 'kind',
  attributeName: null,
  behaviour: 'contacts-per-month',
  accessClass: 'public',
  n: 1735,
  groups: [
    { key: 'organisation', name: null, n: 320, mean: 2.14 },
    { key: 'person', name: null, n: 1415, mean: 1.2 },
  ],
  effect: 'cliffs-delta',
  value: -0.6,
  low: -0.65,
  high: -0.54,
  p: 1e-12,
  q: 1e-11,
  method: 'asymptotic',
  testedAt: at,
  verdict: null,
  note: null,
  judgedBy: null,
  judgedAt: null,
  changed: false,
  version: 1,
}
const bySeat: Relation = {
  ...byKind,
  id: '2',
  attribute: 'x.channel',
  attributeName: 'راه آشنایی با شرکت در نمایشگاه‌ها و از زبان دیگر مشتریان',
  behaviour: 'answered-share',
  groups: ['نمایشگاه', 'معرفی', 'تبلیغ', 'وبگاه'].map((name, index) => ({ key: name, name, n: 40 + index * 9, mean: 0.9 - index * 0.06 })),
  effect: 'eta-squared',
  value: 0.04,
  low: 0.01,
  high: 0.09,
  q: 0.03,
  method: 'permutation',
}
const judged: Relation = {
  ...byKind,
  id: '3',
  verdict: 'accepted',
  note: 'سازمان‌ها چند دستگاه دارند',
  judgedAt: at,
  changed: true,
}

const list = (all: readonly Relation[]) => (
  <ul className="divide-y divide-line rounded-card border border-line bg-surface">
    {all.map((relation) => (
      <RelationItem key={relation.id} relation={relation} rate={0.05} />
    ))}
  </ul>
)

const Found = () => list([byKind, bySeat])
const Judged = () => list([judged])
const ByChance = () => list([{ ...byKind, value: 0.03, low: -0.04, high: 0.1, q: 0.6 }])

function Narrow() {
  const say = useSay()
  return (
    <div className="max-w-xs" aria-label={say('باریک', 'Narrow')}>
      {list([bySeat])}
    </div>
  )
}

export const stories: Stories = { found: Found, judged: Judged, byChance: ByChance, narrow: Narrow }
