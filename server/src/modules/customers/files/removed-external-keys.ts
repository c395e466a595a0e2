import type { Context } from '../../../platform/context.ts'
import { externalValue } from './external-value.ts'
import { readRemovedExternal } from './external-keys.queries.ts'

/** Of the keys by which another system knows customers, those whose files were removed here. */
export async function removedExternalKeys(context: Context, source: string, keys: readonly string[]): Promise<Set<string>> {
  const keyOf = new Map(keys.map((key) => [externalValue(source, key), key]))
  const removed = keyOf.size === 0 ? [] : await readRemovedExternal(context, [...keyOf.keys()])
  return new Set(removed.map((value) => keyOf.get(value) ?? ''))
}
