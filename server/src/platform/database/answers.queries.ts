import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { AnyTables } from '../context.ts'

/** Resolves when the database answers at all; what `ready` stands on. */
export async function databaseAnswers(db: Kysely<AnyTables>): Promise<void> {
  await sql`select 1`.execute(db)
}
