import type { AnswerOf, contract } from '@parvandeh/contract'
import { definitions } from '../definitions/definitions.ts'

/** Every indicator with the words in which it is explained and the figures that it has. */
export const listIndicators = async (): Promise<AnswerOf<typeof contract.kpi.list>> => ({
  indicators: Object.values(definitions).map((one) => ({
    ...one,
    values: [...one.values],
    partsOf: one.partsOf ?? null,
    bands: one.bands ? { ...one.bands, edges: [...one.bands.edges] } : null,
  })),
})
