import { classes } from '../classes.ts'
import { useChartWords } from './chart-messages.ts'
import { ChartFrame, LegendEntry } from './ChartFrame.tsx'
import type { ChartPoint, ChartWords } from './chart.types.ts'
import { CellSaid, HeatCell, HeatLegend, useShownCell } from './HeatCell.tsx'
import { useRoving } from './use-roving.ts'

/** A month of the calendar: its name, and its days in order, the first under its weekday. */
export interface HeatMonth {
  key: string
  name: string
  /** How many columns lie before the first day. */
  before: number
  days: readonly ChartPoint[]
}

interface YearHeatProps {
  words: ChartWords & {
    /** What the mark on a day means: «تعطیل». */
    markName: string
  }
  months: readonly HeatMonth[]
  /** The narrow names of the weekdays, from the first. */
  weekdays: readonly string[]
  write: (value: number) => string
}

/** A year as a wall calendar, each day filled by how much fell on it; days off are marked. */
export function YearHeat({ words, months, weekdays, write }: YearHeatProps) {
  const said = useChartWords()
  const points = months.flatMap(({ days }) => days)
  const most = Math.max(0, ...points.map(({ value }) => value ?? 0))
  const { onKeyDown, point: roving } = useRoving(points.length, 7)
  const { shown, show, hint } = useShownCell(points)
  const firstOf = (month: number) => months.slice(0, month).reduce((sum, { days }) => sum + days.length, 0)
  const legend = (
    <>
      <HeatLegend points={points} most={most} write={write} />
      <LegendEntry mark={<span className="text-caption font-bold text-danger underline">{points[0]?.tick}</span>}>
        {words.markName}
      </LegendEntry>
    </>
  )
  return (
    <ChartFrame words={words} points={points} legend={legend}>
      <span id={hint} className="sr-only">
        {said.keys}
      </span>
      <div
        role="group"
        aria-label={words.label}
        aria-describedby={hint}
        className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-5 gap-y-4"
        onKeyDown={onKeyDown}
      >
        {months.map((month, place) => (
          <div key={month.key} className="break-inside-avoid">
            <p aria-hidden="true" className="mb-1 text-small font-medium">
              {month.name}
            </p>
            <div className="grid grid-cols-7 gap-0.5">
              {weekdays.map((name) => (
                <span key={name} aria-hidden="true" className="text-center text-caption text-faint">
                  {name}
                </span>
              ))}
              {month.before > 0 && <span style={{ gridColumn: `span ${month.before}` }} />}
              {month.days.map((day, index) => (
                <HeatCell
                  key={day.key}
                  point={day}
                  most={most}
                  name={words.name}
                  roving={roving(firstOf(place) + index)}
                  onShow={() => show(day.key)}
                  className="aspect-square text-[0.6875rem]!"
                >
                  <span className={classes(day.isMarked && 'font-bold underline decoration-2 underline-offset-2')}>{day.tick}</span>
                </HeatCell>
              ))}
            </div>
          </div>
        ))}
      </div>
      <CellSaid shown={shown} words={words} />
    </ChartFrame>
  )
}
