import type { MixedModelOptions } from '../mixed-model/types.ts'

/** One opinion on one service episode, as the customer's file stood when the invitation left. */
export interface OpinionRow {
  id: string
  /** Points on the scale of the configuration. */
  rating: number
  customer: string
  /** Who dealt with the customer in the window; shares sum to at most 1, what is left belongs to the organisation. */
  exposure: ReadonlyArray<{ employee: string; share: number }>
  /** Contacts logged in the window. */
  contacts: number
  /** Handling time in the window, minutes. */
  minutes?: number
  /** Days from the last contact to the answer. */
  daysSinceContact: number
  /** Completeness of the file for the fields that were marked as needed, 0..1. */
  completeness: number
  /** Agreement of what is fixed and what is operational in the file, 0..1. */
  trust?: number
  /** Index of careless answering (straight lines, haste); larger is more careless. */
  careless?: number
  /** What the customer's side fixed at registration: text is a category, a number a slope. Same keys in every row. */
  caseMix: Readonly<Record<string, string | number>>
  /** Levels of further random factors, such as branch or topic. */
  groups?: Readonly<Record<string, string>>
  /** Several answers on one episode: the last one counts. */
  episode?: string
  /** When it was answered, on any rising scale; orders the answers on one episode. */
  answeredAt?: number
  /** Set where the answer came from a member of staff: it never counts on their own work. */
  respondentEmployee?: string
  /** Label of the stretch of time, for drift; labels in the order of their text. */
  period?: string
}

/** An invitation that was not answered: all of a row but the rating. */
export type UnansweredInvitation = Omit<OpinionRow, 'rating'>

export type EvidenceName = 'contacts' | 'minutes' | 'months-since-contact' | 'completeness' | 'trust' | 'careless'

/** Normal prior on what one unit of a feature adds to the log variance of an answer. */
export interface EvidencePrior {
  name: EvidenceName
  priorMean: number
  priorSd: number
}

/** When a score may be shown, and when it counts in rankings. */
export interface MinimumEvidence {
  customers: number
  equivalentOpinions: number
  /** Below it a score is suppressed. */
  reliability: number
  /** Below it a score is provisional, without flags and ranks. */
  fullReliability: number
}

/** The protocol of an evaluation: locked before the result is known, and printed in the report. */
export interface EvaluationConfig {
  /** What the report is called: the period that it is about. */
  period: string
  scale: { min: number; max: number }
  /** Random factors to take from `groups`. */
  groups: readonly string[]
  /** Group factors through which employees without a common customer may still be compared. */
  linkingGroups: readonly string[]
  evidence: readonly EvidencePrior[]
  /** Relative evidence weights are kept between these. */
  weightBounds: { min: number; max: number }
  minimum: MinimumEvidence
  /** Differences below it, in points, are not worth acting on. */
  practicalDifference: number
  draws: number
  seed: number
  /** An exploratory run is marked as such and cannot be cited. */
  exploratory: boolean
}

/** What may be said about the computation itself while it runs. */
export type EvaluationOptions = Pick<MixedModelOptions, 'signal' | 'kernel' | 'solver' | 'denseLimit' | 'onProgress'>

/** Why an opinion says nothing about an employee. */
export type Ineligibility = 'no-contact' | 'own-answer' | 'superseded'

export interface ExplanationStep {
  step: 'raw' | 'ineligible' | 'casemix' | 'leniency' | 'weights' | 'shrinkage'
  /** Points that this step adds; the first is the raw mean itself. */
  change: number
  after: number
}

export interface RankStatement {
  /** 1 is best; best under squared error. */
  expected: number
  interval95: [number, number]
  pTopQuarter: number
  pBottomQuarter: number
}

export interface EmployeeScore {
  employee: string
  status: 'shown' | 'provisional' | 'suppressed'
  /** Expected rating on the standard case mix by a fully exposed, average customer, in points. Null where suppressed. */
  score: number | null
  se: number | null
  /** Covers 95 % of employees whatever the shape of their differences (`robustReach`): somewhat wider than 1.96 `se`. */
  interval95: [number, number] | null
  /** Share of the variance between employees that the evidence settles, 0..1. */
  reliability: number
  /** So many full and undisturbed opinions would say as much. */
  equivalentOpinions: number
  opinions: number
  eligibleOpinions: number
  customers: number
  /** Employees of different components have no customers in common, directly or through colleagues. From 1. */
  component: number
  /** About how many opinions more the next status needs; 0 where shown. */
  moreOpinionsNeeded: number
  /** P(below colleagues by more than the practical difference), and above. Null where suppressed. */
  pBelow: number | null
  pAbove: number | null
  /** Among the shown employees of the same component. */
  rank?: RankStatement
  rawMean: number | null
  steps: ExplanationStep[]
}

/** What the data say that a feature of the file is worth. */
export interface EvidenceEffect {
  name: string
  /** Change of log variance per unit, with its standard error. */
  delta: number
  se: number
  /** An opinion with one unit more is worth so many times as much: estimate and 95% interval. */
  worthPerUnit: [number, number, number]
  /** False: the interval covers 1, the data do not show that this matters. */
  matters: boolean
}

export type Finding =
  | 'scored'
  | 'no-eligible-opinions'
  | 'nobody-to-compare-with'
  | 'no-difference-can-be-shown'
  | 'not-converged'
  | 'employees-not-identified'

export interface EvaluationReport {
  finding: Finding
  version: string
  /** SHA-256 of the rows, whatever their order. */
  dataHash: string
  config: EvaluationConfig
  seed: number
  counts: { opinions: number; eligible: number; customers: number; employees: number } & Record<Ineligibility, number>
  /** Mean of the scale on the standard case mix; null where nothing was fitted. */
  meanScale: number | null
  residualVariance: number | null
  terms: Array<{ name: string; levels: number; variance: number; atBoundary: boolean }>
  /** Random factors left out because the data cannot tell them from the rest. */
  notIdentified: string[]
  /** Case-mix columns that others determine. */
  droppedColumns: string[]
  evidence: { effects: EvidenceEffect[]; criterionDrop: number; atBounds: number } | null
  convergence: { converged: boolean; iterations: number; gradientNorm: number } | null
  components: number
  /** In the order of their names. */
  employees: EmployeeScore[]
}
