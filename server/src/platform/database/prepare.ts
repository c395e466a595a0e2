import pg from 'pg'
import { prepareApplicationRole, prepareJobQueue } from './application-role.ts'
import { assertPersianTrigrams } from '../postgres/index.ts'
import { migrate } from './migrate.ts'

export interface PrepareOptions {
  /** Connection string of the owner, who may create tables and roles. */
  ownerUrl: string
  applicationRole: string
  applicationPassword: string
  /** Fill reference tables; each must be safe to run again. */
  seeds: readonly ((client: pg.ClientBase) => Promise<void>)[]
}

/**
 * Makes a database ready for the application: migrations, job queue, reference data, the application's role.
 * Returns the connection string under which the application works.
 */
export async function prepareDatabase({ ownerUrl, applicationRole, applicationPassword, seeds }: PrepareOptions): Promise<string> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  pool.on('error', () => undefined)
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
      await prepareApplicationRole(owner, applicationRole, applicationPassword)
    } finally {
      owner.release()
    }
  } finally {
    await pool.end()
  }
  return withCredentials(ownerUrl, applicationRole, applicationPassword)
}

/** The same server and database, under another role. */
function withCredentials(url: string, user: string, password: string): string {
  const changed = new URL(url)
  changed.username = encodeURIComponent(user)
  changed.password = encodeURIComponent(password)
  return changed.href
}
