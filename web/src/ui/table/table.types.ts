import type { ReactNode, RefObject } from 'react'
import type { Column } from './column.ts'
import type { Selection } from './selection.rules.ts'
import type { TableLayout } from './use-columns.ts'

/** What the keys of a page may ask of its table. */
export interface TableHandle<Row> {
  /** The row that the keyboard is on, or that lies under the pointer. */
  inHand: () => Row | null
  /** Picks that row, or lets it go. */
  tick: () => void
  /** Opens the editor of a cell of that row; where no column is named, it asks which. */
  edit: (columnKey?: string) => void
}

export interface TableProps<Row> {
  /** What the table lists; read aloud, not shown. */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Opens a row: by press, or Enter on the row the keys have reached. */
  onOpen?: (row: Row) => void
  /** The sort key in force, and the wish for another. */
  sort?: string
  onSort?: (key: string) => void
  isPending?: boolean
  /** Shown in place of rows when there are none. */
  empty?: ReactNode
  /** Columns chosen, ordered and drawn by the person; then only rows in sight stand in the page, however many there are. */
  layout?: TableLayout
  /** The key of the column by which rows are gathered. */
  groupBy?: string | null | undefined
  selection?: { value: Selection; onChange: (selection: Selection) => void } | undefined
  /** There are more rows than have been read: they are fetched as one comes near the end. */
  more?: { has: boolean; isPending: boolean; onMore: () => void }
  handle?: RefObject<TableHandle<Row> | null>
}
