import { contract } from '@parvandeh/contract'
import { serve } from '../../../platform/http/handlers.ts'
import type { ServedRoute } from '../../../platform/http/handlers.ts'
import { listRefusals, showBulk } from './show-bulk.ts'
import { undoBulk } from './undo-bulk.ts'

/** The endpoints of changes of many rows, whatever the rows are. */
export const bulkRoutes = (): ServedRoute[] =>
  serve(contract.bulk, {
    show: (context, { params }) => showBulk(context, params.bulkId),
    refusals: (context, { params, query }) => listRefusals(context, params.bulkId, query),
    undo: (context, { params }) => undoBulk(context, params.bulkId),
  })
