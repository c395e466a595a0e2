import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { CustomersTables } from '../customers.tables.ts'
import { fileFrom } from '../files/columns.ts'
import type { CustomerFile } from '../files/file.types.ts'

/** These files whatever became of them, held until the transaction ends, with the keys that other systems know them by. */
export async function lockSubjects(
  context: Context,
  customerIds: readonly string[],
): Promise<{ file: CustomerFile; externalKeys: string[] }[]> {
  const customers = tablesOf<CustomersTables>(context)
  const ofThese = sql<boolean>`customer_id = any(${customerIds}::uuid[])`
  const rows = await customers.selectFrom('customers.customer').selectAll().where(ofThese).orderBy('customer_id').forUpdate().execute()
  const points = await customers.selectFrom('customers.access_point').selectAll().where(ofThese).orderBy('position').execute()
  const keys = await customers.selectFrom('customers.identifier').selectAll().where(ofThese).where('kind', '=', 'external').execute()
  return rows.map((row) => ({
    file: fileFrom(
      row,
      points.filter((point) => point.customer_id === row.customer_id),
    ),
    // The key stands behind the name of the system that gave it.
    externalKeys: keys.filter((key) => key.customer_id === row.customer_id).map(({ value }) => value.slice(value.indexOf(':') + 1)),
  }))
}
