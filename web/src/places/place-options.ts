import type { customerRoutes, ResponseOf } from '@parvandeh/contract'
import { foldJoined } from '@parvandeh/contract/persian'
import type { Option } from '../ui/OptionList.tsx'

type Places = ResponseOf<typeof customerRoutes.places>

/** Where somebody is, as far as it is known. */
export interface Place {
  provinceId: number | null
  countyId: number | null
  cityId: number | null
}

/** More than this nobody reads; typing narrows. */
const shown = 40

interface Named {
  id: number
  name: string
  closed: boolean
}

/** The places in use that fit what was typed, those that begin with it first. */
function fitting<T extends Named>(rows: readonly T[], typed: string, hint: (row: T) => string | undefined): Option[] {
  const sought = foldJoined(typed)
  const found = rows.flatMap((row) => {
    const at = foldJoined(row.name).indexOf(sought)
    return at === -1 || row.closed ? [] : [{ row, at }]
  })
  return found
    .toSorted((one, other) => Math.min(one.at, 1) - Math.min(other.at, 1))
    .slice(0, shown)
    .map(({ row }) => ({ id: String(row.id), label: row.name, hint: hint(row) }))
}

const nameOf = (rows: readonly Named[], id: number) => rows.find((row) => row.id === id)?.name

/** Provinces that fit. */
export const provinceOptions = ({ provinces }: Places, typed: string): Option[] => fitting(provinces, typed, () => undefined)

/** Counties of the chosen province, or of all with the province beside. */
export function countyOptions({ provinces, counties }: Places, { provinceId }: Pick<Place, 'provinceId'>, typed: string): Option[] {
  const within = counties.filter((county) => provinceId === null || county.provinceId === provinceId)
  return fitting(within, typed, (county) => (provinceId === null ? nameOf(provinces, county.provinceId) : undefined))
}

/** Cities of the chosen county or province, or of all with their province beside. */
export function cityOptions({ provinces, cities }: Places, { provinceId, countyId }: Omit<Place, 'cityId'>, typed: string): Option[] {
  const within = cities.filter((city) =>
    countyId === null ? provinceId === null || city.provinceId === provinceId : city.countyId === countyId,
  )
  return fitting(within, typed, (city) => (provinceId === null ? nameOf(provinces, city.provinceId) : undefined))
}

/** Another province: its counties and cities are others too. */
export const inProvince = (place: Place, provinceId: number | null): Place =>
  provinceId === place.provinceId ? place : { provinceId, countyId: null, cityId: null }

/** A county says its province; without a county the city is not known either. */
export function inCounty({ counties }: Places, place: Place, countyId: number | null): Place {
  if (countyId === place.countyId) return place
  const provinceId = counties.find(({ id }) => id === countyId)?.provinceId ?? place.provinceId
  return { provinceId, countyId, cityId: null }
}

/** A city says its county and its province. */
export function inCity({ cities }: Places, place: Place, cityId: number | null): Place {
  const city = cities.find(({ id }) => id === cityId)
  return city ? { provinceId: city.provinceId, countyId: city.countyId, cityId } : { ...place, cityId: null }
}
