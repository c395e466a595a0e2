import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** The ids of the people of a unit, without the units below it; of no unit, nobody. */
export async function peopleOfUnit(context: Pick<Context, 'tx'>, unitId: string | null): Promise<string[]> {
  if (unitId === null) return []
  const found = await sql<{ id: string }>`select id from identity.person where unit_id = ${unitId}::uuid`.execute(context.tx)
  return found.rows.map(({ id }) => id)
}

/** What these people are called, by their ids. */
export async function personNames(context: Pick<Context, 'tx'>, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await sql<{
    id: string
    name: string
  }>`select id, name from identity.person where id = any(${[...new Set(ids)]}::uuid[])`.execute(context.tx)
  return new Map(found.rows.map(({ id, name }) => [id, name]))
}
