import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { AnyTables } from '../context.ts'
import { PreparingClient } from './prepared-statements.ts'

// Counts and sums fit in a double here; dates without a time stay text, so that no time zone touches them.
const types = new pg.TypeOverrides()
types.setTypeParser(20, Number)
types.setTypeParser(1700, Number)
types.setTypeParser(1082, (text) => text)

interface PoolOptions {
  max?: number
  statementTimeoutMs?: number
  searchPath?: string
  onError: (error: Error) => void
}

/** A bounded pool; every statement on it has a time limit. */
export function openPool(url: string, options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    statement_timeout: options.statementTimeoutMs ?? 15_000,
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 10_000,
    maxLifetimeSeconds: 1800,
    types,
    Client: PreparingClient,
    options: `-c timezone=UTC${options.searchPath ? ` -c search_path=${options.searchPath}` : ''}`,
  })
  pool.on('error', (error) => {
    // A pool that ends does not wait until the server has let its connections go.
    if (!pool.ending) options.onError(error)
  })
  // A connection may also be lost while someone works on it; the query under way says so itself.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

export function openKysely(pool: pg.Pool): Kysely<AnyTables> {
  return new Kysely<AnyTables>({ dialect: new PostgresDialect({ pool }) })
}
