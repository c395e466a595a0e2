import { sql } from 'kysely'
import { insertRows } from '../../../platform/database/insert-rows.ts'
import type { Context } from '../../../platform/context.ts'

interface HourCost {
  unitId: string | null
  rials: number
}

export async function readHourCosts({ tx }: Context): Promise<HourCost[]> {
  const found = await sql<HourCost>`select unit_id as "unitId", rials from customers.hour_cost order by unit_id nulls first`.execute(tx)
  return found.rows
}

export async function writeHourCosts(context: Context, costs: readonly (HourCost & { id: string })[]): Promise<void> {
  await sql`delete from customers.hour_cost`.execute(context.tx)
  await insertRows(
    context,
    'customers.hour_cost',
    costs.map(({ id, unitId, rials }) => ({ id, unit_id: unitId, rials })),
  )
}
