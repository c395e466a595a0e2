import type { ReactNode } from 'react'
import type { ChartPoint } from './chart.types.ts'
import { middleOf, runsOf } from './scale.rules.ts'

interface MarksProps {
  points: readonly ChartPoint[]
  /** The value at the top of the plot. */
  top: number
}

/*
 * Everything is drawn from the reading start, in hundredths of the width and height, without a word in it: in a page
 * from right to left the whole drawing is mirrored.
 */
const at = (index: number, count: number) => middleOf(index, count) * 100
const down = (value: number, top: number) => 100 - (Math.min(value, top) / top) * 100

/** The surface the marks are drawn on; strokes keep their width however it is stretched. */
export function PlotSurface({ children }: { children: ReactNode }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none" className="turns absolute inset-0 size-full overflow-visible">
      {children}
    </svg>
  )
}

const stroke = { fill: 'none', vectorEffect: 'non-scaling-stroke', strokeLinecap: 'round', strokeLinejoin: 'round' } as const

/** A line over its area, with the interval of each point behind it and the compared line in dashes. */
export function LineMarks({ points, top }: MarksProps) {
  const count = points.length
  const line = (run: { from: number; points: readonly ChartPoint[] }, value: (point: ChartPoint) => number) =>
    run.points.map((point, index) => `${at(run.from + index, count)},${down(value(point), top)}`)
  const bases = runsOf(points, ({ base }) => (base?.value ?? null) !== null)
  const bands = runsOf(points, ({ interval }) => interval !== undefined)
  const runs = runsOf(points, ({ value }) => value !== null)
  return (
    <>
      {bands.map((run) => (
        <polygon
          key={run.from}
          className="fill-accent/15"
          points={[
            ...line(run, ({ interval }) => interval?.high ?? 0),
            ...line(run, ({ interval }) => interval?.low ?? 0).toReversed(),
          ].join(' ')}
        />
      ))}
      {bands.length === 0 &&
        runs.map((run) => (
          <polygon
            key={run.from}
            className="fill-accent/8"
            points={`${at(run.from, count)},100 ${line(run, ({ value }) => value ?? 0).join(' ')} ${at(run.from + run.points.length - 1, count)},100`}
          />
        ))}
      {bases.map((run) => (
        <polyline
          key={run.from}
          {...stroke}
          className="stroke-muted"
          strokeWidth={1.5}
          strokeDasharray="4 4"
          points={line(run, ({ base }) => base?.value ?? 0).join(' ')}
        />
      ))}
      {runs.map((run) => (
        <polyline
          key={run.from}
          {...stroke}
          className="stroke-accent"
          strokeWidth={2}
          points={line(run, ({ value }) => value ?? 0).join(' ')}
        />
      ))}
    </>
  )
}

/** Columns; what they are compared with is an empty column behind, the interval a whisker. */
export function ColumnMarks({ points, top }: MarksProps) {
  const count = points.length
  const width = 100 / count
  const hasBase = points.some(({ base }) => (base?.value ?? null) !== null)
  const column = (index: number, value: number, from: number, share: number) => ({
    x: index * width + width * from,
    width: width * share,
    y: down(value, top),
    height: 100 - down(value, top),
  })
  return points.map(({ key, value, base, interval, isSmall }, index) => (
    <g key={key}>
      {base?.value != null && (
        <rect
          {...column(index, base.value, 0.1, 0.38)}
          className="fill-sunken stroke-muted"
          strokeWidth={1}
          strokeDasharray="3 3"
          vectorEffect="non-scaling-stroke"
        />
      )}
      {value !== null && (
        <rect
          {...column(index, value, hasBase ? 0.5 : 0.14, hasBase ? 0.4 : 0.72)}
          className={isSmall ? 'fill-accent/15 stroke-accent' : 'fill-accent/75'}
          strokeWidth={isSmall ? 1 : 0}
          vectorEffect="non-scaling-stroke"
        />
      )}
      {interval && (
        <line
          {...stroke}
          className="stroke-text"
          strokeWidth={1.5}
          x1={index * width + width * (hasBase ? 0.7 : 0.5)}
          x2={index * width + width * (hasBase ? 0.7 : 0.5)}
          y1={down(interval.low, top)}
          y2={down(interval.high, top)}
        />
      )}
    </g>
  ))
}
