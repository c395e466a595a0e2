import type { TimelineLine } from './line-kind.ts'

/** Lines that are in order of time, gathered by the local day they fall on. */
export function byDay(lines: readonly TimelineLine[], dayOf: (instant: string) => string): { day: string; lines: TimelineLine[] }[] {
  const days: { day: string; lines: TimelineLine[] }[] = []
  for (const line of lines) {
    const day = dayOf(line.at)
    const last = days.at(-1)
    if (last?.day === day) last.lines.push(line)
    else days.push({ day, lines: [line] })
  }
  return days
}
