import type { segmentSize } from '@parvandeh/contract'
import type { z } from 'zod'
import type { Sample } from './size.queries.ts'

type Size = z.output<typeof segmentSize>

/** Of a normal distribution, nineteen twentieths lie within so many standard errors. */
const errorsAround = 1.96
const digitsSaid = 3

export const exactly = (count: number): Size => ({ count, isExact: true, low: count, high: count })

/**
 * What a sample of pages leads to expect of the whole, by expansion (Cochran, Sampling Techniques, ch. 9: clusters of
 * unequal size), rounded to what it can know; never under `least`, which has been counted.
 */
export function estimateFrom({ allPages, pages, found, spread }: Sample, least: number): Size {
  if (pages >= allPages) return exactly(Math.max(found, least))
  const expected = pages === 0 ? 0 : (found / pages) * allPages
  const error = pages === 0 ? 0 : (allPages * spread * Math.sqrt(1 - pages / allPages)) / Math.sqrt(pages)
  const count = Math.max(least, expected)
  return {
    count: rounded(count),
    isExact: false,
    low: Math.max(least, rounded(count - errorsAround * error)),
    high: rounded(Math.max(count, expected + errorsAround * error)),
  }
}

function rounded(number: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, number))) + 1 - digitsSaid)
  return Math.max(0, Math.round(number / step) * step)
}
