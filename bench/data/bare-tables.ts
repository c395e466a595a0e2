import type pg from 'pg'

interface Taken {
  off: string
  on: string
}

/**
 * Takes constraints and indexes away from the tables, and gives how they are put back: rows come in at once, and each
 * index is built in one go. What is put back is checked by the database against every row.
 */
export async function bareTables(client: pg.Client, tables: readonly string[]): Promise<() => Promise<void>> {
  const constraints = await client.query<Taken>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as on
     from pg_constraint where contype in ('f', 'p', 'u') and (conrelid = any($1::regclass[]) or confrelid = any($1::regclass[]))
     order by contype`,
    [tables],
  )
  const indexes = await client.query<Taken>(
    `select format('drop index %s', indexrelid::regclass) as off, pg_get_indexdef(indexrelid) as on from pg_index
     where indrelid = any($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)`,
    [tables],
  )
  // Foreign keys first, since others stand on what they refer to; and last when all is put back.
  const taken = [...constraints.rows, ...indexes.rows]
  for (const { off } of taken) await client.query(off)
  return async () => {
    await client.query(`set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 2`)
    for (const { on } of taken.toReversed()) await client.query(on)
  }
}
