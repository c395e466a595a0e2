import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { countAtWork } from './bulk.queries.ts'

/** So many changes of one person are made or put back at the same time: a queue of them would keep everybody else's waiting. */
const mostAtWork = 5

/** Refuses one more change where a person has enough of them under way. */
export async function requireRoom(context: Context, personId: string): Promise<void> {
  if ((await countAtWork(context, personId)) >= mostAtWork) throw new AppError('too-many-bulks')
}
