import { contract } from '@parvandeh/contract'
import { serve } from '../../../platform/http/handlers.ts'
import type { ServedRoute } from '../../../platform/http/handlers.ts'
import type { ReadConditions } from './for-reader.ts'
import { changeView, createView, listViews, removeView, restoreView, setDefaultView } from './views.ts'

/** The endpoints of saved views; `read` tells of their conditions. */
export const viewRoutes = (read: ReadConditions): ServedRoute[] =>
  serve(contract.views, {
    list: (context, { query }) => listViews(context, read, query.list),
    create: (context, { body }) => createView(context, read, body),
    change: (context, { params, body }) => changeView(context, read, params.viewId, body),
    remove: (context, { params }) => removeView(context, read, params.viewId),
    restore: (context, { params }) => restoreView(context, read, params.viewId),
    setDefault: (context, { params, body }) => setDefaultView(context, read, params.list, body.viewId),
  })
