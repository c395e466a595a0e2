import { type MouseEvent, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { useIsPhone } from '../is-phone.ts'
import { useRowKeys } from '../table-keys.ts'
import type { Edited } from './CellEditor.tsx'
import { type Line, linesOf, rowsIn } from './grouping.rules.ts'
import { selectBetween, toggleRow } from './selection.rules.ts'
import type { TableProps } from './table.types.ts'
import { useColumns } from './use-columns.ts'
import { useRowWindow } from './use-row-window.ts'

/** All that a table knows of itself: its lines, the row in hand, the rows picked, the cell being changed. */
export function useTable<Row>(props: TableProps<Row>) {
  const { columns, rowKey, onOpen, layout, selection } = props
  const region = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const [edited, setEdited] = useState<Edited<Row> | null>(null)
  const isPhone = useIsPhone()
  const { lines, rows, read, lineOf } = useLines(props)
  const shown = useColumns(columns, layout, selection !== undefined)
  const pick = usePick(props, read)
  const keys = useRowKeys({
    body,
    count: rows.length,
    open: (place) => rows[place] !== undefined && onOpen?.(rows[place]),
    reveal: (place) => rowWindow.reveal(lineOf(place)),
    extend: selection && ((from, to) => selection.onChange(selectBetween(selection.value, read, read[from] ?? '', read[to] ?? ''))),
  })
  const rowWindow = useRowWindow({
    region,
    count: lines.length,
    keyOf: (line) => keyOfLine(lines[line], rowKey),
    pinned: lineOf(keys.current),
    isOn: layout !== undefined && !isPhone,
  })
  const inHand = () => {
    const place = body.current?.querySelector<HTMLElement>('[data-row]:focus-within, [data-row]:hover')?.dataset.place
    return place === undefined ? null : (rows[Number(place)] ?? null)
  }
  useImperativeHandle(props.handle, () => ({
    inHand,
    tick: () => {
      const row = inHand()
      if (row) pick(rowKey(row), false)
    },
    edit: (columnKey) => {
      const row = inHand()
      const isPossible = row && shown.columns.some(({ key, edit }) => edit?.may(row) && (columnKey === undefined || key === columnKey))
      if (isPossible) setEdited({ row, rowKey: rowKey(row), columnKey: columnKey ?? null })
    },
  }))
  const press = (event: MouseEvent, row: Row) => {
    if (isInteractive(event.target)) return
    if (selection && (event.shiftKey || event.ctrlKey || event.metaKey)) pick(rowKey(row), event.shiftKey)
    else onOpen?.(row)
  }
  const closeEditor = () => {
    setEdited(null)
    body.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(edited?.rowKey ?? '')}"]`)?.focus()
  }
  return { region, body, lines, rows, read, shown, pick, keys, rowWindow, press, edited, setEdited, closeEditor }
}

/** The lines of the body, the rows among them as they stand, and their keys. */
function useLines<Row>({ rows, columns, groupBy, rowKey }: TableProps<Row>) {
  const group = columns.find(({ key }) => key === groupBy)?.group
  return useMemo(() => {
    const lines = linesOf(rows, group)
    const standing = group ? rowsIn(lines) : rows
    const lineOf = (place: number) => (group ? lines.findIndex((line) => line.kind === 'row' && line.place === place) : place)
    return { lines, rows: standing, read: standing.map(rowKey), lineOf }
    // Columns and the key are made anew at each drawing; what they say of a row does not change.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [rows, groupBy])
}

/** Picks one row, or with Shift all from the one picked before. */
function usePick<Row>({ selection }: TableProps<Row>, read: readonly string[]) {
  const anchor = useRef<string | null>(null)
  return (key: string, withShift: boolean) => {
    if (!selection) return
    const from = anchor.current
    anchor.current = key
    const isStretch = withShift && from !== null
    selection.onChange(isStretch ? selectBetween(selection.value, read, from, key) : toggleRow(selection.value, key, read))
  }
}

const keyOfLine = <Row>(line: Line<Row> | undefined, rowKey: (row: Row) => string): string =>
  line === undefined ? '' : line.kind === 'row' ? rowKey(line.row) : `group-${line.key}`

/** A press on a link, button or box inside a row is meant for that, and one that ends a text selection for nothing. */
function isInteractive(target: EventTarget): boolean {
  const inside = target instanceof Element && target.closest('a,button,input,label,[role=button]') !== null
  return inside || (globalThis.getSelection()?.toString() ?? '') !== ''
}
