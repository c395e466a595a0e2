import { employeeEffects } from '../evaluation/employee-effects.ts'
import { reportOn } from '../evaluation/evaluate-employees.ts'
import type { OpinionModel } from '../evaluation/fit-opinion-model.ts'
import { positions } from '../evaluation/prepare-opinions.ts'
import type { ProductivityModel } from './types.ts'

/** One point of the display of quality beside speed. */
export interface QualityAndSpeed {
  employee: string
  /** Score in points, and speed on the log scale. */
  quality: number
  speed: number
  /** Half axes of the 95% ellipse; the two models are fitted apart, so it stands upright. */
  radius95: { quality: number; speed: number }
  /** Against the medians of those shown. */
  pBothAboveMedian: number
  pFastAndPoor: number
}

/** Square root of the 95% quantile of chi-square with 2 degrees of freedom. */
const RADIUS = Math.sqrt(-2 * Math.log(0.05))
const DRAWS_AT_ONCE = 100

/**
 * Quality and speed together, for those whose score and speed may both be shown, by name. Never one sum: an index has
 * weights that its owner must print. Fewer than 4 people have no median worth naming: then the answer is empty.
 */
export function qualityBySpeed(model: OpinionModel, productivity: ProductivityModel): QualityAndSpeed[] {
  const effects = employeeEffects(model)
  const speeds = new Map(productivity.report.employees.map((one) => [one.employee, one]))
  const both = reportOn(model).employees.filter(({ employee, se }) => se !== null && (speeds.get(employee)?.speed ?? null) !== null)
  if (!effects || both.length < 4) return []
  const tally = both.map(() => ({ above: 0, poor: 0 }))
  const { draws, seed } = model.config
  const qualityAt = both.map(({ employee }) => model.prepared.employees.indexOf(employee))
  const place = positions(productivity.speedOrder)
  const speedAt = both.map(({ employee }) => place.get(employee)!)
  const nextSpeed = speedDraws(productivity, seed)
  effects.eachDraw(draws, seed, (draw) => {
    const speedDraw = nextSpeed()
    const quality = aboveMedian(qualityAt.map((at) => draw[at]!))
    const speed = aboveMedian(speedAt.map((at) => speedDraw[at]!))
    tally.forEach((own, at) => {
      if (speed[at] && quality[at]) own.above += 1
      if (speed[at] && !quality[at]) own.poor += 1
    })
  })
  return both.map(({ employee, score, se }, at) => ({
    employee,
    quality: score!,
    speed: speeds.get(employee)!.speed!,
    radius95: { quality: RADIUS * se!, speed: RADIUS * speeds.get(employee)!.se! },
    pBothAboveMedian: tally[at]!.above / draws,
    pFastAndPoor: tally[at]!.poor / draws,
  }))
}

function aboveMedian(values: readonly number[]): boolean[] {
  const sorted = values.toSorted((a, b) => a - b)
  const half = values.length >> 1
  const median = values.length % 2 === 0 ? (sorted[half - 1]! + sorted[half]!) / 2 : sorted[half]!
  return values.map((value) => value > median)
}

/** Draws of all speeds one after the other; another stream than that of the quality, so that the two are independent. */
function speedDraws({ sampleSpeed, speedOrder }: ProductivityModel, seed: number): () => Float64Array {
  let piece: Float64Array = new Float64Array()
  let used = DRAWS_AT_ONCE
  let pieces = 0
  return () => {
    if (used === DRAWS_AT_ONCE) {
      piece = sampleSpeed(DRAWS_AT_ONCE, 1_000_003 * (seed + 1) + pieces)
      pieces += 1
      used = 0
    }
    used += 1
    return piece.subarray((used - 1) * speedOrder.length, used * speedOrder.length)
  }
}
