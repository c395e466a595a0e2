// One measurement in a process of its own, so that peak memory is its own: prints seconds, megabytes and a remark as JSON.
import { calibrateEvidence, fitMixedModel, type MixedModelFit, type MixedModelInput } from '@parvandeh/statistics'
import { instEvalA, instEvalB, instEvalFeatures } from './insteval.ts'
import { millionOpinions } from './million-opinions.ts'

const remark = ({ iterations, converged, solver }: MixedModelFit): string =>
  `${solver.kind}, ${solver.size} columns, ${iterations} iterations${converged ? '' : ', NOT converged'}`

const fit = (input: MixedModelInput) => () => remark(fitMixedModel(input))

/** Each makes its data and gives the work that is measured. */
const cases: Record<string, () => () => string> = {
  'insteval-a': () => fit(instEvalA()),
  'insteval-b': () => fit(instEvalB()),
  'million-2000': () => fit(millionOpinions(2000)),
  'million-20000': () => fit(millionOpinions(20_000)),
  calibration: () => {
    const [input, features] = [instEvalA(), instEvalFeatures()]
    return () => {
      const { rounds, fit: last } = calibrateEvidence(input, features)
      return `${rounds} rounds; ${remark(last)}`
    }
  },
}

const work = cases[process.argv[2] ?? '']!()
const before = process.cpuUsage()
const said = work()
const { user, system } = process.cpuUsage(before)
process.stdout.write(JSON.stringify({ seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024, remark: said }))
