import type { AnswerOf, contract } from '@parvandeh/contract'
import { checkPhone, phoneTail } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { accessPointClass } from '../files/search-rows.rules.ts'
import { presentRow } from '../list/present-row.ts'
import { readByPhone } from '../list/list.queries.ts'

const mostCallers = 20

/** Whose number this is, in whatever form it was typed or reported; a number without its area code finds by its end. */
export async function findByCaller(context: Context, typed: string): Promise<AnswerOf<typeof contract.customers.byCaller>> {
  const { value } = checkPhone(typed)
  const digits = value.replaceAll(/\D/gu, '')
  // Who may not read numbers cannot find by them.
  if (digits === '' || !context.actor.fieldClasses.has(accessPointClass)) return { number: value, rows: [] }
  const rows = await readByPhone(context, digits, phoneTail(digits), mostCallers)
  return { number: value, rows: rows.map((row) => presentRow(context, row)) }
}
