import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { type ReactNode, useId, useRef } from 'react'
import { classes } from './classes.ts'
import { useUiWords } from './messages.ts'
import { Skeleton } from './states.tsx'
import { useRowKeys } from './table-keys.ts'

/** A column of a table: how to head it and what to show of each row. */
export interface Column<Row> {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Figures stand at the end of their column. */
  figures?: boolean
  /** A CSS width; left out, as wide as the content asks. */
  width?: string
  /** Takes up what room is left, and is cut with an ellipsis when there is too little. */
  grow?: boolean
  /** The keys to send when sorted by this column. */
  sort?: { ascending: string; descending: string }
  /** On a phone each row is a card: its title, its lines, or left out. */
  phone?: 'title' | 'line' | 'aside' | 'hidden'
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
  isSelected?: (row: Row) => boolean
  /** Stands under the last row: `MorePages`, a sum. */
  footer?: ReactNode
}

/**
 * A plain data table with a head that stays, sorting by the server, and J, K and Enter to move and open.
 * Below 768 px every row is a card.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rows, rowKey, onOpen, isPending = false, empty, isSelected, footer } = props
  const words = useUiWords()
  const body = useRef<HTMLTableSectionElement>(null)
  const keysHint = useId()
  const keys = useRowKeys(body, rows.length, (index) => rows[index] !== undefined && onOpen?.(rows[index]))
  const waiting = isPending && rows.length === 0
  return (
    <div
      className="min-w-0 overflow-x-auto rounded-card border border-line bg-surface md:overflow-x-auto"
      role="region"
      aria-label={label}
      tabIndex={-1}
    >
      <table
        className="w-full border-separate border-spacing-0 text-table max-md:block"
        aria-describedby={onOpen ? keysHint : undefined}
        aria-busy={isPending}
      >
        <caption className="sr-only">
          {label}
          {onOpen && <span id={keysHint}> {words.tableKeys}</span>}
        </caption>
        <Head {...props} />
        <tbody ref={body} className="max-md:block" {...keys.listeners}>
          {rows.map((row, index) => (
            <tr
              key={rowKey(row)}
              data-row
              tabIndex={index === keys.current ? 0 : -1}
              aria-selected={isSelected ? isSelected(row) : undefined}
              onClick={(event) => onOpen && !isInteractive(event.target) && onOpen(row)}
              className={classes(rowClass, onOpen && 'cursor-pointer hover:bg-hover', isSelected?.(row) && 'bg-accent-soft')}
            >
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
          {waiting && <WaitingRows columns={columns} />}
        </tbody>
      </table>
      {!waiting && rows.length === 0 && empty}
      {footer}
    </div>
  )
}

const rowClass = [
  'group/row scroll-mt-12 outline-none focus-visible:relative focus-visible:z-1 focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent',
  'max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:border-b max-md:border-line max-md:px-4 max-md:py-2.5 max-md:last:border-b-0',
].join(' ')

/** A press on a link, button or box inside a row is meant for that, and one that ends a text selection for nothing. */
function isInteractive(target: EventTarget): boolean {
  const inside = target instanceof Element && target.closest('a,button,input,label,[role=button]') !== null
  return inside || (globalThis.getSelection()?.toString() ?? '') !== ''
}

function Head<Row>({ columns, sort, onSort }: TableProps<Row>) {
  return (
    <thead className="max-md:hidden">
      <tr>
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            aria-sort={ariaSort(column, sort)}
            style={column.width ? { inlineSize: column.width } : undefined}
            className={classes(
              'sticky top-0 z-2 h-9 border-b border-line bg-sunken px-cell text-start text-small font-medium whitespace-nowrap text-muted first:ps-4 last:pe-4',
              column.figures && 'text-end',
              column.grow && 'w-full',
            )}
          >
            {column.sort && onSort ? <SortButton column={column} sort={sort} onSort={onSort} /> : column.header}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function ariaSort<Row>({ sort }: Column<Row>, current: string | undefined) {
  if (!sort) return undefined
  return current === sort.ascending ? 'ascending' : current === sort.descending ? 'descending' : 'none'
}

function SortButton<Row>({ column, sort, onSort }: { column: Column<Row>; sort: string | undefined; onSort: (key: string) => void }) {
  const { ascending, descending } = column.sort ?? { ascending: '', descending: '' }
  const Icon = sort === ascending ? ArrowUp : sort === descending ? ArrowDown : ChevronsUpDown
  return (
    <button
      type="button"
      onClick={() => onSort(sort === descending ? ascending : sort === ascending ? descending : ascending)}
      className={classes(
        '-mx-1.5 inline-flex h-7 cursor-pointer items-center gap-1 rounded-[0.375rem] px-1.5 hover:bg-hover hover:text-text',
        (sort === ascending || sort === descending) && 'text-text',
      )}
    >
      {column.header}
      <Icon size={14} aria-hidden="true" className={classes('shrink-0', sort !== ascending && sort !== descending && 'opacity-50')} />
    </button>
  )
}

const phoneCell = {
  title: 'max-md:order-first max-md:line-clamp-2 max-md:basis-full max-md:text-body max-md:font-medium',
  aside: 'max-md:order-1 max-md:ms-auto max-md:text-small max-md:text-muted',
  line: 'max-md:text-small max-md:text-muted',
  hidden: 'max-md:hidden',
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  return (
    <td
      className={classes(
        'min-w-0 py-1 md:h-row md:border-b md:border-line md:px-cell md:group-last/row:border-b-0 md:first:ps-4 md:last:pe-4 max-md:p-0',
        column.figures && 'md:text-end',
        column.grow && 'md:w-full md:max-w-0 md:min-w-40 md:truncate',
        !column.grow && 'md:whitespace-nowrap',
        phoneCell[column.phone ?? 'line'],
      )}
    >
      {column.cell(row)}
    </td>
  )
}

function WaitingRows<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  return Array.from({ length: 8 }, (_, index) => (
    <tr key={index} className="max-md:flex max-md:px-4 max-md:py-3">
      {columns.map(({ key, phone }, place) => (
        <td
          key={key}
          className={classes(
            'h-row border-b border-line px-cell first:ps-4 last:pe-4 max-md:flex-1 max-md:border-0 max-md:p-0',
            phone !== 'title' && 'max-md:hidden',
          )}
        >
          <Skeleton className={classes('h-3.5', ['w-3/4', 'w-1/2', 'w-2/3'][(index + place) % 3])} />
        </td>
      ))}
    </tr>
  ))
}
