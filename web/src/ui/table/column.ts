import type { ReactNode } from 'react'

/** A value of a row that is changed where it stands: one out of a list. */
export interface CellEdit<Row> {
  options: readonly { id: string; label: string; hint?: string | undefined }[]
  value: (row: Row) => string | null
  /** Whether to offer it for this row; the server has the last word. */
  may: (row: Row) => boolean
  onChange: (row: Row, value: string | null) => void
  /** The name of having none, where the value may be taken away. */
  none?: string
}

/** A column of a table: how to head it and what to show of each row. */
export interface Column<Row> {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** The cell as plain text, for the clipboard; a column without it is not copied. */
  text?: (row: Row) => string | null | undefined
  /** What the rows of one group have in common, where one may group by this column. */
  group?: (row: Row) => { key: string; name: string }
  edit?: CellEdit<Row>
  /** Figures stand at the end of their column. */
  figures?: boolean
  /** Its width at first, in pixels, where widths can be set. */
  width?: number
  /** Takes up what room is left, and is cut with an ellipsis when there is too little. */
  grow?: boolean
  /** Offered among the columns, but not shown until chosen. */
  optional?: boolean
  /** What a row is known by: cannot be hidden. */
  essential?: boolean
  /** The keys to send when sorted by this column. */
  sort?: { ascending: string; descending: string }
  /** On a phone each row is a card: its title, its lines, or left out. */
  phone?: 'title' | 'line' | 'aside' | 'hidden'
}
