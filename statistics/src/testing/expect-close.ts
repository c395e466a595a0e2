import { expect } from 'vitest'

/** Every entry within the tolerance: absolute below 1, relative above. One expectation in all, for vectors may be long. */
export function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length)
  const far = Array.from(expected, (value, at) => ({ at, actual: actual[at]!, expected: value })).filter(
    (entry) => !(Math.abs(entry.actual - entry.expected) <= tolerance * Math.max(1, Math.abs(entry.expected))),
  )
  expect(far.slice(0, 5)).toEqual([])
}
