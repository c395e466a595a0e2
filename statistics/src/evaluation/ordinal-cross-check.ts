import { EvaluationError } from '../errors.ts'
import { fitMixedModel } from '../mixed-model/fit-mixed-model.ts'
import type { OpinionModel } from './fit-opinion-model.ts'

export type Conclusion = 'below' | 'no difference shown' | 'above'

export interface OrdinalCrossCheck {
  /** Part of the answers on the fuller end of the scale. */
  shareAtEnd: number
  /** More than 60% sit there: distances between points mean little, and the ordinal model was fitted too. */
  needed: boolean
  converged: boolean
  /** Employees of whom the two models conclude differently, by name. */
  differing: Array<{ employee: string; byPoints: Conclusion; byOrder: Conclusion }>
}

const CROWDED = 0.6

/**
 * Where over 60% of the answers sit on one end of the scale, fits the cumulative logit model as well, with the same
 * factors and weights, and says whose conclusion (95% interval of the effect against 0) depends on the choice. Nothing
 * is fitted below that. Throws BAD_OPTION where the ratings are not whole points.
 */
export function ordinalCrossCheck(model: OpinionModel): OrdinalCrossCheck {
  const { prepared, calibrated, config, options } = model
  const { y } = prepared.input
  const shareAt = (end: number) => y.reduce((count, rating) => count + (rating === end ? 1 : 0), 0) / y.length
  const shareAtEnd = Math.max(shareAt(config.scale.min), shareAt(config.scale.max))
  if (shareAtEnd <= CROWDED) return { shareAtEnd, needed: false, converged: true, differing: [] }
  const broken = y.find((rating) => !Number.isInteger(rating - config.scale.min))
  if (broken !== undefined) throw new EvaluationError('BAD_OPTION', 'ordered categories are whole points', { rating: broken })
  const ordinal = fitMixedModel(
    { ...prepared.input, y: y.map((rating) => rating - config.scale.min + 1), weights: calibrated.weights, family: 'cumulative-logit' },
    options,
  )
  const byPoints = conclusions(calibrated.fit)
  const byOrder = conclusions(ordinal)
  const differing = prepared.employees
    .map((employee, at) => ({ employee, byPoints: byPoints[at] ?? SAME, byOrder: byOrder[at] ?? SAME }))
    .filter((one) => one.byPoints !== one.byOrder)
  return { shareAtEnd, needed: true, converged: ordinal.converged, differing: differing.sort((a, b) => (a.employee < b.employee ? -1 : 1)) }
}

const SAME: Conclusion = 'no difference shown'

function conclusions(fit: OpinionModel['calibrated']['fit']): Conclusion[] {
  const term = fit.terms.find(({ name }) => name === 'employee')
  return Array.from(term?.effect ?? [], (effect, at) => {
    const half = 1.96 * term!.seFull[at]!
    return half === 0 || Math.abs(effect) <= half ? SAME : effect < 0 ? 'below' : 'above'
  })
}
