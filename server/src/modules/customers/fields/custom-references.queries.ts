import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { shownName, visibleFiles } from '../customers.access.ts'

/** Whether a file is there and in the actor's sight. */
export async function mayReadFile(context: Context, customerId: string): Promise<boolean> {
  return (await namesInSight(context, [customerId])).has(customerId)
}

/** What these files are called, of those in the actor's sight. */
export async function namesInSight(context: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await sql<{ id: string; name: string }>`
    select c.customer_id as id, ${shownName(context.actor, 'c')} as name from customers.customer c
    where c.customer_id = any(${[...ids]}::uuid[]) and ${visibleFiles(context.actor, 'customers.read', 'c')}`.execute(context.tx)
  return new Map(found.rows.map(({ id, name }) => [id, name]))
}
