import { sql } from 'kysely'
import { tablesOf } from '../../../../platform/context.ts'
import type { Context } from '../../../../platform/context.ts'
import { insertRows } from '../../../../platform/database/insert-rows.ts'
import type { FileRecord } from '../../../customers/index.ts'
import type { IntegrationsTables } from '../../integrations.tables.ts'

const tables = (context: Context) => tablesOf<IntegrationsTables>(context)

/** Notes what a batch did to which file. */
export const insertRecords = (context: Context, importId: string, records: readonly FileRecord[]): Promise<void> =>
  insertRows(
    context,
    'integrations.import_file',
    records.map(({ number, customerId, made, version, change, external }) => ({
      import_id: importId,
      number,
      customer_id: customerId,
      made,
      version,
      change,
      external,
    })),
  )

/** All that an import did to its next files behind one, in the order of their ids. */
export async function nextRecords(context: Context, importId: string, after: string | null, files: number): Promise<FileRecord[]> {
  const found = await sql<FileRecord>`
    select number, customer_id as "customerId", made, version, change, external from integrations.import_file
    where import_id = ${importId}::uuid and customer_id in (
      select distinct customer_id from integrations.import_file
      where import_id = ${importId}::uuid and (${after}::uuid is null or customer_id > ${after}::uuid) order by customer_id limit ${files})
    order by customer_id, number`.execute(context.tx)
  return found.rows
}

export async function forgetRecords(context: Context, importId: string, customerIds: readonly string[]): Promise<void> {
  await tables(context)
    .deleteFrom('integrations.import_file')
    .where('import_id', '=', importId)
    .where(sql<boolean>`customer_id = any(${[...customerIds]}::uuid[])`)
    .execute()
}
