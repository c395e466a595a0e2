import { generateOpinions, type SimulatedSurvey } from '../../simulation/generate-opinions.ts'
import { OPINION_SETTINGS, type OpinionSetting } from '../../simulation/opinion-settings.ts'
import { evaluationConfig } from './config.ts'
import { fitOpinionModel, type OpinionModel } from './fit-opinion-model.ts'
import type { EvaluationConfig, OpinionRow } from './types.ts'

/** A survey small enough for a test: 40 employees, 2,000 answers. */
export const smallSurvey = (change: Partial<OpinionSetting> = {}, seed = 1): SimulatedSurvey =>
  generateOpinions({ ...OPINION_SETTINGS.base, employees: 40, customers: 500, answers: 2000, ...change }, seed)

export const config = (change: Partial<EvaluationConfig> = {}): EvaluationConfig =>
  evaluationConfig({ period: '1405 spring', groups: ['branch'], draws: 400, ...change })

export function modelOf(rows: readonly OpinionRow[], change: Partial<EvaluationConfig> = {}): OpinionModel {
  const model = fitOpinionModel(rows, config(change))
  if (!model.prepared) throw new Error('nothing eligible')
  return model
}

/** An ordinary row, to be spoilt. */
export const ordinaryRow: OpinionRow = {
  id: 'o',
  rating: 4,
  customer: 'c1',
  exposure: [{ employee: 'e1', share: 1 }],
  contacts: 2,
  daysSinceContact: 3,
  completeness: 0.8,
  caseMix: {},
}

/** Rows of several employees and customers who all know each other, ratings 3 to 5 without a pattern. */
export const plainRows = (employees: number, customers: number, each = 1): OpinionRow[] =>
  Array.from({ length: employees * customers * each }, (_, at) => ({
    ...ordinaryRow,
    id: `o${at}`,
    rating: 3 + ((Math.imul(at + 1, 0x9e3779b1) >>> 20) % 3),
    customer: `c${at % customers}`,
    exposure: [{ employee: `e${Math.floor(at / customers) % employees}`, share: 1 }],
  }))
