/** What the simulated world is like. Everything in points, shares or counts; defaults are the base setting. */
export interface OpinionSetting {
  name: string
  employees: number
  customers: number
  answers: number
  employeeSd: number
  /** Rounded to 1..5, or left continuous. */
  rounded: boolean
  /** Factor on the three effects of the file on the variance of an answer. */
  dispersion: number
  /** Change of the logit of answering per point of luck, what is not the employee's and not the customer's: missing by the answer. */
  missingByLuck: number
  /** The same per point of the whole experience, the employee's part with it. */
  missingByExperience: number
  /** Part of the rows whose recorded share is drawn at random. */
  wrongShares: number
  /** Part of the employees who invite only where the experience was better than their usual. */
  choosers: number
  /** Customers who come, really served, to give one employee the lowest mark, again and again. */
  clique: number
  /** Largest number of employees in one row. */
  team: number
}

const base: OpinionSetting = {
  name: 'base',
  employees: 120,
  customers: 1500,
  answers: 6000,
  employeeSd: 0.35,
  rounded: true,
  dispersion: 1,
  missingByLuck: 0,
  missingByExperience: 0,
  wrongShares: 0,
  choosers: 0,
  clique: 0,
  team: 1,
}

const continuous: OpinionSetting = { ...base, name: 'continuous', rounded: false }

/** The settings of the study, the adversaries last. Strong and flat dispersion are seen best without rounding. */
export const OPINION_SETTINGS = {
  base,
  continuous,
  strong: { ...continuous, name: 'strong', dispersion: 2.5 },
  flat: { ...continuous, name: 'flat', dispersion: 0 },
  mnar: { ...base, name: 'MNAR', missingByLuck: 0.8 },
  small: { ...base, name: 'small', employees: 30, answers: 1000 },
  null: { ...base, name: 'null', employeeSd: 0 },
  strongMnar: { ...base, name: 'strong MNAR', missingByExperience: 0.8 },
  wrongShares: { ...base, name: 'wrong shares', wrongShares: 0.2 },
  choosers: { ...base, name: 'choosers', choosers: 0.1 },
  clique: { ...base, name: 'clique', clique: 15 },
  team: { ...base, name: 'teams', team: 4 },
} satisfies Record<string, OpinionSetting>
