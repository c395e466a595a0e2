import { calibrateEvidence, type CalibratedEvidence } from './calibrate-evidence.ts'
import { checkOpinions } from './check-opinions.ts'
import { classifyOpinions } from './eligibility.ts'
import { evidenceFeatures } from './evidence-features.ts'
import { prepareOpinions, type PreparedOpinions } from './prepare-opinions.ts'
import type { EvaluationConfig, EvaluationOptions, Ineligibility, OpinionRow } from './types.ts'

/** A fitted model of opinions: what every reading of it (scores, ranks, influence, audits) starts from. */
export interface OpinionModel {
  config: EvaluationConfig
  options: EvaluationOptions
  /** All rows as given, and why a row does not count. */
  rows: readonly OpinionRow[]
  exclusions: ReadonlyArray<Ineligibility | undefined>
  prepared: PreparedOpinions
  calibrated: CalibratedEvidence
}

/** Rows that cannot carry a model: nothing eligible. */
export interface UnfittedOpinions extends Omit<OpinionModel, 'prepared' | 'calibrated'> {
  prepared: undefined
  calibrated: undefined
}

/**
 * Checks, selects, orders and codes the opinions, learns the evidence weights and fits
 * rating = case mix + shares of employees + leniency of the customer + groups + error.
 * `prepared` is undefined where every opinion is ineligible. Throws EvaluationError on rows that cannot be true, on too
 * few rows (TOO_FEW_ROWS), and where all ratings are equal (DEGENERATE_RESPONSE).
 */
export function fitOpinionModel(
  rows: readonly OpinionRow[],
  config: EvaluationConfig,
  options: EvaluationOptions = {},
): OpinionModel | UnfittedOpinions {
  checkOpinions(rows, config)
  const exclusions = classifyOpinions(rows)
  const eligible = rows.filter((_, at) => exclusions[at] === undefined)
  if (eligible.length === 0) return { config, options, rows, exclusions, prepared: undefined, calibrated: undefined }
  const prepared = prepareOpinions(eligible, config.groups)
  const features = evidenceFeatures(prepared.rows, config.evidence)
  const calibrated = calibrateEvidence(prepared.input, features, { ...options, ...config.weightBounds })
  return { config, options, rows, exclusions, prepared, calibrated }
}
