/** The rows that were picked: some by their keys, or all that fit the filters, seen or not. */
export interface Selection {
  keys: ReadonlySet<string>
  allFitting: boolean
}

export const nothingSelected: Selection = { keys: new Set(), allFitting: false }

export const isSelected = ({ keys, allFitting }: Selection, key: string): boolean => allFitting || keys.has(key)

export const isEmpty = ({ keys, allFitting }: Selection): boolean => !allFitting && keys.size === 0

/** Picks a row or lets it go. Out of all that fit, the rows that have been read stay picked but this one. */
export function toggleRow(selection: Selection, key: string, read: readonly string[]): Selection {
  const keys = new Set(selection.allFitting ? read : selection.keys)
  if (!keys.delete(key)) keys.add(key)
  return { keys, allFitting: false }
}

/** Picks every row between two, both included, besides what was picked before. */
export function selectBetween(selection: Selection, read: readonly string[], from: string, to: string): Selection {
  const ends = [read.indexOf(from), read.indexOf(to)].filter((place) => place !== -1)
  if (ends.length === 0) return selection
  return { keys: new Set([...selection.keys, ...read.slice(Math.min(...ends), Math.max(...ends) + 1)]), allFitting: selection.allFitting }
}

/** Picks every row that has been read, or none where all of them were. */
export function toggleAll(selection: Selection, read: readonly string[]): Selection {
  const all = selection.allFitting || (read.length > 0 && read.every((key) => selection.keys.has(key)))
  return all ? nothingSelected : { keys: new Set([...selection.keys, ...read]), allFitting: false }
}
