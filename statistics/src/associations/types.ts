/** Rows of which each belongs to one group and has one value. */
export interface GroupedValues {
  /** The group of each row, from 0. */
  group: Int32Array
  groups: number
  values: Float64Array
}

export interface AssociationOptions {
  /** Level of the interval. */
  confidence?: number
  /** Below so many rows in the smallest group the p-value is by permutation. */
  permuteBelow?: number
  permutations?: number
  seed?: number
}

/** How far groups differ in a value. */
export interface Association {
  n: number
  sizes: number[]
  /** The mean of each group, for the eye; the test is by ranks. */
  means: number[]
  /** Kruskal and Wallis's H, corrected for ties. */
  statistic: number
  df: number
  p: number
  method: 'asymptotic' | 'permutation'
  /**
   * Of two groups Cliff's delta: how much likelier a row of the second has the larger value than the smaller, -1 to 1. Of
   * more the share of the variance of ranks that lies between them, 0 to 1.
   */
  effect: 'cliffs-delta' | 'eta-squared'
  value: number
  low: number
  high: number
}
