import { foldForStorage } from '@parvandeh/contract/persian'
import type { AnswerOf, QueryOf, contract } from '@parvandeh/contract'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { decodeKey, pageFrom } from '../../../platform/paging.ts'
import { customerNames, visibleCustomerNames } from '../../customers/index.ts'
import { mayReach, writeAudit } from '../../identity/index.ts'
import { nextStates } from '../ledger/entry.rules.ts'
import { presentCheque } from '../ledger/present-entry.ts'
import { requireFinancialReader } from '../sales.access.ts'
import { readDueCheques, readVersions } from './cheques.queries.ts'
import type { ChequeFilters } from './cheques.queries.ts'

type List = typeof contract.cheques.list
export const chequeKey = z.tuple([z.iso.date(), z.uuid(), z.uuid()])

/** Filters as they are kept: names of banks are folded when they are entered. */
export const tidyFilters = (said: ChequeFilters): ChequeFilters => ({ ...said, bank: said.bank && foldForStorage(said.bank) })

/** Cheques of all files in the order in which they fall due. Opening the list is put on record; turning its pages is not. */
export async function listCheques(context: Context, { limit, after, ...said }: QueryOf<List>): Promise<AnswerOf<List>> {
  requireFinancialReader(context)
  const found = await readDueCheques(context, tidyFilters(said), decodeKey(after, chequeKey), limit + 1, ['customers.read'])
  const page = pageFrom(found, limit, (row) => [row.due_day, row.customer_id, row.id])
  if (after === undefined && page.rows.length > 0)
    await writeAudit(context, { action: 'field.read', subjectType: 'cheque', after: { fields: ['cheques'], filters: said } })
  const ids = page.rows.map((row) => row.customer_id)
  // The books go on when a file was removed: its cheques stay in the list, and are changed by nobody.
  const [names, open] = [await customerNames(context, ids), await visibleCustomerNames(context, ids)]
  const versions = await readVersions(context, page.rows)
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...presentCheque(row),
      id: row.id,
      customerId: row.customer_id,
      customerName: names.get(row.customer_id) ?? '',
      amount: row.amount,
      dueDay: row.due_day,
      version: versions.get(row.id) ?? 0,
      can: {
        move:
          open.has(row.customer_id) &&
          mayReach(context.actor, 'sales.write', { unitId: row.unit_id, ownerId: row.owner_id }) &&
          nextStates(row.state).length > 0,
      },
    })),
  }
}
