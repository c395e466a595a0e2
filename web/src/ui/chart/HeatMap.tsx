import { Fragment } from 'react'
import { useChartWords } from './chart-messages.ts'
import { ChartFrame } from './ChartFrame.tsx'
import type { ChartPoint, ChartWords } from './chart.types.ts'
import { CellSaid, HeatCell, HeatLegend, useShownCell } from './HeatCell.tsx'
import { useRoving } from './use-roving.ts'
import { useWidth } from './use-width.ts'

interface Line {
  key: string
  label: string
  /** For where the label has no room. */
  short: string
}

interface HeatMapProps {
  words: ChartWords
  /** Few: the days of the week. On a narrow place they stand across and the others go down. */
  rows: readonly Line[]
  /** Many: the hours. */
  columns: readonly Line[]
  /** The cell of a row and a column; its `tick` is written into it where there is room. */
  cell: (row: string, column: string) => ChartPoint
  write: (value: number) => string
}

/** How much falls into each pair of two things. */
export function HeatMap({ words, rows, columns, cell, write }: HeatMapProps) {
  const said = useChartWords()
  const [place, width] = useWidth<HTMLDivElement>()
  const isNarrow = width < 620
  const [down, across] = isNarrow ? [columns, rows] : [rows, columns]
  const points = down.flatMap((one) => across.map((other) => (isNarrow ? cell(other.key, one.key) : cell(one.key, other.key))))
  const most = Math.max(0, ...points.map(({ value }) => value ?? 0))
  const { onKeyDown, point: roving } = useRoving(points.length, across.length)
  const { shown, show, hint } = useShownCell(points)
  const room = (width - 64) / across.length
  const isWritten = points.every(({ tick }) => tick.length * 7 + 4 < room)
  return (
    <ChartFrame words={words} points={points} legend={<HeatLegend points={points} most={most} write={write} />}>
      <div ref={place} className="min-w-0">
        <span id={hint} className="sr-only">
          {said.keys}
        </span>
        <div
          role="group"
          aria-label={words.label}
          aria-describedby={hint}
          className="grid gap-0.5"
          style={{ gridTemplateColumns: `auto repeat(${across.length}, minmax(0, 1fr))` }}
          onKeyDown={onKeyDown}
        >
          <span />
          <ColumnNames lines={across} room={room} isSparse={!isNarrow && room <= 34} />
          {down.map((one, row) => (
            <Fragment key={one.key}>
              <span aria-hidden="true" className="self-center pe-2 text-caption whitespace-nowrap text-muted">
                {one.label}
              </span>
              {across.map((other, column) => {
                const index = row * across.length + column
                const point = points[index]
                return (
                  point && (
                    <HeatCell
                      key={other.key}
                      point={point}
                      most={most}
                      name={words.name}
                      roving={roving(index)}
                      onShow={() => show(point.key)}
                      className={isNarrow ? 'h-6' : 'h-8'}
                    >
                      {isWritten && point.value !== null && point.value > 0 ? point.tick : null}
                    </HeatCell>
                  )
                )
              })}
            </Fragment>
          ))}
        </div>
        <CellSaid shown={shown} words={words} />
      </div>
    </ChartFrame>
  )
}

function ColumnNames({ lines, room, isSparse }: { lines: readonly Line[]; room: number; isSparse: boolean }) {
  const hasRoom = lines.every(({ label }) => label.length * 7 < room)
  return lines.map(({ key, label, short }, index) => (
    <span key={key} aria-hidden="true" className="text-center text-caption whitespace-nowrap text-muted">
      {(!isSparse || index % 2 === 0) && (hasRoom ? label : short)}
    </span>
  ))
}
