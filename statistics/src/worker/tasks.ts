import {
  calibrateEvidence,
  type CalibratedEvidence,
  type CalibrationOptions,
  type EvidenceFeature,
} from '../evaluation/calibrate-evidence.ts'
import { evaluateEmployees } from '../evaluation/evaluate-employees.ts'
import type { EvaluationConfig, EvaluationOptions, EvaluationReport, OpinionRow } from '../evaluation/types.ts'
import { fitMixedModel } from '../mixed-model/fit-mixed-model.ts'
import type { FitProgress, MixedModelFit, MixedModelInput, MixedModelOptions } from '../mixed-model/types.ts'
import { fitProductivity } from '../productivity/fit-productivity.ts'
import type { ProductivityConfig, ProductivityReport, RequestRow } from '../productivity/types.ts'

/** Options that can be handed to another thread; giving up and progress are seen to by `runInWorker`. */
type Portable<Options> = Omit<Options, 'signal' | 'onProgress'>

/** A fit that can be handed to another thread: draws have to be asked for beforehand. */
export type PortableFit = Omit<MixedModelFit, 'sample'>

/** Draws wanted of a fit: see `sample` of `MixedModelFit`. */
export interface DrawsWanted {
  term: string
  draws: number
  seed: number
}

/** What can be computed in another thread: what is given, and what comes back. */
export interface Tasks {
  fitMixedModel: {
    given: { input: MixedModelInput; options?: Portable<MixedModelOptions>; draws?: DrawsWanted[] }
    result: PortableFit & { samples: Float64Array[] }
  }
  calibrateEvidence: {
    given: { input: MixedModelInput; features: EvidenceFeature[]; options?: Portable<CalibrationOptions> }
    result: Omit<CalibratedEvidence, 'fit'> & { fit: PortableFit }
  }
  evaluateEmployees: {
    given: { rows: readonly OpinionRow[]; config: EvaluationConfig; options?: Portable<EvaluationOptions> }
    result: EvaluationReport
  }
  fitProductivity: {
    given: { rows: readonly RequestRow[]; config?: ProductivityConfig; options?: Portable<MixedModelOptions> }
    result: ProductivityReport
  }
}

export type TaskName = keyof Tasks
type OnProgress = (progress: FitProgress) => void

export const tasks: { [Name in TaskName]: (given: Tasks[Name]['given'], onProgress: OnProgress) => Tasks[Name]['result'] } = {
  fitMixedModel: ({ input, options, draws = [] }, onProgress) => {
    const { sample, ...fit } = fitMixedModel(input, { ...options, onProgress })
    return { ...fit, samples: draws.map((wanted) => sample(wanted.term, wanted.draws, wanted.seed)) }
  },
  calibrateEvidence: ({ input, features, options }, onProgress) => {
    const { fit, ...rest } = calibrateEvidence(input, features, { ...options, onProgress })
    const { sample: _, ...portable } = fit
    return { ...rest, fit: portable }
  },
  evaluateEmployees: ({ rows, config, options }, onProgress) => evaluateEmployees(rows, config, { ...options, onProgress }),
  fitProductivity: ({ rows, config, options }, onProgress) => fitProductivity(rows, config, { ...options, onProgress }),
}
