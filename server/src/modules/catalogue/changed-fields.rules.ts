/** Before and after, of the fields that differ; null when none does. */
export function changedFields<T extends object>(
  before: T,
  after: T,
  fields: readonly (keyof T)[],
): { before: Partial<T>; after: Partial<T> } | null {
  const changed = fields.filter((field) => before[field] !== after[field])
  if (changed.length === 0) return null
  const only = (row: T) => Object.fromEntries(changed.map((field) => [field, row[field]])) as Partial<T>
  return { before: only(before), after: only(after) }
}
