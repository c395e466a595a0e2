import { cherryPicking, withStandardHours } from '../src/productivity/cherry-picking.ts'
import { fitProductivityModel } from '../src/productivity/fit-productivity.ts'
import { generateRequests, type DeskSetting } from './generate-requests.ts'
import { addRates, centred, correlation, partOf, ranksOf, type Rate } from './measures.ts'

/** How productivity and the test of picking did over all seeds. */
export interface DeskSummary {
  spearmanRaw: number
  spearmanAdjusted: number
  /** Of those named the best tenth, who is not truly of the best quarter. */
  wronglyBestRaw: number
  wronglyBestAdjusted: number
  coverage: number
  /** Rejections at 1%, without Holm, among those who do not pick and those who do. */
  pickingSize: number
  pickingPower: number
}

/** Runs the desk over the seeds 1..`seeds`. */
export function deskStudy(setting: DeskSetting, seeds: number): DeskSummary {
  const runs = Array.from({ length: seeds }, (_, at) => runDesk(setting, at + 1))
  const mean = (of: (run: (typeof runs)[number]) => number) => runs.reduce((sum, run) => sum + of(run), 0) / runs.length
  const rate = (of: (run: (typeof runs)[number]) => Rate) => partOf(addRates(runs.map(of)))
  return {
    spearmanRaw: mean((run) => run.spearmanRaw),
    spearmanAdjusted: mean((run) => run.spearmanAdjusted),
    wronglyBestRaw: rate((run) => run.wronglyBestRaw),
    wronglyBestAdjusted: rate((run) => run.wronglyBestAdjusted),
    coverage: rate((run) => run.covered),
    pickingSize: rate((run) => run.size),
    pickingPower: rate((run) => run.power),
  }
}

function runDesk(setting: DeskSetting, seed: number) {
  const { requests, picks, speed, hoursAvailable } = generateRequests(setting, seed)
  const model = fitProductivityModel(requests, { hoursAvailable, minimum: { closed: 0, reliability: 0, fullReliability: 0 } })
  const { report } = model
  const numbers = report.employees.map(({ employee }) => Number(employee.slice(1)))
  const truth = centred(numbers.map((number) => speed[number]!))
  const estimate = report.employees.map((one) => one.speed ?? 0)
  const raw = report.employees.map(({ closed }) => closed)
  const errors = centred(estimate).map((one, at) => Math.abs(one - truth[at]!) <= 1.96 * (report.employees[at]!.se ?? Infinity))
  const pickers = Math.round(setting.pickers * setting.employees)
  const tests = cherryPicking(withStandardHours(picks, model)).map(({ employee, pValue }) => ({
    picks: Number(employee.slice(1)) < pickers,
    found: pValue < 0.01,
  }))
  const rate = (some: Array<{ found: boolean }>): Rate => ({ hits: some.filter(({ found }) => found).length, of: some.length })
  return {
    spearmanRaw: correlation(ranksOf(raw), ranksOf(truth)),
    spearmanAdjusted: correlation(ranksOf(estimate), ranksOf(truth)),
    wronglyBestRaw: wronglyBest(raw, truth),
    wronglyBestAdjusted: wronglyBest(estimate, truth),
    covered: { hits: errors.filter(Boolean).length, of: errors.length },
    size: rate(tests.filter((test) => !test.picks)),
    power: rate(tests.filter((test) => test.picks)),
  }
}

function wronglyBest(estimate: readonly number[], truth: readonly number[]): Rate {
  const [named, true_] = [ranksOf(estimate), ranksOf(truth)]
  const best = named.flatMap((rank, at) => (rank >= 0.9 * named.length ? [at] : []))
  return { hits: best.filter((at) => true_[at]! < 0.75 * truth.length).length, of: best.length }
}
