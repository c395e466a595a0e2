import { z } from 'zod'
import { exportQuery } from '../export.ts'
import { day, id, line, page, pageOf } from '../fields.ts'
import { route } from '../route.ts'
import { account, chequeView, ledgerEntry } from './ledger.ts'
import { chequeStates } from './money.ts'

export const chequeFilters = z.object({
  state: z.enum([...chequeStates, 'open', 'any']).optional(),
  /** By the day on which they fall due. */
  from: day.optional(),
  to: day.optional(),
  bank: line(100).optional(),
})

export const listedCheque = chequeView.extend({
  id,
  customerId: id,
  customerName: z.string(),
  amount: z.number().int(),
  dueDay: day,
  /** Of its entry, for a change of its state. */
  version: z.number().int(),
  can: z.object({ move: z.boolean() }),
})

const one = z.object({ customerId: id, entryId: id })
const moved = z.object({ entry: ledgerEntry, account })

export const chequeRoutes = {
  list: route({
    method: 'GET',
    path: '/api/cheques',
    permission: 'sales.read',
    summary: { fa: 'چک‌ها به ترتیب سررسید', en: 'Cheques by the day on which they fall due' },
    query: page.extend(chequeFilters.shape),
    response: pageOf(listedCheque),
  }),
  export: route({
    method: 'GET',
    path: '/api/cheques/export',
    permission: 'sales.read',
    summary: { fa: 'خروجی از فهرست چک‌ها', en: 'Export the list of cheques' },
    query: exportQuery.extend(chequeFilters.shape),
    transport: 'download',
  }),
  /** Refuses with `cheque-cannot-move` a state that does not follow from the present one. */
  move: route({
    method: 'POST',
    path: '/api/customers/:customerId/ledger/:entryId/cheque',
    permission: 'sales.write',
    summary: { fa: 'تغییر وضعیت چک', en: 'Change the state of a cheque' },
    params: one,
    body: z.object({ state: z.enum(chequeStates), day, note: line(300).default(''), version: z.number().int() }),
    response: moved,
  }),
  undo: route({
    method: 'POST',
    path: '/api/customers/:customerId/ledger/:entryId/cheque/undo',
    permission: 'sales.write',
    summary: { fa: 'برگرداندن آخرین تغییر وضعیت چک', en: 'Take back the last change of a cheque' },
    params: one,
    body: z.object({ version: z.number().int() }),
    response: moved,
  }),
}
