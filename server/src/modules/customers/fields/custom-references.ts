import type { Context } from '../../../platform/context.ts'
import { readVisibleNames } from '../files/files.queries.ts'

/** Whether a file is there and in the actor's sight. */
export async function mayReadFile(context: Context, customerId: string): Promise<boolean> {
  return (await namesInSight(context, [customerId])).has(customerId)
}

/** What these files are called, of those in the actor's sight; what was merged goes by the file that it is read in. */
export const namesInSight = (context: Context, ids: readonly string[]): Promise<Map<string, string>> =>
  readVisibleNames(context, ids, 'customers.read')
