import type { Context } from '../../../platform/context.ts'
import type { CustomerFile, WrittenFile } from '../files/file.types.ts'
import { comparedFile } from './compared-file.rules.ts'
import { duplicateKeys } from './keys.ts'
import { movePairs } from './pairs.queries.ts'
import { deleteKeys, insertKeys, markDue } from './keys.queries.ts'

/** Keeps the keys of files as the files are, and notes which are to be compared anew: three statements for some hundreds. */
export async function followDuplicateKeys(context: Context, written: readonly WrittenFile[]): Promise<void> {
  const [added, removed, changed]: [KeyOfFile[], KeyOfFile[], string[]] = [[], [], []]
  for (const { before, after } of written) {
    const { customerId } = after
    const [old, now] = [before === undefined ? undefined : comparedFile(before), comparedFile(after)]
    if (old !== undefined && JSON.stringify(old) === JSON.stringify(now)) continue
    const [were, are] = [new Set(old === undefined ? [] : duplicateKeys(old).all), new Set(duplicateKeys(now).all)]
    added.push(...[...are].filter((key) => !were.has(key)).map((key) => ({ key, customerId })))
    removed.push(...[...were].filter((key) => !are.has(key)).map((key) => ({ key, customerId })))
    changed.push(customerId)
  }
  await movePairs(
    context,
    written
      .filter(({ before, after }) => before && (before.unitId !== after.unitId || before.ownerId !== after.ownerId))
      .map(({ after }) => after),
  )
  await deleteKeys(context, removed)
  await insertKeys(context, added)
  await markDue(context, changed)
}

type KeyOfFile = Pick<CustomerFile, 'customerId'> & { key: string }
