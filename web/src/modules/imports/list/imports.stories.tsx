import { importRoutes } from '@parvandeh/contract'
import { says, Screen } from '../../../kit/Screen.tsx'
import type { Stories } from '../../../kit/story.ts'
import { anImport, broken, finished, running, standing } from '../import.fixtures.ts'
import type { Import } from '../import.types.ts'
import { ImportsPage } from './ImportsPage.tsx'

const customers = { created: 981_204, updated: 12_031, same: 4000, skipped: 0, repeated: 0, ambiguous: 12, refused: 442, doubtful: 0 }
const result = {
  requests: 18_240,
  events: 121_004,
  employees: 31,
  customers: 9120,
  customersWithRequests: 8800,
  products: 12,
  notClosed: 210,
  rowsRead: 121_300,
  rowsKnown: 0,
  rowsRefused: 296,
  seconds: 41,
}

const everyState: Import[] = [
  anImport(),
  anImport({ state: 'staging', rowsRead: 41_200, progress: 0.34, can: running }),
  anImport({ state: 'checked', kind: 'customers', fileName: 'customers-of-the-old-accounting-program-2026-11-28.xlsx', trial: customers }),
  anImport({ state: 'loading', kind: 'customers', rowsRead: 310_000, progress: 0.62, customers, can: running }),
  anImport({ state: 'paused', rowsRead: 41_207, failure: broken, can: standing }),
  anImport({ state: 'failed', kind: 'ledgers', rowsRead: 12, can: standing }),
  anImport({ state: 'done', rowsRead: 121_300, result, finishedAt: '2026-11-28T09:00:00Z', can: finished }),
  anImport({ state: 'undone', kind: 'customers', fileName: `مشتریان ${'شعبه‌های دور '.repeat(12)}.csv`, customers }),
  anImport({ state: 'discarded' }),
].map((one, place) => ({ ...one, id: `${one.id.slice(0, -1)}${place}` }))

const listed = (answer: Parameters<typeof says<typeof importRoutes.list>>[1]) => () => (
  <Screen path="/imports" answers={[says(importRoutes.list, answer)]}>
    <ImportsPage />
  </Screen>
)

export const stories: Stories = {
  'every state': listed({ rows: everyState }),
  none: listed({ rows: [] }),
  'being read': listed('waiting'),
  refused: listed('refused'),
}
