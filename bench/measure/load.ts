/** What was seen of one way of working over some seconds. */
export interface Seen {
  /** Milliseconds of each time. */
  times: number[]
  seconds: number
}

/** Works for some seconds over so many hands; `work` is given the number of the time. */
export async function workFor(milliseconds: number, hands: number, work: (turn: number) => Promise<unknown>): Promise<Seen> {
  const times: number[] = []
  const begin = performance.now()
  let turn = 0
  const hand = async (): Promise<void> => {
    while (performance.now() - begin < milliseconds) {
      const start = performance.now()
      await work(turn++)
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: hands }, hand))
  return { times, seconds: (performance.now() - begin) / 1000 }
}

/** Several stretches of the same as one. */
export const together = (seen: readonly Seen[]): Seen => ({
  times: seen.flatMap(({ times }) => times),
  seconds: seen.reduce((sum, { seconds }) => sum + seconds, 0),
})

/** The value that this share of the times does not exceed. */
export function percentile({ times }: Seen, share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
