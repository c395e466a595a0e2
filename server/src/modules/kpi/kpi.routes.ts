import { contract } from '@parvandeh/contract'
import { serve } from '../../platform/http/handlers.ts'
import type { ServedRoute } from '../../platform/http/handlers.ts'
import { listFieldCosts } from './field-costs/list-field-costs.ts'
import { exportRecords } from './figures/export-records.ts'
import { listIndicators } from './figures/list-indicators.ts'
import { listRecords } from './figures/list-records.ts'
import { askRun, guardAttribute, judgeRelation, listRelations } from './relations/ask-relations.ts'
import { showIndicator } from './figures/show-indicator.ts'

/** The endpoints of the indicators, of what goes together with what, and of what collecting takes. */
export const kpiRoutes = (): ServedRoute[] => [...indicatorRoutes(), ...relationRoutes(), ...costRoutes()]

const indicatorRoutes = (): ServedRoute[] =>
  serve(contract.kpi, {
    list: () => listIndicators(),
    show: (context, { params, query }) => showIndicator(context, params.indicator, query),
    records: (context, { params, query }) => listRecords(context, params.indicator, query),
    exportRecords: (context, { params, query }) => exportRecords(context, params.indicator, query),
  })

const relationRoutes = (): ServedRoute[] =>
  serve(contract.testedRelations, {
    list: (context, { query }) => listRelations(context, query),
    run: (context) => askRun(context),
    judge: (context, { params, body }) => judgeRelation(context, params.relationId, body),
    guard: (context, { body }) => guardAttribute(context, body),
  })

const costRoutes = (): ServedRoute[] => serve(contract.fieldCosts, { list: (context, { query }) => listFieldCosts(context, query) })
