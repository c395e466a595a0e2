import { measureDay } from './completeness/measure-day.ts'
import type { Schedule } from '../../platform/jobs/schedule.ts'
import { runAllSchemes } from './classes/run-scheme.ts'
import { compareChangedFiles } from './duplicates/scan/run-scan.ts'
import { carryOutDue } from './erasure/carry-out-erasure.ts'
import type { ErasureTools } from './erasure/carry-out-erasure.ts'
import { sweepFields } from './fields/sweep-fields.ts'
import { measureSegments } from './segments/measure-segments.ts'
import { refreshTrust } from './trust/refresh-trust.ts'

/** What is done to files by the clock. */
export const customerSchedules = (erasing: ErasureTools): Schedule[] => [
  { name: 'carry-out-erasures', when: '*/10 * * * *', work: (tools) => carryOutDue(erasing, tools) },
  { name: 'compare-changed-files', when: '*/5 * * * *', work: compareChangedFiles },
  { name: 'classify-files', when: '45 22 * * *', work: runAllSchemes },
  { name: 'measure-files', when: '40 20 * * *', work: ({ runAsSystem }) => runAsSystem(measureDay) },
  { name: 'measure-segments', when: '45 19 * * *', work: measureSegments },
  { name: 'sweep-fields', when: '35 22 * * *', work: sweepFields },
  { name: 'refresh-trust', when: '0 21 * * *', work: refreshTrust },
]
