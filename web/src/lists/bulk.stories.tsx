import { bulkRoutes, type BulkView } from '@parvandeh/contract'
import { says, Screen } from '../kit/Screen.tsx'
import type { Stories } from '../kit/story.ts'
import { BulkProgress } from './BulkProgress.tsx'
import { BulksUnderWay } from './BulksUnderWay.tsx'

const working: BulkView = {
  id: '01900000-0000-7000-8000-000000000001',
  noun: 'customers',
  state: 'working',
  total: 482_000,
  isExact: false,
  done: 120_400,
  changed: 118_000,
  same: 2400,
  refused: [],
  startedAt: '2026-11-28T08:30:00Z',
  undoUntil: '2026-12-05T08:30:00Z',
  stoppedBy: null,
  can: { undo: false, stop: true, goOn: false },
  putBack: 0,
  notPutBack: [],
}
const stopped: BulkView = {
  ...working,
  id: '01900000-0000-7000-8000-000000000002',
  state: 'stopped',
  stoppedBy: 'not-permitted',
  can: { undo: true, stop: false, goOn: true },
}
const undoing: BulkView = {
  ...working,
  id: '01900000-0000-7000-8000-000000000003',
  state: 'undoing',
  isExact: true,
  done: 482_000,
  changed: 470_000,
  putBack: 31_000,
}
const done: BulkView = {
  ...undoing,
  state: 'done',
  putBack: 0,
  same: 11_500,
  refused: [{ code: 'not-permitted', count: 2 }],
  can: { undo: true, stop: false, goOn: false },
}
const refusals = ['۱۰۰۱', 'شرکت بازرگانی و تولیدی نام‌آوران راه‌های دور و دراز کوهستان‌های بلند'].map((label, place) => ({
  id: `01900000-0000-7000-8000-00000000001${place}`,
  customerId: `01900000-0000-7000-8000-00000000001${place}`,
  label,
  code: 'not-permitted' as const,
  step: 'change' as const,
}))

const strip = (rows: BulkView[]) => () => (
  <Screen path="/customers" answers={[says(bulkRoutes.list, { rows })]}>
    <div className="p-4">
      <BulksUnderWay noun="customers" />
    </div>
  </Screen>
)
const cameOf = (view: BulkView, answer: Parameters<typeof says<typeof bulkRoutes.refusals>>[1]) => () => (
  <Screen path="/customers" answers={[says(bulkRoutes.refusals, answer)]}>
    <div className="p-4">
      <BulkProgress view={view} />
    </div>
  </Screen>
)

/** Changes of many rows that go on unseen, and what came of them. */
export const stories: Stories = {
  'under way, stopped and being put back': strip([working, stopped, undoing]),
  'one under way': strip([working]),
  stopped: cameOf({ ...stopped, refused: done.refused }, { rows: refusals }),
  done: cameOf(done, { rows: refusals }),
  'refused rows being read': cameOf(done, 'waiting'),
  'put back': cameOf(
    { ...done, state: 'undone', putBack: 469_990, notPutBack: [{ code: 'changed-meanwhile', count: 2 }] },
    { rows: refusals.map((one) => ({ ...one, step: 'undo' as const })) },
  ),
}
