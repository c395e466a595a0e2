import type { BodyOf, contract } from '@parvandeh/contract'
import { mostChosen } from '@parvandeh/contract'
import type { z } from 'zod'
import type { customerFilters } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { chooseListed } from '../list/list-customers.ts'
import { readChosen, readChosenRemoved } from './chosen.queries.ts'
import type { ChosenFile } from './chosen.queries.ts'
import type { FileChange } from './verb.types.ts'

export type Which = BodyOf<typeof contract.customerBulk.preview>['which']
export type Filters = z.output<typeof customerFilters>

export interface Chosen {
  files: ChosenFile[]
  /** Asked for by id, and out of sight. */
  missing: string[]
}

/** The files that a change is for, as far as the actor sees them; of those that fit filters one more than are judged one by one. */
export async function chooseFiles(context: Context, which: Which, change?: FileChange): Promise<Chosen> {
  if ('filters' in which) {
    refuseRestore(change)
    return {
      files: await readChosen(context, await chooseListed(context, which.filters, mostChosen + 1), ownKeysOf(change)),
      missing: [],
    }
  }
  const isOfRemoved = change !== undefined && 'act' in change && change.act === 'restore'
  const files = await (isOfRemoved ? readChosenRemoved : readChosen)(context, which.ids, ownKeysOf(change))
  const seen = new Set(files.map(({ customerId }) => customerId))
  return { files, missing: [...new Set(which.ids)].filter((id) => !seen.has(id)) }
}

/** Removed files are in no list: they are named. */
export function refuseRestore(change: FileChange | undefined): void {
  if (change !== undefined && 'act' in change && change.act === 'restore') throw new AppError('invalid-input')
}

/** The own fields whose values tell whether a file would change. */
export const ownKeysOf = (change: FileChange | undefined): string[] =>
  change !== undefined && 'custom' in change ? Object.keys(change.custom ?? {}) : []
