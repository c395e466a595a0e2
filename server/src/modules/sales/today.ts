import { localDay } from '@parvandeh/contract/persian'
import type { Context } from '../../platform/context.ts'
import { zoneOf } from '../identity/index.ts'

/** Today where the organisation is. */
export async function todayOf(context: Context): Promise<string> {
  return localDay(context.now, await zoneOf(context))
}
