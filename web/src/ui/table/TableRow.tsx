import { Pencil } from 'lucide-react'
import type { MouseEvent, Ref } from 'react'
import { classes } from '../classes.ts'
import { useUiWords } from '../messages.ts'
import { Skeleton } from '../states.tsx'
import type { Column } from './column.ts'
import { Tick } from './Tick.tsx'

interface TableRowProps<Row> {
  row: Row
  rowKey: string
  columns: readonly Column<Row>[]
  /** Its line in the table, for the window of rows, and its place among the rows, for the keys. */
  line: number
  place: number
  isStop: boolean
  /** Undefined where rows are not picked. */
  isSelected: boolean | undefined
  /** Widths are set, so that cells are cut instead of stretching their column. */
  isFixed: boolean
  onPress: ((event: MouseEvent) => void) | undefined
  onTick: ((withShift: boolean) => void) | undefined
  onEdit: (column: Column<Row>) => void
  measure: Ref<HTMLTableRowElement> | undefined
}

/** One row; on a phone a card. */
export function TableRow<Row>(props: TableRowProps<Row>) {
  const { row, rowKey, columns, line, place, isStop, isSelected, isFixed, onPress, onTick, onEdit, measure } = props
  const words = useUiWords()
  const name = columns.find(({ essential }) => essential)?.text?.(row) ?? ''
  return (
    <tr
      ref={measure}
      data-row={rowKey}
      data-place={place}
      data-index={line}
      aria-rowindex={line + 2}
      tabIndex={isStop ? 0 : -1}
      aria-selected={isSelected}
      onClick={onPress}
      className={classes(rowClass, onPress && 'cursor-pointer hover:bg-hover', isSelected && 'bg-accent-soft')}
    >
      {onTick && (
        <td className={classes(cellClass(isFixed), 'pe-0! max-md:hidden print:hidden!')}>
          <Tick isPassedByTab label={words.pickRow(name)} isOn={isSelected === true} onChange={onTick} />
        </td>
      )}
      {columns.map((column) => (
        <Cell key={column.key} column={column} row={row} isFixed={isFixed} onEdit={() => onEdit(column)} />
      ))}
    </tr>
  )
}

const rowClass = [
  'group/row scroll-mt-12 outline-none focus-visible:relative focus-visible:z-1 focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent',
  'max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:border-b max-md:border-line max-md:px-4 max-md:py-2.5 max-md:last:border-b-0',
  // A card is a box of its own: the browser passes over those out of sight.
  'max-md:[content-visibility:auto] max-md:[contain-intrinsic-size:auto_5rem]',
  // Paper is narrow, and has rows all the same.
  'print:table-row! print:break-inside-avoid print:[content-visibility:visible]!',
].join(' ')

const cellClass = (isFixed: boolean) =>
  classes(
    'min-w-0 py-1 md:h-row md:border-b md:border-line md:px-cell md:group-last/row:border-b-0 md:first:ps-4 md:last:pe-4 max-md:p-0',
    isFixed && 'md:overflow-hidden md:whitespace-nowrap md:*:align-middle',
  )

const printedCell =
  'print:table-cell! print:border-b! print:border-line! print:px-1.5! print:py-1! print:text-start! print:text-caption! print:whitespace-normal!'

const phoneCell = {
  title: 'max-md:order-first max-md:line-clamp-2 max-md:basis-full max-md:text-body max-md:font-medium',
  aside: 'max-md:order-1 max-md:ms-auto max-md:text-small max-md:text-muted',
  line: 'max-md:text-small max-md:text-muted',
  hidden: 'max-md:hidden',
}

/** On a phone there is no head over a figure that says what it counts. */
const phoneFigure = 'max-md:before:content-[attr(data-header)] max-md:before:pe-1 max-md:empty:hidden print:before:content-none!'

interface CellProps<Row> {
  column: Column<Row>
  row: Row
  isFixed: boolean
  onEdit: () => void
}

function Cell<Row>({ column, row, isFixed, onEdit }: CellProps<Row>) {
  const { key, figures, grow, phone, edit, cell } = column
  const isEditable = edit?.may(row) ?? false
  return (
    <td
      data-column={key}
      data-header={figures ? `${column.header}:` : undefined}
      onDoubleClick={isEditable ? onEdit : undefined}
      className={classes(
        cellClass(isFixed),
        figures && 'md:text-end',
        !isFixed && (grow ? 'md:w-full md:max-w-0 md:min-w-40 md:truncate' : 'md:whitespace-nowrap'),
        isFixed && 'md:truncate',
        isEditable && 'group/cell relative',
        phoneCell[phone ?? 'line'],
        figures && phone !== 'title' && phoneFigure,
        printedCell,
      )}
    >
      {cell(row)}
      {isEditable && <EditButton header={column.header} onEdit={onEdit} />}
    </td>
  )
}

/** The pencil of a cell: seen on the row in hand, reached from the row by the arrows to the side. */
function EditButton({ header, onEdit }: { header: string; onEdit: () => void }) {
  const words = useUiWords()
  return (
    <button
      type="button"
      data-cell-edit
      data-print="no"
      tabIndex={-1}
      aria-label={words.editCell(header)}
      onClick={onEdit}
      className="absolute inset-y-0 end-1 my-auto grid size-7 cursor-pointer place-items-center rounded-control border border-line bg-raised text-muted opacity-0 group-hover/cell:opacity-100 hover:bg-hover hover:text-text focus-visible:opacity-100 max-md:hidden pointer-coarse:hidden"
    >
      <Pencil size={13} aria-hidden="true" />
    </button>
  )
}

/** The head of a group of rows: what they have in common, and how many have been read. */
export function GroupHead({ name, said, line, span, measure }: GroupHeadProps) {
  return (
    <tr ref={measure} data-index={line} aria-rowindex={line + 2} className="max-md:block">
      <th
        scope="colgroup"
        colSpan={span}
        className="sticky top-9 z-2 h-9 border-b border-line bg-canvas px-4 text-start text-small font-semibold max-md:top-0 max-md:block max-md:py-1.5 print:static"
      >
        <bdi>{name}</bdi> <span className="ms-1 font-normal text-muted">{said}</span>
      </th>
    </tr>
  )
}

interface GroupHeadProps {
  name: string
  said: string
  line: number
  span: number
  measure: Ref<HTMLTableRowElement> | undefined
}

/** Room for rows that are out of sight. */
export function Gap({ height, span }: { height: number; span: number }) {
  return (
    <tr aria-hidden="true" className="max-md:hidden">
      <td colSpan={span} style={{ blockSize: height }} className="p-0">
        {' '}
      </td>
    </tr>
  )
}

/** Rows still on their way. */
export function WaitingRows<Row>({ columns, hasTicks }: { columns: readonly Column<Row>[]; hasTicks: boolean }) {
  return Array.from({ length: 8 }, (_, index) => (
    <tr key={index} className="max-md:flex max-md:px-4 max-md:py-3">
      {hasTicks && (
        <td className="h-row border-b border-line ps-4 max-md:hidden">
          <Skeleton className="size-4" />
        </td>
      )}
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
