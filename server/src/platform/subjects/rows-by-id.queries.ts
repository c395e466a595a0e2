import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../context.ts'

/** Reads a page of the rows of some files: those after an id, in the order of ids. */
export type ReadById = (
  context: Context,
  customerIds: readonly string[],
  after: string | undefined,
  limit: number,
) => Promise<({ id: string } & Record<string, unknown>)[]>

/** Such a reading from a `select ... from ... x`, where `x` is the table of files whose rows are read, with its `id`. */
export const readById =
  (select: RawBuilder<unknown>): ReadById =>
  async ({ tx }, customerIds, after, limit) => {
    const beyond = after === undefined ? sql`` : sql`and x.id > ${after}::uuid`
    const found = await sql<{ id: string } & Record<string, unknown>>`${select}
      where x.customer_id = any(${customerIds}::uuid[]) ${beyond} order by x.id limit ${limit}`.execute(tx)
    return found.rows
  }
