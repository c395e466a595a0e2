import { contract } from '@parvandeh/contract'
import { serve } from '../../platform/http/handlers.ts'
import type { ServedRoute } from '../../platform/http/handlers.ts'
import { offerFields } from '../customers/index.ts'
import { accountFields } from './asked/account-fields.queries.ts'
import { setCreditLimit } from './accounts/set-credit-limit.ts'
import { showAccount } from './accounts/show-account.ts'
import { exportCheques } from './cheques/export-cheques.ts'
import { listCheques } from './cheques/list-cheques.ts'
import { moveCheque, undoMove } from './cheques/move-cheque.ts'
import { planInstalments } from './instalments/plan-instalments.ts'
import { addEntry } from './ledger/add-entry.ts'
import { exportLedger } from './ledger/export-ledger.ts'
import { listLedger } from './ledger/list-ledger.ts'
import { showEntry } from './ledger/show-entry.ts'
import { undoEntry, voidEntry } from './ledger/void-entry.ts'

/** The endpoints of customers' accounts. */
export function salesRoutes(): ServedRoute[] {
  offerFields(accountFields)
  return [
    ...serve(contract.ledger, {
      account: (context, { params }) => showAccount(context, params.customerId),
      setLimit: (context, { params, body }) => setCreditLimit(context, params.customerId, body),
      list: (context, { params, query }) => listLedger(context, params.customerId, query),
      export: (context, { params, query }) => exportLedger(context, params.customerId, query),
      add: (context, { params, body }) => addEntry(context, params.customerId, body),
      show: (context, { params }) => showEntry(context, params),
      void: (context, { params, body }) => voidEntry(context, params, body),
      undo: (context, { params, body }) => undoEntry(context, params, body),
      planInstalments: (context, { params, body }) => planInstalments(context, params, body),
    }),
    ...serve(contract.cheques, {
      list: (context, { query }) => listCheques(context, query),
      export: (context, { query }) => exportCheques(context, query),
      move: (context, { params, body }) => moveCheque(context, params, body),
      undo: (context, { params, body }) => undoMove(context, params, body),
    }),
  ]
}
