import type { Context } from '../../../platform/context.ts'
import type { WrittenFile } from '../files/file.types.ts'
import { classesOfOwn } from './classes-of-own.ts'
import { recordChanges } from './record-changes.ts'
import { changesBetween } from './values.rules.ts'

/** Keeps where changed values come from. Those of a new file come with it, and need no record of their own. */
export async function followProvenance(context: Context, written: readonly WrittenFile[]): Promise<void> {
  const changed = written.flatMap(({ before, after, source }) => (before ? [{ before, after, source }] : []))
  const classOf = await classesOfOwn(
    context,
    changed.flatMap(({ before, after }) => [before, after]),
  )
  await recordChanges(
    context,
    changed.flatMap(({ before, after, source }) => changesBetween(before, after, classOf).map((change) => ({ ...change, source }))),
  )
}
