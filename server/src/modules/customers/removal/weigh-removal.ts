import type { Context } from '../../../platform/context.ts'
import type { Hanging, SubjectHolder } from '../../../platform/subjects/holder.types.ts'
import { readMergedInto, readRoots } from './removal.queries.ts'
import { requireFile } from './require-file.ts'

/** What hangs on a file, of every module, as far as the actor sees it; kinds of which there is nothing are left out. */
async function hangingOn(context: Context, holders: readonly SubjectHolder[], customerId: string): Promise<Hanging[]> {
  const ids = await readMergedInto(context, customerId)
  const found: Hanging[] = []
  for (const holder of holders) found.push(...((await holder.hanging?.(context, ids)) ?? []))
  return found.filter(({ count }) => count > 0)
}

/** On which of these files, or of those merged into them, somebody is still working. */
export async function filesAtWork(
  context: Context,
  holders: readonly SubjectHolder[],
  customerIds: readonly string[],
): Promise<Set<string>> {
  const roots = await readRoots(context, customerIds)
  const found = new Set<string>()
  for (const holder of holders) for (const id of (await holder.atWork?.(context, [...roots.keys()])) ?? []) found.add(roots.get(id) ?? id)
  return found
}

/** Whether anybody is still working on something of the file. */
export const isAtWork = async (context: Context, holders: readonly SubjectHolder[], customerId: string): Promise<boolean> =>
  (await filesAtWork(context, holders, [customerId])).size > 0

/** Tells what hangs on a file before anybody removes it: how many, not what they say. */
export async function weighRemoval(context: Context, holders: readonly SubjectHolder[], customerId: string) {
  await requireFile(context, customerId, 'customers.delete', false)
  return { hanging: await hangingOn(context, holders, customerId), openWork: await isAtWork(context, holders, customerId) }
}
