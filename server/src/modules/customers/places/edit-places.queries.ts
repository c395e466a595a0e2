import type { PlaceLevel } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** A place with the place that it lies in. */
export interface Place {
  id: number
  level: PlaceLevel
  name: string
  parentId: number | null
  closed: boolean
}

const tables = { province: sql.table('customers.province'), county: sql.table('customers.county'), city: sql.table('customers.city') }
const parents = { province: sql`null::int`, county: sql`province_id`, city: sql`county_id` }
const columnOfFiles = { province: sql`province_id`, county: sql`county_id`, city: sql`city_id` }
/** Ids up to here are those of the product's own list. */
const lastOfProduct = 100_000

/** One change of places at a time. */
export const lockPlaces = async ({ tx }: Context): Promise<void> =>
  void (await sql`lock table customers.province, customers.county, customers.city in share row exclusive mode`.execute(tx))

export async function readPlace({ tx }: Context, level: PlaceLevel, id: number): Promise<Place | undefined> {
  const found = await sql<Omit<Place, 'level'>>`
    select id, name, ${parents[level]} as "parentId", closed from ${tables[level]} where id = ${id}`.execute(tx)
  return found.rows[0] && { ...found.rows[0], level }
}

/** Places of a level that lie in the same place. */
export async function readSiblings({ tx }: Context, level: PlaceLevel, parentId: number | null): Promise<Place[]> {
  const within = level === 'province' ? sql`true` : sql`${parents[level]} = ${parentId}`
  const found = await sql<Omit<Place, 'level'>>`
    select id, name, ${parents[level]} as "parentId", closed from ${tables[level]} where ${within}`.execute(tx)
  return found.rows.map((place) => ({ ...place, level }))
}

export async function insertPlace({ tx }: Context, { level, name, parentId }: Omit<Place, 'id' | 'closed'>): Promise<Place> {
  const parent = level === 'province' ? sql`` : sql`, ${parents[level]}`
  const value = level === 'province' ? sql`` : sql`, ${parentId}::int`
  const added = await sql<{ id: number }>`
    insert into ${tables[level]} (id, name, edited, closed${parent})
    select greatest(max(id), ${lastOfProduct}::int) + 1, ${name}, true, false${value} from ${tables[level]} returning id`.execute(tx)
  return { id: added.rows[0]?.id ?? 0, level, name, parentId, closed: false }
}

export async function updatePlace({ tx }: Context, { level, id, name, closed }: Place): Promise<void> {
  await sql`update ${tables[level]} set name = ${name}, closed = ${closed}, edited = true where id = ${id}`.execute(tx)
}

/** Whatever named the one place names the other from now on: files, addresses, and the cities of a county. Gives how many files. */
export async function moveFrom({ tx }: Context, level: 'county' | 'city', id: number, intoId: number): Promise<number> {
  if (level === 'county') await sql`update customers.city set county_id = ${intoId}, edited = true where county_id = ${id}`.execute(tx)
  else await sql`update customers.access_point set city_id = ${intoId} where city_id = ${id}`.execute(tx)
  const column = columnOfFiles[level]
  const moved = await sql`update customers.customer set ${column} = ${intoId} where ${column} = ${id}`.execute(tx)
  return Number(moved.numAffectedRows ?? 0)
}
