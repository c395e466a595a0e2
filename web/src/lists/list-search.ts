/** What the address of any list holds beside its filters: the view it came from, the group, and the columns. */
export interface ListParts {
  /** A saved view, or `none` where the list is wanted as it comes though another view is the first. */
  view?: string | undefined
  group?: string | undefined
  /** Columns that differ from those of the view, or of the list. */
  columns?: string | undefined
}

/** A list's whole address: its own filters and order, the text searched for, and the parts of any list. */
export type ListSearch = ListParts & { q?: string | undefined; sort?: string | undefined }

const readText = (value: unknown, longest: number) =>
  typeof value === 'string' && value !== '' && value.length <= longest ? value : undefined

/** Reads the parts of any list out of an address. */
export function readListParts({ view, group, columns }: Record<string, unknown>): ListParts {
  const parts = { view: readText(view, 40), group: readText(group, 40), columns: readText(columns, 1500) }
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))
}

/** The filters and the order alone, as the server is asked and as views keep them. */
export function withoutParts<S extends ListParts>({ view: _, group: __, columns: ___, ...filters }: S): Omit<S, keyof ListParts> {
  return filters
}

/** Whether nothing at all is said by the address. */
export const isBare = (search: object): boolean => Object.values(search).every((value) => value === undefined)
