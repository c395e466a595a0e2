const free = 4
const longestMs = 30 * 60_000

/**
 * Until when sign-in for a name is closed after so many wrong passwords in a row: the first four are free, then
 * 10 seconds, doubling up to half an hour.
 */
export function lockedUntil(failures: number, now: Date): Date {
  if (failures <= free) return now
  return new Date(now.getTime() + Math.min(10_000 * 2 ** (failures - free - 1), longestMs))
}
