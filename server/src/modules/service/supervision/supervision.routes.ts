import { contract } from '@parvandeh/contract'
import { serve } from '../../../platform/http/handlers.ts'
import type { ServedRoute } from '../../../platform/http/handlers.ts'
import { moveRequests, takeMovesBack } from './move-requests.ts'
import { proposeMoves } from './propose-moves.ts'
import { showSupervision } from './show-supervision.ts'

/** The endpoints of those who see to it that work is evenly spread. */
export const supervisionRoutes = (): ServedRoute[] =>
  serve(contract.supervision, {
    show: (context, { query }) => showSupervision(context, query),
    propose: (context, { query }) => proposeMoves(context, query),
    move: (context, { body }) => moveRequests(context, body),
    takeBack: (context, { body }) => takeMovesBack(context, body),
  })
