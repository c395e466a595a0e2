import { contract } from '@parvandeh/contract'
import { serve } from '../../platform/http/handlers.ts'
import type { ServedRoute } from '../../platform/http/handlers.ts'
import { logInteraction } from './log/log-interaction.ts'
import { exportInteractions } from './read/export-interactions.ts'
import { listInteractions } from './read/list-interactions.ts'
import { showInteraction } from './read/show-interaction.ts'

/** The endpoints of interactions. */
export function interactionRoutes(): ServedRoute[] {
  return serve(contract.interactions, {
    list: (context, { query }) => listInteractions(context, query),
    export: (context, { query }) => exportInteractions(context, query),
    log: (context, { params, body }) => logInteraction(context, params.customerId, body),
    show: (context, { params }) => showInteraction(context, params.customerId, params.interactionId),
  })
}
