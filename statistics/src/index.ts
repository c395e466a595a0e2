export { EvaluationError, type ErrorCode } from './errors.ts'
export { fitMixedModel } from './mixed-model/fit-mixed-model.ts'
export { randomStream, type RandomStream } from './random.ts'
export type {
  Family,
  FactorSpec,
  FitProgress,
  MixedModelFit,
  MixedModelInput,
  MixedModelOptions,
  MultipleFactor,
  RandomTerm,
  SingleFactor,
  SolverReport,
} from './mixed-model/types.ts'
