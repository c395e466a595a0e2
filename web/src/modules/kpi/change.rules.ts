/** What a group of records was in one period: how many, and the mean of what is measured. */
export interface GroupFigure {
  count: number
  /** Null where the group has no value. */
  mean: number | null
}

/** How much of a change a group brings, in the unit of the figure. */
export interface Contribution {
  key: string
  now: GroupFigure
  before: GroupFigure
  /** By its part of the records having become another: more or fewer of a slow kind. */
  mix: number
  /** By having become slower or quicker itself. */
  rate: number
  /** The two together; over all groups they add up to the change. */
  total: number
}

/** The key under which groups that are too many to tell apart are taken together. */
export const restKey = 'rest'

const nothing: GroupFigure = { count: 0, mean: null }

/**
 * Splits the change of a mean into what each group brings, by mix and by rate (Kitagawa 1955, with the two periods
 * averaged, so that no remainder is left): with shares w and means m, the rate effect is the mean of the shares times
 * the change of m, the mix effect the change of w times how far the group lies from the whole. A group that is in one
 * period only has changed the mix and nothing else. Undefined where a period has no values.
 */
export function explainMean(
  now: ReadonlyMap<string, GroupFigure>,
  before: ReadonlyMap<string, GroupFigure>,
): { change: number; groups: Contribution[] } | undefined {
  const [after, earlier] = [wholeOf(now), wholeOf(before)]
  if (after.mean === null || earlier.mean === null) return undefined
  const middle = (after.mean + earlier.mean) / 2
  const groups = keysOf(now, before).map((key): Contribution => {
    const [one, other] = [now.get(key) ?? nothing, before.get(key) ?? nothing]
    const [weight, weightBefore] = [one.count / after.count, other.count / earlier.count]
    const mean = one.mean ?? other.mean ?? middle
    const meanBefore = other.mean ?? mean
    const rate = ((weight + weightBefore) / 2) * (mean - meanBefore)
    const mix = (weight - weightBefore) * ((mean + meanBefore) / 2 - middle)
    return { key, now: one, before: other, mix, rate, total: mix + rate }
  })
  return { change: after.mean - earlier.mean, groups: byWeight(groups) }
}

/** Splits the change of a number into what each group brings: simply its own change. */
export function explainCount(
  now: ReadonlyMap<string, GroupFigure>,
  before: ReadonlyMap<string, GroupFigure>,
): { change: number; groups: Contribution[] } {
  const groups = keysOf(now, before).map((key): Contribution => {
    const [one, other] = [now.get(key) ?? nothing, before.get(key) ?? nothing]
    const total = one.count - other.count
    return { key, now: one, before: other, mix: total, rate: 0, total }
  })
  return { change: wholeOf(now).count - wholeOf(before).count, groups: byWeight(groups) }
}

/** All groups together. */
export function wholeOf(groups: ReadonlyMap<string, GroupFigure>): GroupFigure {
  let count = 0
  let sum = 0
  for (const one of groups.values()) {
    if (one.mean === null) continue
    count += one.count
    sum += one.count * one.mean
  }
  return { count, mean: count === 0 ? null : sum / count }
}

const keysOf = (...all: ReadonlyMap<string, unknown>[]): string[] => [...new Set(all.flatMap((one) => [...one.keys()]))]

const byWeight = (groups: Contribution[]): Contribution[] => groups.toSorted((a, b) => Math.abs(b.total) - Math.abs(a.total))
