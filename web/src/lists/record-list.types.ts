import type { ListName } from '@parvandeh/contract'
import type { ReactNode } from 'react'
import type { ApiFailure } from '../api/failure.ts'
import type { Column } from '../ui/Table.tsx'
import type { BulkPlan } from './bulk.types.ts'
import type { ListConditions } from './condition/ConditionChips.tsx'
import type { Filter } from './filter.ts'
import type { ListSearch } from './list-search.ts'
import type { RowKey } from './ListKeys.tsx'
import type { Preset } from './Views.tsx'

/** As which file a list is taken out, and the keys of its columns with commas between. */
export interface ExportAsked {
  format: 'csv' | 'xlsx'
  columns: string
}

/** What is needed of an endless query. */
export interface EndlessList<Row> {
  data: { pages: { rows: Row[] }[] } | undefined
  error: ApiFailure | null
  isPending: boolean
  isFetching: boolean
  isFetchingNextPage: boolean
  hasNextPage: boolean
  fetchNextPage: () => Promise<EndlessList<Row>>
  refetch: () => Promise<unknown>
}

/** What a list of records is made of. */
export interface RecordListProps<Row, S extends ListSearch> {
  name: ListName
  label: string
  columns: readonly Column<Row>[]
  rowKey: (row: Row) => string
  list: EndlessList<Row>
  search: S
  onShow: (search: S) => void
  filters?: readonly Filter[]
  /** Conditions over any fields, beside the simple filters. */
  conditions?: ListConditions | undefined
  /** Every filter taken away. */
  onClear?: () => void
  /** The box to search in, where the list can be searched. */
  sought?: { label: string; placeholder: string }
  /** The views that come with the list, and which of them the address makes up; left out, it has no views at all. */
  presets?: readonly Preset[]
  preset?: string | null
  /** Stands before the filters: a period. */
  leading?: ReactNode
  /** The order in which the list comes. */
  firstSort?: string
  onOpen?: (row: Row) => void
  empty: ReactNode
  /** Stands at the end of the line over the table. */
  tools?: ReactNode
  /** The orders that the list can stand in, beside those of the heads of its columns. */
  orders?: readonly { id: string; label: string }[]
  /** The address of a download of the present filters, as which file and with which columns; for those who may. */
  exportHref?: ((asked: ExportAsked) => string) | undefined
  /** In place of downloads at once: asks how the list is to be taken out, given the columns in view. */
  onExport?: ((columns: string) => void) | undefined
  bulk?: BulkPlan<Row> | undefined
  /** How many rows fit, where that is counted. */
  count?: { count: number; more: boolean } | undefined
  /** The column whose value is changed by A. */
  assign?: string
  rowKeys?: readonly RowKey<Row>[]
}
