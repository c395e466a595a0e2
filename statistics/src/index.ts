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
export { evaluationConfig } from './evaluation/config.ts'
export { evaluateEmployees, reportOn } from './evaluation/evaluate-employees.ts'
export { fitOpinionModel, type OpinionModel, type UnfittedOpinions } from './evaluation/fit-opinion-model.ts'
export {
  calibrateEvidence,
  type CalibratedEvidence,
  type CalibrationOptions,
  type EvidenceFeature,
} from './evaluation/calibrate-evidence.ts'
export { roundedSteps } from './evaluation/explain-score.ts'
export { compareEmployees, type EmployeeComparison } from './evaluation/compare-employees.ts'
export { flagEmployees, type EmployeeFlag } from './evaluation/flag-employees.ts'
export { influentialCustomers, type CustomerInfluence } from './evaluation/influential-customers.ts'
export { driftByPeriod, type DriftReport, type DriftShape, type EmployeeDrift } from './evaluation/drift-by-period.ts'
export { nonresponseSensitivity, type NonresponseReport, type NonresponseShift } from './evaluation/nonresponse-sensitivity.ts'
export { compareExcludedLowRatings, type ExcludedLowRatings } from './evaluation/excluded-low-ratings.ts'
export { auditBias, type EmployeeBackground, type RatingGap } from './evaluation/audit-bias.ts'
export { ordinalCrossCheck, type Conclusion, type OrdinalCrossCheck } from './evaluation/ordinal-cross-check.ts'
export type {
  EmployeeScore,
  EvaluationConfig,
  EvaluationOptions,
  EvaluationReport,
  EvidenceEffect,
  EvidenceName,
  EvidencePrior,
  ExplanationStep,
  Finding,
  Ineligibility,
  MinimumEvidence,
  OpinionRow,
  RankStatement,
  UnansweredInvitation,
} from './evaluation/types.ts'
export { fitProductivity, fitProductivityModel } from './productivity/fit-productivity.ts'
export { cherryPicking, withStandardHours, type CategoryPick, type CherryPickResult, type PickRow } from './productivity/cherry-picking.ts'
export { qualityBySpeed, type QualityAndSpeed } from './productivity/quality-by-speed.ts'
export type { CategoryDifficulty, EmployeeProductivity, ProductivityConfig, ProductivityReport, RequestRow } from './productivity/types.ts'
export { associate } from './associations/associate.ts'
export { cramersV, type TableAssociation } from './associations/cramers-v.ts'
export type { Association, AssociationOptions, GroupedValues } from './associations/types.ts'
export { falseDiscoveryRates } from './distributions/false-discoveries.ts'
