/** What an axis counts: its ticks fall where people of that unit expect them. */
export type ScaleUnit = 'count' | 'number' | 'share' | 'seconds'

const minute = 60
const hour = 60 * minute
const day = 24 * hour
const spans = [
  ...[1, 2, 5, 10, 15, 30].flatMap((count) => [count, count * minute]).toSorted((a, b) => a - b),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 3, 5, 10, 20, 30, 60, 90, 180, 365, 730].map((count) => count * day),
]

/** Ticks from zero to the first one at or above `most`: whole numbers of things, minutes, hours and days of spans. */
export function ticksUpTo(most: number, unit: ScaleUnit, wanted = 4): number[] {
  const top = most > 0 && Number.isFinite(most) ? most : 1
  const step = stepFor(top / wanted, unit)
  const count = Math.max(1, Math.ceil(top / step - 1e-9))
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)))
  return unit === 'share' ? ticks.filter((tick) => tick <= 1) : ticks
}

function stepFor(atLeast: number, unit: ScaleUnit): number {
  if (unit === 'seconds') {
    const span = spans.find((one) => one >= atLeast * 0.999)
    if (span !== undefined) return span
  }
  const power = 10 ** Math.floor(Math.log10(atLeast))
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= atLeast * 0.999) ?? 10 * power
  return unit === 'count' ? Math.max(1, Math.ceil(step)) : step
}

/** Which of `count` labels are written where `most` have room: evenly spaced, the first always. */
export function isLabelled(index: number, count: number, most: number): boolean {
  const step = Math.max(1, Math.ceil(count / Math.max(1, most)))
  return index % step === 0
}

/** The middle of the band of a point, as a share of the width from the reading start. */
export const middleOf = (index: number, count: number): number => (index + 0.5) / Math.max(1, count)

/** One of `levels` steps of a value up to `most`: 0 for none, never 0 for something. */
export function levelOf(value: number, most: number, levels: number): number {
  if (value <= 0 || most <= 0) return 0
  return Math.min(levels, Math.max(1, Math.ceil((value / most) * levels)))
}

/** Runs of neighbours that have a value: a line is drawn within a run and never across a gap. */
export function runsOf<T>(points: readonly T[], has: (point: T) => boolean): { from: number; points: T[] }[] {
  const runs: { from: number; points: T[] }[] = []
  for (const [index, point] of points.entries()) {
    if (!has(point)) continue
    const last = runs.at(-1)
    if (last && last.from + last.points.length === index) last.points.push(point)
    else runs.push({ from: index, points: [point] })
  }
  return runs
}
