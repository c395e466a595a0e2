import { customerFilters } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import type { AskedByFilters, ChosenPage, ChosenRows } from '../../identity/index.ts'
import { listConditions } from '../list/list.queries.ts'
import type { ListCondition } from '../list/list.queries.ts'
import type { Filters } from './choose-files.ts'
import { readFitting } from './fitting.queries.ts'
import type { FileChange } from './verb.types.ts'
import { verbOf } from './verbs.ts'

/** The condition that files meet which fit the filters of a list, as far as the actor sees them. */
export const fitting = (context: Context, { sort: _, ...filters }: Filters): Promise<ListCondition> =>
  listConditions(context, filters, ['customers.read'])

/** The next files of a change over filters, as whoever asked may see and change them now; refused where they no longer may ask for it. */
export async function chooseFitting(context: Context, { filters, change }: AskedByFilters, page: ChosenPage): Promise<ChosenRows> {
  const given = change as FileChange
  if (context.actor.grants['customers.write'] === undefined) throw new AppError('not-permitted')
  await verbOf(given).settle(context, given)
  const asked = customerFilters.safeParse(filters)
  if (!asked.success) throw new AppError('invalid-input')
  return readFitting(context, await fitting(context, asked.data), page)
}
