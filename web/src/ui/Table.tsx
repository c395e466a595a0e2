import { useId } from 'react'
import { classes } from './classes.ts'
import { MorePages } from './MorePages.tsx'
import { useUiWords } from './messages.ts'
import { CellEditor } from './table/CellEditor.tsx'
import { isSelected, toggleAll } from './table/selection.rules.ts'
import type { TableProps } from './table/table.types.ts'
import { TableBody } from './table/TableBody.tsx'
import { TableHead } from './table/TableHead.tsx'
import { useFetchAhead } from './table/use-fetch-ahead.ts'
import { useTable } from './table/use-table.ts'

export type { Column } from './table/column.ts'
export type { TableHandle } from './table/table.types.ts'

/**
 * A table of records: a head that stays, sorting by the server, J, K and Enter to move and open. Given a layout its
 * columns are the person's own and it holds any number of rows. Below 768 px every row is a card.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { label, onOpen, isPending = false, empty, layout, more } = props
  const words = useUiWords()
  const keysHint = useId()
  const { region, ...table } = useTable(props)
  const { shown, lines } = table
  const tick = useTick(props, table.read)
  const isWaiting = isPending && lines.length === 0
  return (
    <div
      ref={region}
      className={classes(regionClass, layout && longClass)}
      data-table={layout && 'long'}
      role="region"
      aria-label={label}
      tabIndex={-1}
    >
      <table
        className={classes(
          'border-separate border-spacing-0 text-table max-md:block max-md:w-full print:table! print:table-auto! print:text-caption',
          layout ? 'md:w-(--table-width) md:min-w-(--table-least) md:table-fixed print:w-full! print:min-w-0!' : 'md:w-full',
        )}
        style={shown.style}
        aria-describedby={onOpen ? keysHint : undefined}
        aria-busy={isPending}
        aria-rowcount={more?.has ? -1 : lines.length + 1}
      >
        <caption className="sr-only">
          {label}
          {onOpen && <span id={keysHint}> {words.tableKeys}</span>}
        </caption>
        {shown.widths && (
          <colgroup className="print:hidden">
            {shown.widths.map((width, place) => (
              <col key={place} style={{ inlineSize: width }} />
            ))}
          </colgroup>
        )}
        <TableHead columns={shown.columns} sort={props.sort} onSort={props.onSort} onResize={shown.onResize} tick={tick} />
        <TableBody table={table} props={props} isWaiting={isWaiting} />
      </table>
      {!isWaiting && lines.length === 0 && empty}
      {more && <Foot more={more} last={table.rowWindow.last} count={lines.length} />}
      <Editing table={table} />
    </div>
  )
}

const regionClass = 'relative min-w-0 overflow-x-auto rounded-card border border-line bg-surface print:overflow-visible print:border-0'

/** Scrolls within itself, so that head and first column stay and a million rows have one scroll bar. */
const longClass = 'md:max-h-[calc(100dvh-5rem)] md:min-h-40 md:overflow-y-auto md:[overflow-anchor:none] print:max-h-none!'

/** The tick in the head, which picks all rows that have been read. */
function useTick<Row>({ selection }: TableProps<Row>, read: readonly string[]) {
  const words = useUiWords()
  if (!selection) return undefined
  const { value, onChange } = selection
  const isAll = read.length > 0 && read.every((key) => isSelected(value, key))
  const isSome = !isAll && read.some((key) => isSelected(value, key))
  return { label: words.pickAll, isAll, isSome, onChange: () => onChange(toggleAll(value, read)) }
}

interface FootProps {
  more: NonNullable<TableProps<unknown>['more']>
  last: number
  count: number
}

/** Stands under the last row that was read, and fetches further ones before one gets there. */
function Foot({ more, last, count }: FootProps) {
  const foot = useFetchAhead(more, last, count)
  return (
    <div ref={foot} data-print="no">
      <MorePages hasMore={more.has} isPending={more.isPending} onMore={more.onMore} />
    </div>
  )
}

function Editing<Row>({ table }: { table: Pick<ReturnType<typeof useTable<Row>>, 'edited' | 'setEdited' | 'closeEditor' | 'shown'> }) {
  const { edited, setEdited, closeEditor, shown } = table
  if (!edited) return null
  const next = (columnKey: string) => setEdited({ ...edited, columnKey })
  return <CellEditor edited={edited} columns={shown.columns} onNext={next} onClose={closeEditor} />
}
