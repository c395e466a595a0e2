import { importRoutes } from '@parvandeh/contract'
import { says, Screen } from '../../../kit/Screen.tsx'
import type { Stories } from '../../../kit/story.ts'
import {
  anImport,
  broken,
  finished,
  importId,
  mapping,
  mappingOfCustomers,
  mappingOfLedgers,
  running,
  standing,
} from '../import.fixtures.ts'
import type { Import } from '../import.types.ts'
import { ImportPage } from '../ImportPage.tsx'

const shown = (answer: Import | 'refused' | 'waiting') => () => (
  <Screen path="/imports/$importId" at={`/imports/${importId}`} answers={[says(importRoutes.show, answer)]}>
    <ImportPage />
  </Screen>
)

const ofRequests = (given: Partial<Import>) => anImport({ mapping, mappingName: 'دفتر پذیرش', ...given })
const ofCustomers = (given: Partial<Import>) =>
  anImport({ kind: 'customers', fileName: 'مشتریان.xlsx', customerMapping: mappingOfCustomers, rowsRead: 1_000_000, ...given })
const ofLedgers = (given: Partial<Import>) =>
  anImport({ kind: 'ledgers', fileName: 'گردش حساب.xlsx', ledgerMapping: mappingOfLedgers, rowsRead: 4200, ...given })

const done = ofRequests({
  state: 'done',
  rowsRead: 121_300,
  rowsRefused: 296,
  rowsKnown: 1200,
  rowsLoaded: 119_804,
  requestsLoaded: 18_240,
  finishedAt: '2026-11-28T08:41:00Z',
  can: finished,
  result: {
    requests: 18_240,
    events: 119_804,
    employees: 31,
    customers: 9120,
    customersWithRequests: 8800,
    products: 12,
    notClosed: 210,
    rowsRead: 121_300,
    rowsKnown: 1200,
    rowsRefused: 296,
    seconds: 41,
  },
})
const counts = { created: 981_204, updated: 12_031, same: 4000, skipped: 0, repeated: 2311, ambiguous: 12, refused: 442, doubtful: 18_220 }
const vouchers = { entered: 4100, known: 40, changed: 3, unmatched: 50, refused: 7, debit: 98_120_000_000, credit: 91_000_000_000 }

export const stories: Stories = {
  'being read': shown(ofRequests({ state: 'staging', rowsRead: 41_200, progress: 0.34, can: running })),
  'being loaded': shown(ofRequests({ state: 'loading', rowsRead: 121_300, rowsLoaded: 60_000, progress: 0.5, can: running })),
  'paused by a person': shown(ofRequests({ state: 'paused', rowsRead: 41_207, can: standing })),
  'broken file': shown(ofRequests({ state: 'paused', rowsRead: 41_207, failure: broken, can: standing })),
  failed: shown(ofRequests({ state: 'failed', rowsRead: 12, can: standing })),
  discarded: shown(ofRequests({ state: 'discarded', can: { ...standing, resume: false, discard: false } })),
  'what it brought': shown(done),
  'customers: tried': shown(ofCustomers({ state: 'checked', trial: counts })),
  'customers: brought': shown(ofCustomers({ state: 'done', customers: counts, can: finished })),
  'customers: taken back': shown(
    ofCustomers({ state: 'undone', customers: counts, undone: { removed: 981_000, restored: 12_000, kept: 235 }, can: finished }),
  ),
  'ledgers: brought': shown(ofLedgers({ state: 'done', ledgers: vouchers, can: finished })),
  'on its way': shown('waiting'),
  refused: shown('refused'),
}
