import type { ScaleUnit } from './scale.rules.ts'

/** One place on a chart: what it is, how much, and which records stand behind it. */
export interface ChartPoint {
  key: string
  /** In full, as it is read aloud: «شنبه ۱ آذر ۱۴۰۵». */
  label: string
  /** In short, under the axis. */
  tick: string
  /** Null where there is no figure: a gap with its reason, never a zero. */
  value: number | null
  /** The value written out, or why there is none. */
  written: string
  /** The records behind it. */
  href?: string | undefined
  /** The same place of the period it is compared with. */
  base?: { value: number | null; written: string; label: string } | undefined
  /** Where the value lies, when it is of a sample. */
  interval?: { low: number; high: number; written: string } | undefined
  /** What is to be known about this one: a holiday, few records. */
  note?: string | undefined
  /** Drawn hollow: it rests on few records. */
  isSmall?: boolean | undefined
  /** A day off, or the like: marked under the axis. */
  isMarked?: boolean | undefined
}

export interface ChartWords {
  /** What the chart shows, for whoever does not see it. */
  label: string
  /** The name of the values, and of those they are compared with. */
  name: string
  baseName?: string | undefined
  /** What the points are: «روز»، «ماه»؛ heads the table. */
  pointName: string
}

export interface ChartAxis {
  unit: ScaleUnit
  /** Writes a tick. */
  write: (value: number) => string
}
