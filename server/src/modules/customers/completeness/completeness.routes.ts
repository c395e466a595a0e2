import { contract } from '@parvandeh/contract'
import { serve } from '../../../platform/http/handlers.ts'
import type { ServedRoute } from '../../../platform/http/handlers.ts'
import { changeProgramme, createProgramme, listProgrammes } from '../programmes/keep-programme.ts'
import { showProgramme } from '../programmes/show-programme.ts'
import { answerQuestion, putOffQuestion } from './answer-question.ts'
import { setHourCosts, showHourCosts } from './hour-costs.ts'
import { setWeights, showWeights } from './set-weights.ts'
import { showMissing } from './show-missing.ts'
import { showOverview, showTrend } from './show-overview.ts'

/** The endpoints of how complete files are, and of collecting what they lack. */
export const completenessRoutes = (): ServedRoute[] => [
  ...serve(contract.completeness, {
    weights: (context) => showWeights(context),
    setWeights: (context, { body }) => setWeights(context, body),
    overview: (context, { query }) => showOverview(context, query),
    trend: (context, { query }) => showTrend(context, query),
    ofFile: (context, { params }) => showMissing(context, params.customerId),
    answer: (context, { params, body }) => answerQuestion(context, params.customerId, body),
    putOff: async (context, { params, body }) => {
      await putOffQuestion(context, params.customerId, body)
      return {}
    },
    hourCosts: (context) => showHourCosts(context),
    setHourCosts: (context, { body }) => setHourCosts(context, body),
  }),
  ...serve(contract.programmes, {
    list: (context, { query }) => listProgrammes(context, query),
    show: (context, { params }) => showProgramme(context, params.programmeId),
    create: (context, { body }) => createProgramme(context, body),
    change: (context, { params, body }) => changeProgramme(context, params.programmeId, body),
  }),
]
