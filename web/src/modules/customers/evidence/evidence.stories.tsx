import { useState } from 'react'
import { type Stories, useSay } from '../../../kit/story.ts'
import { ContradictionItem } from './ContradictionItem.tsx'
import { TrustCard } from './EvidenceCard.tsx'
import { blankSeen, ObservedPart } from './ObservedPart.tsx'
import { OriginMark } from './OriginMark.tsx'
import { OriginPanel } from './OriginPanel.tsx'
import { type Origin, OriginsContext } from './origins.ts'
import type { Contradiction } from './SidesOf.tsx'

const customerId = '01900000-0000-7000-8000-000000000001'
const at = '2026-10-04T08:30:00Z'
const rule = { id: customerId, builtIn: 'city-of-visits' as const, name: '', question: '' }

const moved: Contradiction = {
  customerId,
  customerName: 'لاله فرهمند مقدم تبریزی',
  customerCode: '1001',
  id: customerId,
  rule,
  field: 'cityId',
  stated: { as: 'text', value: 'تبریز' },
  observed: { as: 'text', value: 'شیراز', count: 4, of: 5 },
  evidence: ['visit', 'visit', 'parcel', 'visit'].map((kind, index) => ({ id: `${index}`, kind, at, personId: null })),
  severity: 'medium',
  state: 'open',
  openedAt: at,
  closedAt: null,
  closedBy: null,
  reason: null,
  version: 1,
  can: { settle: true, correct: true },
}
const wrongNumber: Contradiction = {
  ...moved,
  id: '2',
  rule: { ...rule, builtIn: 'wrong-number' },
  field: 'accessPoints.a',
  stated: { as: 'phone', value: '+989121234567' },
  observed: { as: 'note', value: null, count: 2 },
  severity: 'high',
  can: { settle: true, correct: false },
}
const kept: Contradiction = {
  ...moved,
  id: '3',
  state: 'kept',
  closedAt: at,
  reason: 'تابستان‌ها نزد دخترش در شیراز است و نامه‌ها و مرسوله‌ها را همان‌جا می‌گیرد',
}
const readOnly: Contradiction = { ...moved, id: '4', can: { settle: false, correct: false } }

const desk = (all: readonly Contradiction[]) => (
  <ul className="divide-y divide-line rounded-card border border-line bg-surface">
    {all.map((one) => (
      <ContradictionItem key={one.id} one={one} />
    ))}
  </ul>
)

const Desk = () => desk([moved, wrongNumber, kept])
const ReadOnly = () => desk([readOnly])

const reasons = [
  { key: 'values' as const, weight: 1.1, count: 6, of: 9 },
  { key: 'verified' as const, weight: 0.45, count: 1, of: null },
  { key: 'freshness' as const, weight: 0.4, count: 7, of: null },
  { key: 'contradictions' as const, weight: -0.8, count: 1, of: null },
]
const Trust = () => <TrustCard trust={{ trust: 0.76, reasons, partial: false }} contradictions={[moved]} />
const TrustPartial = () => <TrustCard trust={{ trust: 0.31, reasons, partial: true }} contradictions={[]} />
const TrustComing = () => <TrustCard trust={undefined} contradictions={[]} />
const TrustUnknown = () => <TrustCard trust={{ trust: null, reasons: [], partial: false }} contradictions={[]} />

function Narrow() {
  const say = useSay()
  return (
    <div className="max-w-xs" aria-label={say('باریک', 'Narrow')}>
      <TrustCard trust={{ trust: 0.5, reasons, partial: false }} contradictions={[moved, wrongNumber]} />
    </div>
  )
}

const plain: Origin = {
  field: 'district',
  kind: 'form',
  importId: null,
  row: null,
  contact: null,
  confidence: 0.8,
  recordedBy: null,
  recordedAt: at,
  confirmed: null,
  doubted: null,
  older: 0,
}
const origins: Origin[] = [
  plain,
  { ...plain, field: 'cityId', kind: 'import', row: 17, confidence: 0.6 },
  { ...plain, field: 'lastName', kind: 'call', contact: { id: '1', kind: 'call', at, personId: null }, confirmed: { by: null, at } },
  { ...plain, field: 'firstName', doubted: { by: null, at, note: 'پسرش گفت نام دیگری دارد' } },
]

/** Sure, less sure, confirmed and in doubt. */
function Marks() {
  const say = useSay()
  const names = [say('محله', 'District'), say('شهر', 'City'), say('نام خانوادگی', 'Last name'), say('نام', 'First name')]
  return (
    <OriginsContext value={{ customerId, byField: new Map(origins.map((origin) => [origin.field, origin])) }}>
      <ul className="flex flex-col gap-2">
        {origins.map(({ field }, index) => (
          <li key={field} className="flex items-center gap-1.5">
            {names[index]}
            <OriginMark field={field} name={names[index] ?? ''} mayEdit version={1} />
          </li>
        ))}
      </ul>
    </OriginsContext>
  )
}

/** A number that was heard in a call: confirmed, doubted, or said to be wrong in one press. */
function PhonePanel() {
  const say = useSay()
  const heard: Origin = { ...plain, field: 'accessPoints.1', kind: 'call', contact: { id: '1', kind: 'call', at, personId: null } }
  return <OriginPanel customerId={customerId} origin={heard} name={say('تلفن همراه', 'Mobile')} mayEdit isPhone />
}

function DoubtedPanel() {
  const say = useSay()
  const doubted: Origin = { ...plain, doubted: { by: null, at, note: 'شماره اشتباه است' } }
  return <OriginPanel customerId={customerId} origin={doubted} name={say('تلفن ثابت', 'Phone')} mayEdit isPhone />
}

function SeenRule() {
  const [draft, setDraft] = useState(blankSeen)
  return (
    <div className="flex max-w-md flex-col gap-3">
      <ObservedPart draft={draft} onChange={setDraft} />
    </div>
  )
}

export const stories: Stories = {
  phonePanel: PhonePanel,
  doubtedPanel: DoubtedPanel,
  seenRule: SeenRule,
  desk: Desk,
  readOnly: ReadOnly,
  trust: Trust,
  trustPartial: TrustPartial,
  trustComing: TrustComing,
  trustUnknown: TrustUnknown,
  narrow: Narrow,
  marks: Marks,
}
