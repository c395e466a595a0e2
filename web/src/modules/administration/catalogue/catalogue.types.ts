import type { catalogueRoutes, ResponseOf } from '@parvandeh/contract'

type Catalogue = ResponseOf<typeof catalogueRoutes.show>
export type Product = Catalogue['products'][number]
export type Topic = Catalogue['topics'][number]
/** A topic that exists, or one to be made under a parent. */
export type EditedTopic = Topic | { id: null; parentId: string | null }
