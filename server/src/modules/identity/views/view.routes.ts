import { contract } from '@parvandeh/contract'
import { serve } from '../../../platform/http/handlers.ts'
import type { ServedRoute } from '../../../platform/http/handlers.ts'
import { changeView, createView, listViews, removeView, restoreView, setDefaultView } from './views.ts'

/** The endpoints of saved views. */
export const viewRoutes = (): ServedRoute[] =>
  serve(contract.views, {
    list: (context, { query }) => listViews(context, query.list),
    create: (context, { body }) => createView(context, body),
    change: (context, { params, body }) => changeView(context, params.viewId, body),
    remove: (context, { params }) => removeView(context, params.viewId),
    restore: (context, { params }) => restoreView(context, params.viewId),
    setDefault: (context, { params, body }) => setDefaultView(context, params.list, body.viewId),
  })
