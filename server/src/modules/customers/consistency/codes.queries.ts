import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

export async function codeOf(context: Context, customerId: string): Promise<string> {
  const found = await sql<{ code: string }>`select code from customers.customer where customer_id = ${customerId}`.execute(context.tx)
  return found.rows[0]?.code ?? ''
}
