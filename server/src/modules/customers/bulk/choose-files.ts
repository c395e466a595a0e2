import type { BodyOf, contract } from '@parvandeh/contract'
import { mostChosen } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { chooseListed } from '../list/list-customers.ts'
import { readChosen, readChosenRemoved } from './chosen.queries.ts'
import type { ChosenFile } from './chosen.queries.ts'
import type { FileChange } from './verb.types.ts'

export type Which = BodyOf<typeof contract.customerBulk.preview>['which']

export interface Chosen {
  files: ChosenFile[]
  /** Asked for by id, and out of sight. */
  missing: string[]
}

/** The files that a change is for, as far as the actor sees them; of those that fit filters one more than may be changed. */
export async function chooseFiles(context: Context, which: Which, change?: FileChange): Promise<Chosen> {
  const ownKeys = change !== undefined && 'custom' in change ? Object.keys(change.custom ?? {}) : []
  const isOfRemoved = change !== undefined && 'act' in change && change.act === 'restore'
  if ('filters' in which) {
    // Removed files are in no list: they are named.
    if (isOfRemoved) throw new AppError('invalid-input')
    return { files: await readChosen(context, await chooseListed(context, which.filters, mostChosen + 1), ownKeys), missing: [] }
  }
  const files = await (isOfRemoved ? readChosenRemoved : readChosen)(context, which.ids, ownKeys)
  const seen = new Set(files.map(({ customerId }) => customerId))
  return { files, missing: [...new Set(which.ids)].filter((id) => !seen.has(id)) }
}
