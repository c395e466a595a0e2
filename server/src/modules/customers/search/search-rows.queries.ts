import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { insertRows } from '../../../platform/database/insert-rows.ts'
import { newId } from '../../../platform/ids.ts'
import type { SearchRow } from '../files/search-rows.rules.ts'
import { soundsOf } from './sounds.rules.ts'

interface Placed {
  customerId: string
  unitId: string | null
  ownerId: string | null
}

/** Removes what files are found by, but for what other systems know them by, and what came with files merged into them. */
export async function clearSearchRows(context: Context, customerIds: readonly string[]): Promise<void> {
  await sql`delete from customers.search_row where customer_id = any(${[...customerIds]}::uuid[]) and source <> 'external' and merged_id is null`.execute(
    context.tx,
  )
}

/** What is left of files' rows gets the rights that the files have by now. */
export async function moveExternalRows(context: Context, files: readonly Placed[]): Promise<void> {
  await sql`
    update customers.search_row s set unit_id = f.unit_id, owner_id = f.owner_id
    from unnest(${files.map((file) => file.customerId)}::uuid[], ${files.map((file) => file.unitId)}::uuid[], ${files.map((file) => file.ownerId)}::uuid[])
      f (customer_id, unit_id, owner_id)
    where s.customer_id = f.customer_id`.execute(context.tx)
}

export async function insertSearchRows(context: Context, rows: readonly (SearchRow & Placed)[]): Promise<void> {
  const values = rows.map((row, place) => ({
    customer_id: row.customerId,
    id: newId(context.now),
    source: row.source,
    label: row.label,
    spaced: row.spaced,
    joined: row.joined,
    // A name stands in both orders; one of them is enough to be found by its sound.
    sounds: row.label === rows[place - 1]?.label ? null : soundsOf(row.label),
    unit_id: row.unitId,
    owner_id: row.ownerId,
    access_class: row.accessClass,
  }))
  await insertRows(context, 'customers.search_row', values)
}
