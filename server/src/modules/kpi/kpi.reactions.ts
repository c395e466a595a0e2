import type { Schedule } from '../../platform/jobs/schedule.ts'
import { onEventAtLength } from '../../platform/outbox/reactions.ts'
import type { Reaction } from '../../platform/outbox/reactions.ts'
import { testWeekly, workRelations } from './relations/work-run.ts'

/** What the module does upon events, and by the clock. */
export const kpiReactions: readonly Reaction[] = [onEventAtLength('kpi.relations-asked', 'kpi.work-relations', workRelations)]

export const kpiSchedules: readonly Schedule[] = [{ name: 'test-relations', when: '0 20 * * 5', work: testWeekly }]
