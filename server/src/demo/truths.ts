import type { PersonKey } from './generate/company.ts'
import type { TopicKey } from './generate/topics.data.ts'

/**
 * What is hidden in the demo for evaluations to find; docs/guides/demo.md tells it in words. The variant without
 * truths is drawn from the same seed with `noTruths`, in which every one of these does nothing.
 */
export interface Truths {
  /** Takes easy requests from the queue far more often than colleagues, and hard ones less. */
  pickerOfEasyWork: { person: PersonKey; easyTimes: number; hardTimes: number }
  /** Customers of one branch judge more mildly, whoever served them: `shift` is added to their leniency. */
  lenientBranch: { branch: 'shiraz'; shift: number }
  /** Gets easy requests by luck, closes them soon, and they come back. */
  overRatedNovice: { person: PersonKey; easyTimes: number; hardTimes: number; timeTimes: number; reopenTimes: number }
  /** Sends requests of one topic to a unit that cannot do it, which sends them back after days. */
  misroutingHabit: { person: PersonKey; topic: TopicKey; share: number; workingDays: number }
  /** The days about Nowruz bring so many requests for each that another open day would bring. */
  nowruzDip: { from: MonthDay; to: MonthDay; times: number }
}

type MonthDay = readonly [month: number, day: number]

export const truths: Truths = {
  pickerOfEasyWork: { person: 'kamyar', easyTimes: 3, hardTimes: 0.25 },
  lenientBranch: { branch: 'shiraz', shift: 0.9 },
  overRatedNovice: { person: 'sepehr', easyTimes: 2, hardTimes: 0.3, timeTimes: 0.4, reopenTimes: 4.5 },
  misroutingHabit: { person: 'mahsa', topic: 'part-order', share: 0.8, workingDays: 2.5 },
  nowruzDip: { from: [12, 25], to: [1, 14], times: 0.3 },
}

/** The null case: the same company, the same seed, and nothing to be found. */
export const noTruths: Truths = {
  pickerOfEasyWork: { ...truths.pickerOfEasyWork, easyTimes: 1, hardTimes: 1 },
  lenientBranch: { ...truths.lenientBranch, shift: 0 },
  overRatedNovice: { ...truths.overRatedNovice, easyTimes: 1, hardTimes: 1, timeTimes: 1, reopenTimes: 1 },
  misroutingHabit: { ...truths.misroutingHabit, share: 0 },
  nowruzDip: { ...truths.nowruzDip, times: 1 },
}
