import type { BodyOf, contract } from '@parvandeh/contract'
import { mostChosen } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { chooseListed } from '../list/list-customers.ts'
import { readChosen } from './chosen.queries.ts'
import type { ChosenFile } from './chosen.queries.ts'

export type Which = BodyOf<typeof contract.customerBulk.preview>['which']

export interface Chosen {
  files: ChosenFile[]
  /** Asked for by id, and out of sight. */
  missing: string[]
}

/** The files that a change is for, as far as the actor sees them; of those that fit filters one more than may be changed. */
export async function chooseFiles(context: Context, which: Which, ownKeys: readonly string[] = []): Promise<Chosen> {
  if ('filters' in which) {
    return { files: await readChosen(context, await chooseListed(context, which.filters, mostChosen + 1), ownKeys), missing: [] }
  }
  const files = await readChosen(context, which.ids, ownKeys)
  const seen = new Set(files.map(({ customerId }) => customerId))
  return { files, missing: [...new Set(which.ids)].filter((id) => !seen.has(id)) }
}
