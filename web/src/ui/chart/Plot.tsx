import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import { useChartWords } from './chart-messages.ts'
import { ChartFrame, LegendEntry } from './ChartFrame.tsx'
import type { ChartAxis, ChartPoint, ChartWords } from './chart.types.ts'
import { ColumnMarks, LineMarks, PlotSurface } from './plot-marks.tsx'
import { PlotPoints } from './PlotPoints.tsx'
import { isLabelled, middleOf, ticksUpTo } from './scale.rules.ts'
import { useWidth } from './use-width.ts'

interface PlotProps {
  words: ChartWords
  axis: ChartAxis
  points: readonly ChartPoint[]
  /** A line for what goes on in time, columns for what stands side by side. */
  kind: 'line' | 'columns'
  /** Lines across the plot: a median, a target. */
  references?: readonly { value: number; label: string }[]
}

/** Values over time or over classes, from the reading start, beside what they are compared with; each opens its records. */
export function Plot({ words, axis, points, kind, references = [] }: PlotProps) {
  const ticks = ticksUpTo(greatestOf(points, references), axis.unit)
  const top = ticks.at(-1) ?? 1
  return (
    <ChartFrame words={words} points={points} legend={<PlotLegend words={words} points={points} kind={kind} />}>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 pt-2">
        <div aria-hidden="true" className="relative min-w-6 text-caption text-faint">
          {/* The widest tick holds the place of them all. */}
          <span className="invisible flex flex-col">
            {ticks.map((tick) => (
              <span key={tick} className="h-0 whitespace-nowrap">
                {axis.write(tick)}
              </span>
            ))}
          </span>
          {ticks.map((tick) => (
            <span key={tick} className="absolute end-0 translate-y-1/2 whitespace-nowrap" style={{ bottom: `${(tick / top) * 100}%` }}>
              {axis.write(tick)}
            </span>
          ))}
        </div>
        <div className="relative h-48">
          <Grid ticks={ticks} top={top} />
          <PlotSurface>{kind === 'line' ? <LineMarks points={points} top={top} /> : <ColumnMarks points={points} top={top} />}</PlotSurface>
          {kind === 'line' && <Dots points={points} top={top} />}
          {references.map(({ value, label }) => (
            <Reference key={label} place={Math.min(1, value / top)}>
              {label}
            </Reference>
          ))}
          <PlotPoints points={points} words={words} />
        </div>
        <span />
        {kind === 'columns' && points.length <= mostWrapped ? <WrappedNames points={points} /> : <PointNames points={points} />}
      </div>
    </ChartFrame>
  )
}

/** Intervals beyond three times the greatest value would flatten what they belong to; they are cut off there. */
function greatestOf(points: readonly ChartPoint[], references: readonly { value: number }[]): number {
  const values = points.flatMap(({ value, base }) => [value ?? 0, base?.value ?? 0]).concat(references.map(({ value }) => value))
  const greatest = Math.max(0, ...values)
  const widest = Math.max(0, ...points.map(({ interval }) => interval?.high ?? 0))
  return Math.max(greatest, Math.min(widest, greatest * 3))
}

function Grid({ ticks, top }: { ticks: readonly number[]; top: number }) {
  return ticks.map((tick, index) => (
    <span
      key={tick}
      aria-hidden="true"
      className={classes('absolute inset-x-0 border-t', index === 0 ? 'border-line-strong' : 'border-line')}
      style={{ bottom: `${(tick / top) * 100}%` }}
    />
  ))
}

/** Up to this many points of a line are marked one by one; of more, those that stand alone or on few records. */
const mostDots = 45

