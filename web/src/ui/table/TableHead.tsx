import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { type PointerEvent, useRef } from 'react'
import { classes } from '../classes.ts'
import type { Column } from './column.ts'
import { Tick } from './Tick.tsx'

export interface TableHeadProps<Row> {
  columns: readonly Column<Row>[]
  sort?: string | undefined
  onSort?: ((key: string) => void) | undefined
  /** Told the width in pixels while a column is being drawn, and once more when it is let go. */
  onResize?: ((key: string, width: number, isDone: boolean) => void) | undefined
  /** The tick that picks all rows that have been read. */
  tick?: { label: string; isAll: boolean; isSome: boolean; onChange: () => void } | undefined
}

/** The head of the columns; it stays in sight while the rows move under it. */
export function TableHead<Row>({ columns, sort, onSort, onResize, tick }: TableHeadProps<Row>) {
  return (
    <thead className="max-md:hidden print:table-header-group!">
      <tr>
        {tick && (
          <td className={classes(headClass, 'ps-4 pe-0 print:hidden!')}>
            <Tick label={tick.label} isOn={tick.isAll} isPartly={tick.isSome} onChange={tick.onChange} />
          </td>
        )}
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            aria-sort={ariaSort(column, sort)}
            className={classes(headClass, column.figures ? 'text-end' : 'text-start', column.grow && !onResize && 'w-full')}
          >
            {column.sort && onSort ? (
              <SortButton column={column} sort={sort} onSort={onSort} />
            ) : (
              <span className="block truncate" title={onResize && column.header}>
                {column.header}
              </span>
            )}
            {onResize && <Edge columnKey={column.key} onResize={onResize} />}
          </th>
        ))}
      </tr>
    </thead>
  )
}

const headClass =
  'group/head sticky top-0 z-3 h-9 border-b border-line bg-sunken px-cell text-small font-medium whitespace-nowrap text-muted first:ps-4 last:pe-4 print:static print:bg-transparent print:px-1.5! print:whitespace-normal'

function ariaSort<Row>({ sort }: Column<Row>, current: string | undefined) {
  if (!sort) return undefined
  return current === sort.ascending ? 'ascending' : current === sort.descending ? 'descending' : 'none'
}

interface SortButtonProps<Row> {
  column: Column<Row>
  sort: string | undefined
  onSort: (key: string) => void
}

function SortButton<Row>({ column, sort, onSort }: SortButtonProps<Row>) {
  const { ascending, descending } = column.sort ?? { ascending: '', descending: '' }
  const Icon = sort === ascending ? ArrowUp : sort === descending ? ArrowDown : ChevronsUpDown
  return (
    <button
      type="button"
      onClick={() => onSort(sort === descending ? ascending : sort === ascending ? descending : ascending)}
      className={classes(
        '-mx-1.5 inline-flex h-7 max-w-full cursor-pointer items-center gap-1 rounded-[0.375rem] px-1.5 hover:bg-hover hover:text-text',
        (sort === ascending || sort === descending) && 'text-text',
      )}
    >
      <span className="truncate">{column.header}</span>
      <Icon
        size={14}
        aria-hidden="true"
        data-print="no"
        className={classes('shrink-0', sort !== ascending && sort !== descending && 'opacity-50')}
      />
    </button>
  )
}

/** The edge of a column, drawn by a pointer; with the keyboard widths are set where the columns are chosen. */
function Edge({ columnKey, onResize }: { columnKey: string; onResize: NonNullable<TableHeadProps<unknown>['onResize']> }) {
  const began = useRef<{ x: number; width: number; towardsEnd: 1 | -1 } | null>(null)
  const widthAt = ({ clientX }: PointerEvent) => {
    const { x, width, towardsEnd } = began.current ?? { x: clientX, width: 0, towardsEnd: 1 }
    return width + (clientX - x) * towardsEnd
  }
  const begin = (event: PointerEvent<HTMLElement>) => {
    const head = event.currentTarget.closest('th')
    if (!head || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    began.current = { x: event.clientX, width: head.offsetWidth, towardsEnd: getComputedStyle(head).direction === 'rtl' ? -1 : 1 }
  }
  const end = (event: PointerEvent) => {
    if (began.current && event.clientX !== began.current.x) onResize(columnKey, widthAt(event), true)
    began.current = null
  }
  return (
    <span
      aria-hidden="true"
      data-print="no"
      data-edge={columnKey}
      onPointerDown={begin}
      onPointerMove={(event) => began.current && onResize(columnKey, widthAt(event), false)}
      onPointerUp={end}
      onPointerCancel={() => (began.current = null)}
      className="absolute inset-y-0 end-0 z-1 flex w-2.5 cursor-col-resize touch-none items-center justify-end select-none after:h-4 after:w-px after:bg-line after:transition-colors hover:after:h-full hover:after:w-0.5 hover:after:bg-accent"
    />
  )
}
