import type { Actor, Context } from '../../../platform/context.ts'
import { systemActor } from '../../../platform/context.ts'
import { undoEnd } from './bulk.queries.ts'
import type { StoredRow } from './bulk-rows.queries.ts'
import type { BulkItem, StoredBulk } from './bulk.types.ts'

/** A change that is being made or put back, with whoever asked for it as they are now. */
export type Task = StoredBulk & { state: 'working' | 'undoing'; actor: Actor }

/** What came of some rows: there may be more, there are none, or the change is no longer being made. */
export type Step = 'more' | 'over' | 'left'

/** Who may no longer act. */
export const powerless = ({ personId, actorKind }: StoredBulk): Actor => ({
  ...systemActor,
  kind: actorKind,
  personId,
  grants: {},
  fieldClasses: new Set(),
})

/** The same transaction, as whoever asked for the change. */
export const asPerson = (context: Context, { actor, locale }: Task): Context => ({ ...context, actor, locale })

const minuteMs = 60_000

/** Effects outside wait beyond the time for asking, since the rows to come and putting back take their time too. */
export function heldWhileChanging<Row extends StoredRow>({ now }: Context, task: Task, rows: readonly Row[]): (Row & BulkItem)[] {
  const until = new Date(Math.max(undoEnd(now).getTime(), task.undoUntil.getTime()) + minuteMs + task.expected * 50)
  return rows.map((row) => ({ ...row, hold: { until, by: row.rowId } }))
}

/** Of what is put back neither the change nor its end is told outside: until the change is withdrawn, what putting it back tells waits. */
export function heldWhilePuttingBack<Row extends StoredRow>({ now }: Context, task: Task, rows: readonly Row[]): (Row & BulkItem)[] {
  const until = new Date(Math.max(now.getTime() + minuteMs, task.undoUntil.getTime()))
  return rows.map((row) => ({ ...row, hold: { until, by: row.rowId } }))
}
