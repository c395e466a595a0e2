import type { CompiledCalendar } from './clock.types.ts'

const dayMs = 86_400_000
const farthestDays = 732

/**
 * The latest moment, to the second, since which so many seconds of work have passed until `at`. Where the calendar has
 * not so much work in two years, two years ago.
 */
export function workingSecondsBefore(calendar: CompiledCalendar, at: Date, seconds: number): Date {
  const enough = (from: number): boolean => calendar.workingSecondsBetween(new Date(from), at) >= seconds
  let days = 1
  while (days < farthestDays && !enough(at.getTime() - days * dayMs)) days *= 2
  let [low, high] = [Math.floor(at.getTime() / 1000) - Math.min(days, farthestDays) * 86_400, Math.floor(at.getTime() / 1000)]
  if (!enough(low * 1000)) return new Date(low * 1000)
  // `low` is always early enough, `high` too late.
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (enough(middle * 1000)) low = middle
    else high = middle
  }
  return new Date(low * 1000)
}
