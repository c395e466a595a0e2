import { type CSSProperties, useMemo, useState } from 'react'
import type { Column } from './column.ts'
import { type ColumnChoice, readableChoice, widenColumn, widthOf } from './layout.rules.ts'

/** The columns as a person has chosen them, and the wish for another choice. */
export interface TableLayout {
  choice: readonly ColumnChoice[]
  onChange: (choice: ColumnChoice[]) => void
}

const tickWidth = 44

/** The shown columns with their widths; without a layout all of them, as wide as what they hold. */
export function useColumns<Row>(columns: readonly Column<Row>[], layout: TableLayout | undefined, hasTicks: boolean) {
  const [drawn, setDrawn] = useState<{ key: string; width: number } | null>(null)
  const choice = useMemo(() => (layout ? readableChoice(columns, layout.choice) : null), [columns, layout])
  if (!layout || !choice) return { columns, widths: null, style: undefined, onResize: undefined }
  const current = drawn ? widenColumn(choice, drawn.key, drawn.width) : choice
  const shown = current.flatMap(({ key, width }) => {
    const column = columns.find((one) => one.key === key)
    return column ? [{ column, width }] : []
  })
  const least = shown.reduce((sum, { column, width }) => sum + widthOf(column, width), hasTicks ? tickWidth : 0)
  // Somebody must take up what room is left; where every width was set by hand, nobody does.
  const stretches = shown.some(({ column, width }) => column.grow && width === null)
  const style = { '--table-width': stretches ? '100%' : `${least}px`, '--table-least': `${least}px` } as CSSProperties
  const widths = shown.map(({ column, width }) => (column.grow && width === null ? undefined : widthOf(column, width)))
  const onResize = (key: string, width: number, isDone: boolean) => {
    setDrawn(isDone ? null : { key, width })
    if (isDone) layout.onChange(widenColumn(choice, key, width))
  }
  return { columns: shown.map(({ column }) => column), widths: hasTicks ? [tickWidth, ...widths] : widths, style, onResize }
}
