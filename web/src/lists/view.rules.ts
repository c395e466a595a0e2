import type { SavedView } from '@parvandeh/contract'
import { type ListSearch, withoutParts } from './list-search.ts'

type Values = Record<string, unknown>
type ViewParts = Pick<SavedView, 'id' | 'search' | 'group'>

const said = (values: Values): [string, string][] =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([key, value]): [string, string] => [key, JSON.stringify(String(value))])
    .sort(([one], [other]) => one.localeCompare(other))

/** Whether two addresses ask for the same rows in the same order; what is not said and what is empty are alike. */
export const sameFilters = (one: Values, other: Values): boolean => JSON.stringify(said(one)) === JSON.stringify(said(other))

/** Whether the list no longer stands as the view has it: its filters, order, group or columns. */
export function isChanged(search: ListSearch, view: Pick<ViewParts, 'search' | 'group'>): boolean {
  return !sameFilters(withoutParts(search), view.search) || (search.group ?? null) !== view.group || search.columns !== undefined
}

/** The address that opens a view. Its columns are read from the view itself. */
export const addressOfView = ({ id, search, group }: ViewParts): ListSearch => ({
  ...(search as ListSearch),
  view: id,
  ...(group === null ? {} : { group }),
})

/** The filters and the order as a view keeps them. */
export function searchOfView(search: ListSearch): SavedView['search'] {
  return Object.fromEntries(Object.entries(withoutParts(search)).filter(([, value]) => value !== undefined)) as SavedView['search']
}
