import { addDays, localDay } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import type { LongTools } from '../../../platform/outbox/reactions.ts'
import { zoneOf } from '../../identity/index.ts'
import { daysAndUnitsOf } from '../../service/index.ts'
import { definitionsMark, keptDefinitions } from './columns-of.queries.ts'
import { makeSheets, TooManyRecords } from './make-sheets.queries.ts'
import { storeSheets } from './sheets.queries.ts'
import type { Recounted } from './sheets.queries.ts'
import { addMarks, firstDay, forgetUnpacked, holdState, leaveUnpacked, markSettled, takeMarks, writeState } from './state.queries.ts'
import type { SheetState } from './state.queries.ts'

type Tools = Pick<LongTools, 'runAsSystem' | 'signal'>

/** Every minute: somewhat less, so that one turn ends before the next begins. */
const turnMs = 45_000

/**
 * Brings the sheets up to the facts: counts again what was marked, the latest days first, then makes those that are not
 * there yet, a day in a transaction. Goes on in the next turn where it does not come to its end; begun again, it goes on
 * where it was.
 */
export async function keepSheets({ runAsSystem, signal }: Tools): Promise<void> {
  const end = performance.now() + turnMs
  const goOn = () => !signal.aborted && performance.now() < end
  await runAsSystem(begin)
  while (goOn() && (await runAsSystem(recountMarked)));
  while (goOn() && (await runAsSystem(buildDay)));
}

/** Begins to make all sheets anew where definitions or midnights are others than those they were made for. */
async function begin(context: Context): Promise<void> {
  const [state, zone] = [await holdState(context), await zoneOf(context)]
  const today = localDay(context.now, zone)
  if (state?.definitions === definitionsMark && state.zone === zone) return markSettled(context, today)
  await forgetUnpacked(context)
  const tomorrow = addDays(today, 1)
  await writeState(context, {
    definitions: definitionsMark,
    zone,
    builtFrom: tomorrow,
    buildUntil: (await firstDay(context, zone)) ?? tomorrow,
  })
}

/** Counts one marked day again; false where none was marked. */
async function recountMarked(context: Context): Promise<boolean> {
  const state = await holdState(context)
  const taken = state && (await takeMarks(context))
  if (!taken) return false
  await recount(context, state, taken)
  return true
}

/** Makes the sheets of the day before those that are there; false where nothing is older. */
async function buildDay(context: Context): Promise<boolean> {
  const state = await holdState(context)
  if (!state || state.builtFrom <= state.buildUntil) return false
  const day = addDays(state.builtFrom, -1)
  await recount(context, state, { day, unitIds: 'all' })
  await writeState(context, { ...state, builtFrom: day })
  return true
}

/** A day with very many records is left unpacked. */
async function recount(context: Context, { zone }: SheetState, { day, unitIds }: Recounted): Promise<void> {
  try {
    await pack(context, zone, { day, unitIds })
  } catch (error) {
    if (!(error instanceof TooManyRecords)) throw error
    await leaveUnpacked(context, day)
  }
}

async function pack(context: Context, zone: string, { day, unitIds }: Recounted): Promise<void> {
  const countedOn = localDay(context.now, zone)
  for (const definition of keptDefinitions) {
    const sheets = await makeSheets(context, definition, { from: day, to: addDays(day, 1), zone, which: { unitIds } })
    await storeSheets(context, { indicator: definition.key, day, unitIds, countedOn, sheets })
  }
}

/** Marks where these requests count. */
export async function markRequests(context: Context, requests: readonly { customerId: string; id: string }[]): Promise<void> {
  if (requests.length === 0) return
  await addMarks(context, await daysAndUnitsOf(context, requests, await zoneOf(context)))
}
