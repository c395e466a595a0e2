import type { AnswerOf, contract } from '@parvandeh/contract'
import { sql } from 'kysely'
import type pg from 'pg'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { CustomersTables } from '../customers.tables.ts'
import { cities, counties, provinces } from './places.ts'

/** Fills the tables of places from the product's own list; a place that is renamed in the list is renamed, unless the organisation has edited it. */
export async function seedPlaces(client: pg.ClientBase): Promise<void> {
  await client.query(
    `insert into customers.province (id, name) select id, name from json_to_recordset($1) as p (id int, name text)
     on conflict (id) do update set name = excluded.name where not province.edited`,
    [JSON.stringify(provinces)],
  )
  await client.query(
    `insert into customers.county (id, province_id, name) select id, "provinceId", name from json_to_recordset($1) as p (id int, "provinceId" int, name text)
     on conflict (id) do update set name = excluded.name, province_id = excluded.province_id where not county.edited`,
    [JSON.stringify(counties)],
  )
  await client.query(
    `insert into customers.city (id, county_id, name) select id, "countyId", name from json_to_recordset($1) as p (id int, "countyId" int, name text)
     on conflict (id) do update set name = excluded.name, county_id = excluded.county_id where not city.edited`,
    [JSON.stringify(cities)],
  )
}

/** Every province, county and city, for forms and filters. */
export async function showPlaces(context: Context): Promise<AnswerOf<typeof contract.customers.places>> {
  const customers = tablesOf<CustomersTables>(context)
  const [inProvinces, inCounties, inCities] = [
    await customers.selectFrom('customers.province').selectAll().orderBy('id').execute(),
    await customers.selectFrom('customers.county').selectAll().orderBy('id').execute(),
    await customers.selectFrom('customers.city').selectAll().orderBy('id').execute(),
  ]
  const provinceOf = new Map(inCounties.map((county) => [county.id, county.province_id]))
  return {
    provinces: inProvinces.map(({ id, name, closed }) => ({ id, name, closed })),
    counties: inCounties.map((county) => ({ id: county.id, name: county.name, closed: county.closed, provinceId: county.province_id })),
    cities: inCities.map((city) => ({
      id: city.id,
      name: city.name,
      closed: city.closed,
      countyId: city.county_id,
      provinceId: provinceOf.get(city.county_id) ?? 0,
    })),
  }
}

/** What a place says of those around it: a city its county and province, a county its province; nothing of an unknown one. */
export async function placesAround(
  { tx }: Context,
  { countyId, cityId }: { countyId?: number | null | undefined; cityId?: number | null | undefined },
): Promise<{ provinceId?: number; countyId?: number }> {
  if (cityId) {
    const found = await sql<{ provinceId: number; countyId: number }>`
      select county.province_id as "provinceId", county.id as "countyId"
      from customers.city join customers.county on county.id = city.county_id where city.id = ${cityId}`.execute(tx)
    return found.rows[0] ?? {}
  }
  if (!countyId) return {}
  const found = await sql<{ provinceId: number }>`
    select province_id as "provinceId" from customers.county where id = ${countyId}`.execute(tx)
  return found.rows[0] ?? {}
}
