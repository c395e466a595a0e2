import pg from 'pg'
import { prepareApplicationRole, prepareJobQueue } from './application-role.ts'
import { assertPersianTrigrams } from '../postgres/index.ts'
import { StartRefused } from '../start-refused.ts'
import { migrate } from './migrate.ts'

export interface PrepareOptions {
  /** Connection string of the owner, who may create tables and roles. */
  ownerUrl: string
  applicationRole: string
  applicationPassword: string
  /** Tables that the application may add to and read, but neither change nor empty. */
  appendOnly: readonly string[]
  /** Fill reference tables; each must be safe to run again. */
  seeds: readonly ((client: pg.ClientBase) => Promise<void>)[]
}

/**
 * Makes a database ready for the application: migrations, job queue, reference data, the application's role.
 * Returns the connection string under which the application works.
 */
export async function prepareDatabase({
  ownerUrl,
  applicationRole,
  applicationPassword,
  appendOnly,
  seeds,
}: PrepareOptions): Promise<string> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  try {
    const client = await pool.connect()
    try {
      await migrate(client)
      await assertPersianTrigrams(client)
      for (const seed of seeds) await seed(client)
    } finally {
      client.release()
    }
    await prepareJobQueue(pool)
    const owner = await pool.connect()
    try {
      await prepareApplicationRole(owner, applicationRole, applicationPassword, appendOnly)
    } finally {
      owner.release()
    }
  } finally {
    await pool.end()
  }
  const applicationUrl = withCredentials(ownerUrl, applicationRole, applicationPassword)
  await requireEntry(applicationUrl, applicationRole)
  return applicationUrl
}

/** A role prepared by hand has a password of its own, which must be the one we were given. */
async function requireEntry(url: string, role: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') throw error
    throw new StartRefused(
      `گذرواژهٔ نقش «${role}» با applicationPassword در secrets.json پوشهٔ داده یکی نیست.`,
      `The password of the role ${role} is not the applicationPassword in secrets.json of the data folder.`,
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The same server and database, under another role. */
function withCredentials(url: string, user: string, password: string): string {
  const changed = new URL(url)
  changed.username = encodeURIComponent(user)
  changed.password = encodeURIComponent(password)
  return changed.href
}
