import type { Judgement } from './methods.ts'

/** How one judgement compares with the truth. Power: of the truly lowest tenth, who is called significantly low. */
export interface Comparison {
  rmse: number
  spearman: number
  covered: Rate
  extremesCovered: Rate
  bottomListNotBottomQuarter: Rate
  bottomListAboveAverage: Rate
  flaggedLowButNot: Rate
  power: Rate
  flagged: Rate
}

/** So many `hits` among so many. */
export interface Rate {
  hits: number
  of: number
}

/** Compares centred estimates with the centred truth of the same employees. */
export function compare({ employees, estimate, halfWidth }: Judgement, truth: Float64Array): Comparison {
  const shown = centred(estimate)
  const true_ = centred(employees.map((employee) => truth[employee]!))
  const size = employees.length
  const places = employees.map((_, at) => at)
  const byTruth = ranksOf(true_)
  const byEstimate = ranksOf(shown)
  const bottomList = places.filter((at) => byEstimate[at]! < Math.round(size / 10))
  const tenth = Math.round(size / 10)
  const low = (at: number) => shown[at]! + halfWidth[at]! < 0
  const isCovered = (at: number) => Math.abs(shown[at]! - true_[at]!) <= halfWidth[at]!
  const rate = (among: number[], hit: (at: number) => boolean): Rate => ({ hits: among.filter(hit).length, of: among.length })
  return {
    rmse: Math.sqrt(places.reduce((sum, at) => sum + (shown[at]! - true_[at]!) ** 2, 0) / size),
    // Where all are equal there is no order to find.
    spearman: true_.some((one) => one !== 0) ? correlation(byTruth, byEstimate) : Number.NaN,
    covered: rate(places, isCovered),
    extremesCovered: rate(
      places.filter((at) => byTruth[at]! < tenth || byTruth[at]! >= size - tenth),
      isCovered,
    ),
    bottomListNotBottomQuarter: rate(bottomList, (at) => byTruth[at]! >= size / 4),
    bottomListAboveAverage: rate(bottomList, (at) => true_[at]! > 0),
    flaggedLowButNot: rate(places.filter(low), (at) => true_[at]! >= 0),
    power: rate(
      places.filter((at) => byTruth[at]! < tenth),
      low,
    ),
    flagged: rate(places, (at) => low(at) || shown[at]! - halfWidth[at]! > 0),
  }
}

export const centred = (values: readonly number[]): number[] => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.map((value) => value - mean)
}

/** Rank of each from 0, the smallest first. */
export function ranksOf(values: readonly number[]): number[] {
  const ranks = Array.from<number>({ length: values.length })
  values
    .map((_, at) => at)
    .sort((a, b) => values[a]! - values[b]!)
    .forEach((at, rank) => (ranks[at] = rank))
  return ranks
}

/** Pearson's correlation; of ranks it is Spearman's. */
export function correlation(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [centred(one), centred(other)]
  const product = (left: number[], right: number[]) => left.reduce((sum, value, at) => sum + value * right[at]!, 0)
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b))
}

export const addRates = (rates: readonly Rate[]): Rate => ({
  hits: rates.reduce((sum, { hits }) => sum + hits, 0),
  of: rates.reduce((sum, { of }) => sum + of, 0),
})

export const partOf = ({ hits, of }: Rate): number => (of === 0 ? 0 : hits / of)
