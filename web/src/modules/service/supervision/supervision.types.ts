import type { ResponseOf, supervisionRoutes } from '@parvandeh/contract'

export type Supervision = ResponseOf<typeof supervisionRoutes.show>
export type Colleague = Supervision['people'][number]
export type Pile = Colleague['held']
export type ProposedMove = ResponseOf<typeof supervisionRoutes.propose>['moves'][number]
