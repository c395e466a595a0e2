import { type Erasure, erasureRoutes, removalRoutes, type RemovedFile } from '@parvandeh/contract'
import { colleague, says, Screen } from '../../../kit/Screen.tsx'
import type { Stories } from '../../../kit/story.ts'
import { ErasuresPage } from './ErasuresPage.tsx'
import { RemovedPage } from './RemovedPage.tsx'

const customerId = '01900000-0000-7000-8000-000000000001'

const removed: RemovedFile = {
  customerId,
  code: '1001',
  displayName: 'لاله فرهمند مقدم تبریزی',
  kind: 'person',
  unitId: null,
  ownerId: null,
  removedAt: '2026-11-26T08:30:00Z',
  removedBy: colleague,
  reason: 'به خواست خودش، پس از پایان قرارداد پشتیبانی سالانه و تسویهٔ کامل حساب',
  erasureDueAt: null,
  version: 2,
}
const files: RemovedFile[] = [
  removed,
  {
    ...removed,
    customerId: `${customerId.slice(0, -1)}2`,
    code: '1877',
    kind: 'organisation',
    displayName: 'شرکت بازرگانی و تولیدی نام‌آوران راه‌های دور و دراز کوهستان‌های بلند',
    reason: 'تکراری',
    erasureDueAt: '2026-12-01T08:30:00Z',
  },
]

const taken = (answer: Parameters<typeof says<typeof removalRoutes.list>>[1], at = '/customers/removed') =>
  function Taken() {
    return (
      <Screen path="/customers/removed" at={at} answers={[says(removalRoutes.list, answer)]}>
        <RemovedPage />
      </Screen>
    )
  }

const erasure: Erasure = {
  id: customerId,
  customerId,
  code: '1001',
  state: 'waiting',
  basis: 'asked-by-person',
  reference: 'نامهٔ ۱۲۰۴/ب مورخ ۱۴۰۵/۹/۱، به امضای خود شخص و با پیوست رونوشت کارت ملی',
  askedBy: colleague,
  askedAt: '2026-11-26T08:30:00Z',
  dueAt: '2026-11-29T08:30:00Z',
  calledOffBy: null,
  calledOffAt: null,
  doneAt: null,
  certificate: null,
  can: { callOff: true },
}
const erasures: Erasure[] = [
  erasure,
  { ...erasure, id: `${customerId.slice(0, -1)}2`, state: 'called-off', can: { callOff: false } },
  { ...erasure, id: `${customerId.slice(0, -1)}3`, state: 'done', doneAt: '2026-11-29T08:32:00Z', can: { callOff: false } },
]

const erased = (answer: Parameters<typeof says<typeof erasureRoutes.list>>[1]) =>
  function Erased() {
    return (
      <Screen path="/customers/erasures" answers={[says(erasureRoutes.list, answer)]}>
        <ErasuresPage />
      </Screen>
    )
  }

export const stories: Stories = {
  'removed files': taken({ rows: files }),
  'none removed': taken({ rows: [] }),
  'none that fits': taken({ rows: [] }, '/customers/removed?q=%D9%85%D9%87%D8%AA%D8%A7%D8%A8'),
  'removed files being read': taken('waiting'),
  'removed files refused': taken('refused'),
  erasures: erased({ rows: erasures }),
  'no erasures': erased({ rows: [] }),
  'erasures being read': erased('waiting'),
  'erasures refused': erased('refused'),
}
