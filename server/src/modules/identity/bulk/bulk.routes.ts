import { contract } from '@parvandeh/contract'
import { serve } from '../../../platform/http/handlers.ts'
import type { ServedRoute } from '../../../platform/http/handlers.ts'
import { listBulks, listRefusals, showBulk } from './show-bulk.ts'
import { goOnWithBulk, stopBulk } from './stop-bulk.ts'
import { undoBulk } from './undo-bulk.ts'

/** The endpoints of changes of many rows, whatever the rows are. */
export const bulkRoutes = (): ServedRoute[] =>
  serve(contract.bulk, {
    list: (context, { query }) => listBulks(context, query),
    show: (context, { params }) => showBulk(context, params.bulkId),
    refusals: (context, { params, query }) => listRefusals(context, params.bulkId, query),
    stop: (context, { params }) => stopBulk(context, params.bulkId),
    goOn: (context, { params }) => goOnWithBulk(context, params.bulkId),
    undo: (context, { params }) => undoBulk(context, params.bulkId),
  })
