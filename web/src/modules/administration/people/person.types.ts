import type { ListParts } from '../../../lists/list-search.ts'
import type { peopleRoutes, ResponseOf } from '@parvandeh/contract'

export type Person = ResponseOf<typeof peopleRoutes.list>['rows'][number]

/** What the address of the list may hold. */
export interface PeopleSearch extends ListParts {
  q?: string | undefined
  unitId?: string | undefined
}
