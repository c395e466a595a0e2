import type { customerRoutes, PlaceLevel, ResponseOf } from '@parvandeh/contract'

export type Places = ResponseOf<typeof customerRoutes.places>

export interface ShownPlace {
  id: number
  name: string
  closed: boolean
  parentId: number | null
  provinceId: number | null
  /** Names of where it lies. */
  within: string | null
}

/** A place in the form: one that is there, or a new one of a level. */
export type EditedPlace = { level: PlaceLevel } & (ShownPlace | { id: null })

/** The places of a level with where they lie. */
export function placesOf({ provinces, counties, cities }: Places, level: PlaceLevel): ShownPlace[] {
  const [provinceNames, countyNames] = [
    new Map(provinces.map(({ id, name }) => [id, name])),
    new Map(counties.map(({ id, name }) => [id, name])),
  ]
  if (level === 'province') return provinces.map((place) => ({ ...place, parentId: null, provinceId: null, within: null }))
  if (level === 'county')
    return counties.map((place) => ({ ...place, parentId: place.provinceId, within: provinceNames.get(place.provinceId) ?? null }))
  return cities.map((place) => ({
    ...place,
    parentId: place.countyId,
    within: [countyNames.get(place.countyId), provinceNames.get(place.provinceId)].filter(Boolean).join('، '),
  }))
}
