import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { mayReach, writeAudit } from '../../identity/index.ts'
import type { CustomerFile } from '../files/file.types.ts'
import { readFile } from '../files/files.queries.ts'
import { decidePair } from './pairs.queries.ts'
import type { FoundPair } from './pairs.queries.ts'
import { pairOf, readyFile } from './pair-of.ts'
import { lockTwoFiles } from './require-two-files.ts'

type Decision = BodyOf<typeof contract.duplicates.decide>

/** Remembers that two files are not duplicates, or takes that back. It is asked again only when the two come to share something new. */
export async function decide(context: Context, customerId: string, otherId: string, { state }: Decision): Promise<void> {
  const [one, other] = await lockTwoFiles(context, customerId, otherId)
  await decidePair(context, pairAtAll(one, other), state, firstOf(one, other))
  await writeAudit(context, {
    action: state === 'open' ? 'customer.duplicates-reopened' : 'customer.not-duplicates',
    subjectType: 'customer',
    subjectId: customerId,
    customerId,
    after: { otherId },
  })
}

/** Remembers that two files that the caller holds are not duplicates. */
export const tellApart = (context: Context, one: CustomerFile, other: CustomerFile): Promise<void> =>
  decidePair(context, pairAtAll(one, other), 'not-duplicates', firstOf(one, other))

/** Remembers that these files, of those that the actor may write, are of somebody else: said while the file was written. */
export async function rememberOthers(context: Context, file: CustomerFile, ids: readonly string[]): Promise<void> {
  for (const id of new Set(ids)) {
    const other = await readFile(context, id)
    if (!other || other.customerId === file.customerId || !mayReach(context.actor, 'customers.write', other)) continue
    await tellApart(context, file, other)
  }
}

const firstOf = (one: CustomerFile, other: CustomerFile): CustomerFile => (one.customerId < other.customerId ? one : other)

/** Two files as a pair, whatever it comes to. */
function pairAtAll(one: CustomerFile, other: CustomerFile): FoundPair {
  const pair = pairOf(readyFile(one.customerId, one), readyFile(other.customerId, other), 0)
  if (!pair) throw new Error('a likelihood is never below nothing')
  return pair
}
