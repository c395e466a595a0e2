import { slowAfterWorkingHours } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import type { LongTools } from '../../../platform/outbox/reactions.ts'
import { workClocksFor } from '../../identity/index.ts'
import { noticeAbout } from '../requests/notices.rules.ts'
import { insertReminders, nextHeldUnanswered } from './slow.queries.ts'
import type { HeldUnanswered, SlowKey } from './slow.queries.ts'

const hourMs = 3_600_000
/** What has lain for longer is no news to anybody, and would come as a flood after an import. */
const newsMs = 14 * 24 * hourMs
const rowsAtOnce = 200

/** Reminds people of what has lain in their hands unanswered for longer than it should: once for each time they were given it. */
export async function remindOfSlow({ runAsSystem, signal }: LongTools): Promise<void> {
  let after: SlowKey | undefined
  do after = await runAsSystem((context) => remindOfSome(context, after))
  while (after && !signal.aborted)
}

async function remindOfSome(context: Context, after: SlowKey | undefined): Promise<SlowKey | undefined> {
  const now = context.now.getTime()
  // Working time is never more than time: whoever has held it for less cannot be late.
  const stretch = { after: new Date(now - newsMs), before: new Date(now - slowAfterWorkingHours * hourMs) }
  const held = await nextHeldUnanswered(context, stretch, after, rowsAtOnce)
  const slow = await slowAmong(context, held)
  if (slow.length > 0) {
    await insertReminders(context, slow)
    const notices = slow.map((one) => noticeAbout(one, { kind: 'request-slow', personIds: [one.owner_id] }))
    await context.publish('service.requests-slow', { notices })
  }
  return held.length === rowsAtOnce ? held.at(-1) : undefined
}

/** Those that have been held for so many hours of work, by the unit's calendar less the leaves of whoever holds them. */
async function slowAmong(context: Context, held: readonly HeldUnanswered[]): Promise<HeldUnanswered[]> {
  const people = [...new Set(held.map((one) => one.owner_id))]
  const clockFor = await workClocksFor(context, people, { from: new Date(context.now.getTime() - newsMs), to: context.now })
  return held.filter(
    (one) => clockFor(one.unit_id, one.owner_id).workingSecondsBetween(one.held_since, context.now) >= slowAfterWorkingHours * 3600,
  )
}
