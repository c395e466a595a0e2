import type { FixedField } from '../files/file.types.ts'
import { cities, counties } from '../places/places.ts'
import type { FileEvidence, Side } from './consistency.types.ts'

/** What a file says in a field. */
export function valueOf({ file, custom }: FileEvidence, field: string): unknown {
  return field.startsWith('x.') ? custom[field.slice(2)] : file.fields[field as FixedField]
}

const cityById = new Map(cities.map((city) => [city.id, city]))
const provinceOfCounty = new Map(counties.map(({ id, provinceId }) => [id, provinceId]))

/** A city agrees with its county and its province. */
export function agrees(field: string, stated: unknown, seen: string | number): boolean {
  const city = typeof seen === 'number' ? cityById.get(seen) : undefined
  if (field === 'countyId') return city === undefined || city.countyId === stated
  if (field === 'provinceId') return city === undefined || provinceOfCounty.get(city.countyId) === stated
  return Array.isArray(stated) ? stated.includes(seen) : String(stated) === String(seen)
}

const places: Readonly<Record<string, Side['as']>> = { cityId: 'city', countyId: 'county', provinceId: 'province', kind: 'kind' }

/** A fixed value, ready to be drawn. */
export function sideOf(field: string, value: unknown): Side {
  const shown =
    typeof value === 'string' || typeof value === 'number' ? value : value === null || value === undefined ? null : JSON.stringify(value)
  return { as: places[field] ?? (field.startsWith('accessPoints.') ? 'phone' : 'text'), value: shown }
}
