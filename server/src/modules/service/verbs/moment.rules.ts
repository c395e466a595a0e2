const fiftyYears = 50 * 366 * 86_400_000

/**
 * Why nothing can have happened to a request then, or null. Durations are kept in seconds that a database integer
 * holds, 68 years; a moment further back than anybody's work is a slip of the pen.
 */
export function whyNotHappened(at: Date, now: Date): 'in-the-future' | 'too-long-ago' | null {
  if (at > now) return 'in-the-future'
  return now.getTime() - at.getTime() > fiftyYears ? 'too-long-ago' : null
}
