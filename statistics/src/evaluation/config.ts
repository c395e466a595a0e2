import { EvaluationError } from '../errors.ts'
import type { EvaluationConfig, EvidencePrior, MinimumEvidence } from './types.ts'

/** Weak prior knowledge: more contact and a fuller file sharpen an opinion, time blurs it. */
const EVIDENCE: readonly EvidencePrior[] = [
  { name: 'contacts', priorMean: -0.3, priorSd: 0.3 },
  { name: 'minutes', priorMean: 0, priorSd: 0.5 },
  { name: 'months-since-contact', priorMean: 0.1, priorSd: 0.2 },
  { name: 'completeness', priorMean: -0.4, priorSd: 0.5 },
  { name: 'trust', priorMean: 0, priorSd: 0.5 },
  { name: 'careless', priorMean: 0, priorSd: 0.5 },
]

const MINIMUM: MinimumEvidence = { customers: 5, equivalentOpinions: 5, reliability: 0.4, fullReliability: 0.7 }

/**
 * The protocol with what is not given set to its default: scale 1 to 5, the known evidence features, weights within
 * 0.1 and 10, 4,000 draws, practical difference 0.2 point. Throws BAD_OPTION where a value makes no sense.
 */
export function evaluationConfig(given: Partial<EvaluationConfig> & { period: string }): EvaluationConfig {
  const config: EvaluationConfig = {
    scale: { min: 1, max: 5 },
    groups: [],
    linkingGroups: [],
    evidence: EVIDENCE,
    weightBounds: { min: 0.1, max: 10 },
    minimum: MINIMUM,
    practicalDifference: 0.2,
    draws: 4000,
    seed: 1,
    exploratory: false,
    ...given,
  }
  const faults: Array<[boolean, string]> = [
    [!(config.scale.max > config.scale.min), 'scale'],
    [!(config.weightBounds.min > 0 && config.weightBounds.max >= 1 && config.weightBounds.min <= 1), 'weightBounds'],
    [!Number.isInteger(config.draws) || config.draws < 100, 'draws'],
    [!Number.isSafeInteger(config.seed), 'seed'],
    [!(config.practicalDifference >= 0), 'practicalDifference'],
    [config.evidence.some((prior) => !(prior.priorSd > 0) || !Number.isFinite(prior.priorMean)), 'evidence'],
    [config.linkingGroups.some((name) => !config.groups.includes(name)), 'linkingGroups'],
  ]
  const fault = faults.find(([wrong]) => wrong)
  if (fault) throw new EvaluationError('BAD_OPTION', `${fault[1]} makes no sense`, { option: fault[1] })
  return config
}
