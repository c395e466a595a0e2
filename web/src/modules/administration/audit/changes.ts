/** One field as it was and as it became. */
export interface Change {
  field: string
  before: unknown
  after: unknown
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right)

/**
 * The fields that differ between two states. What is no set of fields is one change under an empty name; of a state
 * that has no counterpart, every field that holds something is told.
 */
export function changesBetween(before: unknown, after: unknown): Change[] {
  if (before == null && after == null) return []
  if ((before != null && !isRecord(before)) || (after != null && !isRecord(after)))
    return same(before, after) ? [] : [{ field: '', before, after }]
  const [old, fresh] = [before ?? {}, after ?? {}] as [Record<string, unknown>, Record<string, unknown>]
  // A change may name only what it touched; what it does not name has stayed as it was.
  const fields = before != null && after != null ? Object.keys(fresh) : [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
  return fields
    .map((field) => ({ field, before: old[field] ?? null, after: fresh[field] ?? null }))
    .filter((change) => !same(change.before, change.after))
}
