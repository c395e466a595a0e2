import type pg from 'pg'

/** Schemas whose rows are kept: the product's own, the sign-in library's, and the job queue's waiting jobs. */
const kept = `n.nspname !~ '^(pg_|information_schema$|public$)' and (n.nspname <> 'graphile_worker' or c.relname like '\\_private\\_%')
  and (n.nspname, c.relname) <> ('platform', 'migration')`

export interface TableName {
  schema: string
  table: string
}

/** `"schema"."table"`, safe within SQL. */
export const quoted = ({ schema, table }: TableName): string => `"${schema}"."${table.replaceAll('"', '""')}"`

/** Every table that a backup holds. */
export async function listTables(client: pg.ClientBase): Promise<TableName[]> {
  const found = await client.query<TableName>(
    `select n.nspname as schema, c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and ${kept} order by 1, 2`,
  )
  return found.rows
}

/** Column names in order: a restored table may have them in another order. */
export async function columnsOf(client: pg.ClientBase, { schema, table }: TableName): Promise<string[]> {
  const found = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_schema = $1 and table_name = $2 and is_generated = 'NEVER' order by ordinal_position`,
    [schema, table],
  )
  return found.rows.map((row) => `"${row.name}"`)
}

interface SequenceState extends TableName {
  value: string
}

export async function sequenceStates(client: pg.ClientBase): Promise<SequenceState[]> {
  const found = await client.query<SequenceState>(
    `select schemaname as schema, sequencename as table, last_value::text as value from pg_sequences
     where last_value is not null and schemaname !~ '^(pg_|public$)'`,
  )
  return found.rows
}

export async function setSequence(client: pg.ClientBase, { schema, table, value }: SequenceState): Promise<void> {
  await client.query('select setval($1::regclass, $2::bigint, true)', [quoted({ schema, table }), value])
}

export async function appliedMigrations(client: pg.ClientBase): Promise<string[]> {
  const found = await client.query<{ name: string }>('select name from platform.migration order by name')
  return found.rows.map((row) => row.name)
}

/** Jobs that were being worked on when the backup was taken have no worker now. */
export async function releaseJobs(client: pg.ClientBase): Promise<void> {
  await client.query('update graphile_worker._private_jobs set locked_at = null, locked_by = null')
  await client.query('update graphile_worker._private_job_queues set locked_at = null, locked_by = null')
}

export async function blobNames(client: pg.ClientBase): Promise<string[]> {
  const found = await client.query<{ sha256: string }>('select sha256 from platform.blob order by sha256')
  return found.rows.map((row) => row.sha256)
}
