import { makeWorkerUtils } from 'graphile-worker'
import pg from 'pg'
import { StartRefused } from '../start-refused.ts'

const { escapeIdentifier, escapeLiteral } = pg

/** The past of the schema, which only the owner writes. */
const ownAppendOnly = ['platform.migration']

/**
 * Creates the role under which the application works, or sets its password, and gives it its rights:
 * it owns nothing, so it can neither change the schema nor, for append-only tables, the past. An owner who may not
 * change roles is served too, by a role prepared beforehand.
 */
export async function prepareApplicationRole(
  client: pg.ClientBase,
  role: string,
  password: string,
  appendOnly: readonly string[],
): Promise<void> {
  const name = escapeIdentifier(role)
  await ensureRole(client, role, password)
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
  for (const table of [...ownAppendOnly, ...appendOnly]) {
    await client.query(`revoke update, delete, truncate on ${table} from ${name}`)
  }
  await admitToJobQueue(client, name)
}

async function ensureRole(client: pg.ClientBase, role: string, password: string): Promise<void> {
  const name = escapeIdentifier(role)
  const found = await client.query<{ isMighty: boolean }>(
    `select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication as "isMighty"
     from pg_roles where rolname = $1`,
    [role],
  )
  if (found.rows[0]?.isMighty) {
    throw new StartRefused(
      `نقش «${role}» در PostgreSQL اختیارهایی بیش از نیاز برنامه دارد؛ آن را بدون SUPERUSER، CREATEROLE، CREATEDB، REPLICATION و BYPASSRLS بسازید.`,
      `The PostgreSQL role ${role} may do more than the application needs; make it without SUPERUSER, CREATEROLE, CREATEDB, REPLICATION and BYPASSRLS.`,
    )
  }
  // Only a superuser may as much as mention SUPERUSER when altering a role.
  const verb = found.rowCount ? 'alter' : 'create'
  try {
    await client.query(`${verb} role ${name} login password ${escapeLiteral(password)}`)
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    if (verb === 'alter') return
    throw new StartRefused(
      `کاربر DATABASE_URL نمی‌تواند نقش بسازد. نقش «${role}» را خودتان با LOGIN و گذرواژه بسازید و گذرواژه را با نام applicationPassword در secrets.json پوشهٔ داده بگذارید.`,
      `The user of DATABASE_URL may not create roles. Create the role ${role} with LOGIN and a password yourself, and put that password into secrets.json of the data folder as applicationPassword.`,
    )
  }
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
