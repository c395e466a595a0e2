import type { Context } from '../../../platform/context.ts'
import type { WrittenFile } from '../files/file.types.ts'
import { recordChanges } from './record-changes.ts'
import { changesBetween } from './values.rules.ts'

/** Keeps where changed values come from. Those of a new file come with it, and need no record of their own. */
export const followProvenance = (context: Context, written: readonly WrittenFile[]): Promise<void> =>
  recordChanges(
    context,
    written.flatMap(({ before, after, source }) => (before ? changesBetween(before, after).map((change) => ({ ...change, source })) : [])),
  )
