import { makeWorkerUtils } from 'graphile-worker'
import pg from 'pg'

const { escapeIdentifier, escapeLiteral } = pg

/** Tables that the application may add to and read, but neither change nor empty. */
const appendOnly = ['identity.audit_entry', 'platform.migration']

/**
 * Creates the role under which the application works, or sets its password, and gives it its rights:
 * it owns nothing, so it can neither change the schema nor, for append-only tables, the past.
 */
export async function prepareApplicationRole(client: pg.ClientBase, role: string, password: string): Promise<void> {
  const name = escapeIdentifier(role)
  const exists = await client.query('select 1 from pg_roles where rolname = $1', [role])
  const verb = exists.rowCount ? 'alter' : 'create'
  await client.query(`${verb} role ${name} login nosuperuser nocreatedb nocreaterole password ${escapeLiteral(password)}`)
  const schemas = await client.query<{ nspname: string }>(
    `select nspname from pg_namespace where nspname !~ '^(pg_|information_schema|public$)'`,
  )
  for (const { nspname } of schemas.rows) {
    const schema = escapeIdentifier(nspname)
    await client.query(`grant usage on schema ${schema} to ${name}`)
    await client.query(`grant select, insert, update, delete on all tables in schema ${schema} to ${name}`)
    await client.query(`grant usage, select, update on all sequences in schema ${schema} to ${name}`)
    await client.query(`grant execute on all functions in schema ${schema} to ${name}`)
  }
  for (const table of appendOnly) {
    await client.query(`revoke update, delete, truncate on ${table} from ${name}`)
  }
  await admitToJobQueue(client, name)
}

/** The job queue's tables are closed to everybody but their owner by row security; the application works them. */
async function admitToJobQueue(client: pg.ClientBase, role: string): Promise<void> {
  const closed = await client.query<{ relname: string }>(
    `select relname from pg_class where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity`,
  )
  for (const { relname } of closed.rows) {
    const table = `graphile_worker.${escapeIdentifier(relname)}`
    await client.query(`drop policy if exists application_works on ${table}`)
    await client.query(`create policy application_works on ${table} to ${role} using (true) with check (true)`)
  }
}

/** The job queue keeps its own schema; it is brought up to date by the owner, before rights are given. */
export async function prepareJobQueue(pool: pg.Pool): Promise<void> {
  const utils = await makeWorkerUtils({ pgPool: pool })
  await utils.migrate()
  await utils.release()
}
