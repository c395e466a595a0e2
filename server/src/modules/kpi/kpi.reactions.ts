import type { Schedule } from '../../platform/jobs/schedule.ts'
import { onEventAtLength, onEvents } from '../../platform/outbox/reactions.ts'
import type { Reaction } from '../../platform/outbox/reactions.ts'
import { testWeekly, workRelations } from './relations/work-run.ts'
import { keepSheets, markRequests } from './sheets/keep-sheets.ts'

/** What the module does upon events, and by the clock. */
export const kpiReactions: readonly Reaction[] = [
  onEventAtLength('kpi.relations-asked', 'kpi.work-relations', workRelations),
  onEvents('service.request-changed', 'kpi.mark-changed', (context, told) => markRequests(context, told)),
  onEvents('service.history-loaded', 'kpi.mark-loaded', (context, told) =>
    markRequests(
      context,
      told.flatMap(({ requests }) => requests),
    ),
  ),
  onEvents('service.clocks-recounted', 'kpi.mark-recounted', (context, told) =>
    markRequests(
      context,
      told.flatMap(({ requests }) => requests),
    ),
  ),
]

export const kpiSchedules: readonly Schedule[] = [
  { name: 'test-relations', when: '0 20 * * 5', work: testWeekly },
  { name: 'keep-sheets', when: '* * * * *', work: keepSheets },
]
