import type { ResponseOf, unitRoutes } from '@parvandeh/contract'

export type Units = ResponseOf<typeof unitRoutes.list>
export type Unit = Units['units'][number]
export type Branch = Units['branches'][number]
/** A unit that exists, or one to be made under a parent. */
export type EditedUnit = Unit | { id: null; parentId: string | null }
