import type { chequeRoutes, ledgerRoutes, ResponseOf } from '@parvandeh/contract'

export type Account = ResponseOf<typeof ledgerRoutes.account>
export type LedgerRow = ResponseOf<typeof ledgerRoutes.list>['rows'][number]
export type Entry = ResponseOf<typeof ledgerRoutes.show>['entry']
export type EntryDetails = ResponseOf<typeof ledgerRoutes.show>
export type ChequeRow = ResponseOf<typeof chequeRoutes.list>['rows'][number]
