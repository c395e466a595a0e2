import type { CustomerFile } from './file.types.ts'

/** Before and after, of the parts of a file that differ. A new file is all after, without what is empty. */
export function auditedParts(
  before: CustomerFile | undefined,
  after: CustomerFile,
): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const [old, next] = [before ? partsOf(before) : {}, partsOf(after)]
  // A custom value that was emptied is in the old parts alone.
  const parts = [...new Set([...Object.keys(next), ...Object.keys(old)])]
  const changed = parts.filter((part) => JSON.stringify(old[part] ?? null) !== JSON.stringify(next[part] ?? null))
  const only = (from: Record<string, unknown>) => Object.fromEntries(changed.map((part) => [part, from[part] ?? null]))
  return { before: only(old), after: only(next) }
}

const partsOf = (file: CustomerFile): Record<string, unknown> => ({
  ...file.fields,
  accessPoints: file.accessPoints.map(({ digits: _digits, phoneTail: _tail, ...point }) => point),
  ...Object.fromEntries(Object.entries(file.custom).map(([key, value]) => [`custom.${key}`, value])),
  unitId: file.unitId,
  ownerId: file.ownerId,
  provisional: file.provisional,
  acceptedProblems: file.acceptedProblems,
})