function Dots({ points, top }: { points: readonly ChartPoint[]; top: number }) {
  const isAlone = (index: number) => (points[index - 1]?.value ?? null) === null && (points[index + 1]?.value ?? null) === null
  return points.map(({ key, value, isSmall }, index) =>
    value === null || (points.length > mostDots && !isAlone(index)) ? null : (
      <span
        key={key}
        aria-hidden="true"
        className={classes(
          'pointer-events-none absolute size-2 translate-y-1/2 rounded-full border-2 border-accent ltr:-translate-x-1/2 rtl:translate-x-1/2',
          isSmall ? 'bg-surface' : 'bg-accent',
        )}
        style={{ insetInlineStart: `${middleOf(index, points.length) * 100}%`, bottom: `${(Math.min(value, top) / top) * 100}%` }}
      />
    ),
  )
}

function Reference({ place, children }: { place: number; children: ReactNode }) {
  return (
    <span
      aria-hidden="true"
      className="pointer-events-none absolute inset-x-0 border-t border-dashed border-text"
      style={{ bottom: `${place * 100}%` }}
    >
      <span className="absolute end-0 bottom-0 rounded-t-[0.25rem] bg-surface px-1 text-caption text-muted">{children}</span>
    </span>
  )
}

/** Up to so many columns carry their names in lines of their own; of more, a few along the axis. */
const mostWrapped = 12

function WrappedNames({ points }: { points: readonly ChartPoint[] }) {
  return (
    <div aria-hidden="true" className="flex pt-1 text-caption leading-snug text-muted">
      {points.map(({ key, tick }) => (
        <span key={key} className="line-clamp-3 flex-1 basis-0 px-px text-center wrap-break-word">
          {tick}
        </span>
      ))}
    </div>
  )
}

function PointNames({ points }: { points: readonly ChartPoint[] }) {
  const [place, width] = useWidth<HTMLDivElement>()
  const longest = Math.max(0, ...points.map(({ tick }) => tick.length))
  const most = Math.max(1, Math.floor(width / (longest * 6.5 + 14)))
  // The name of the first or last point stays within the plot, even where the point itself is nearer to its end.
  const half = `${longest * 3.25}px`
  return (
    <div ref={place} aria-hidden="true" className="relative h-7 text-caption text-muted">
      {points.map(
        ({ key, tick, isMarked }, index) =>
          (isLabelled(index, points.length, most) || isMarked) && (
            <span
              key={key}
              className="absolute top-1 flex -translate-x-1/2 flex-col items-center whitespace-nowrap rtl:translate-x-1/2"
              style={{ insetInlineStart: `clamp(${half}, ${middleOf(index, points.length) * 100}%, 100% - ${half})` }}
            >
              {isMarked && <span className="absolute -top-0.5 size-1 rounded-full bg-danger" />}
              {isLabelled(index, points.length, most) && tick}
            </span>
          ),
      )}
    </div>
  )
}

function PlotLegend({ words, points, kind }: Pick<PlotProps, 'words' | 'points' | 'kind'>) {
  const said = useChartWords()
  const hasBase = words.baseName !== undefined && points.some(({ base }) => base)
  return (
    <>
      <LegendEntry
        mark={
          kind === 'line' ? <span className="w-5 border-t-2 border-accent" /> : <span className="size-3 rounded-[0.125rem] bg-accent/75" />
        }
      >
        {words.name}
      </LegendEntry>
      {hasBase && (
        <LegendEntry
          mark={
            kind === 'line' ? (
              <span className="w-5 border-t-2 border-dashed border-muted" />
            ) : (
              <span className="size-3 border border-dashed border-muted bg-sunken" />
            )
          }
        >
          {words.baseName}
        </LegendEntry>
      )}
      {points.some(({ interval }) => interval) && (
        <LegendEntry mark={kind === 'line' ? <span className="h-3 w-5 bg-accent/15" /> : <span className="h-3 border-s-2 border-text" />}>
          {said.interval}
        </LegendEntry>
      )}
      {points.some(({ isSmall }) => isSmall) && (
        <LegendEntry mark={<span className="size-2.5 rounded-full border-2 border-accent bg-surface" />}>{said.small}</LegendEntry>
      )}
    </>
  )
}
