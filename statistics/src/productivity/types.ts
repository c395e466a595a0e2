import type { EmployeeScore } from '../evaluation/types.ts'

/** One request in the hands of one employee. */
export interface RequestRow {
  id: string
  employee: string
  category: string
  /** Hours at work on it: recorded touch time, else holding time over the number of matters held at once. Neither waiting
   * before the assignment nor time lost by misrouting, and no wait that the process imposes. */
  hours: number
  /** False: still open at the cut, or handed over, so that it takes longer than `hours`. */
  closed: boolean
  handedOver?: boolean
  /** Reopened within the days that the organisation counts: it earns no credit. */
  reopened?: boolean
  /** Further facts of the request, such as its priority; same keys in every row. */
  facts?: Readonly<Record<string, string | number>>
}

export interface ProductivityConfig {
  /** Hours that each employee had for requests in the period, where known. */
  hoursAvailable?: Readonly<Record<string, number>>
  minimum?: { closed: number; reliability: number; fullReliability: number }
}

export interface CategoryDifficulty {
  category: string
  /** Expected hours of an average employee. */
  standardHours: number
  requests: number
}

export interface EmployeeProductivity {
  employee: string
  status: EmployeeScore['status']
  requests: number
  closed: number
  /** +0.10 is about 10% faster than colleagues on the same work. Null where suppressed. */
  speed: number | null
  se: number | null
  interval95: [number, number] | null
  reliability: number
  /** The same with handed-over requests left out: handing over may itself depend on how long a request would take. */
  speedWithoutHandovers: number | null
  /** Standard hours of what was closed and not reopened. */
  creditedHours: number
  hoursAvailable: number | null
  /** Credited over available hours: 1 is the average request in the average time. */
  adjustedProductivity: number | null
}

export interface ProductivityReport {
  finding: 'scored' | 'no-difference-can-be-shown' | 'nobody-to-compare-with' | 'not-converged'
  requests: number
  censored: number
  /** Variance of log hours within an employee and a category, and between employees. */
  residualVariance: number
  speedVariance: number
  categories: CategoryDifficulty[]
  employees: EmployeeProductivity[]
}

/** A fitted model of speed: the report on it, and what further readings need. */
export interface ProductivityModel {
  report: ProductivityReport
  /** Standard hours of a category as told by colleagues alone: what `employee` did does not enter. */
  hoursWithout(employee: string, category: string): number
  /** Joint draws of the speeds, draws x employees in the order of `speedOrder`. */
  sampleSpeed(draws: number, seed: number): Float64Array
  speedOrder: string[]
}
