import { foldJoined } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { showPlaces } from './places.queries.ts'

export interface FoundPlace {
  provinceId: number | null
  countyId: number | null
  cityId: number | null
}

type Finding = { place: FoundPlace; problem?: undefined } | { place?: undefined; problem: 'no-such-place' | 'several-places' }

/** What a file says of a place: any of the names may be missing. */
export interface NamedPlace {
  province?: string | undefined
  county?: string | undefined
  city?: string | undefined
}

/** Finds provinces, counties and cities by their names, however they are spelled; a city tells its county and province. */
export async function placeFinder(context: Context): Promise<(named: NamedPlace) => Finding> {
  const { provinces, counties, cities } = await showPlaces(context)
  const [byProvince, byCounty, byCity] = [provinces, counties, cities].map((places) =>
    Map.groupBy(places as { id: number; name: string; provinceId?: number; countyId?: number }[], ({ name }) => foldJoined(name)),
  )
  const remembered = new Map<string, Finding>()
  const find = ({ province, county, city }: NamedPlace): Finding => {
    const none: Finding = { problem: 'no-such-place' }
    const inProvinces = province === undefined ? undefined : byProvince?.get(keyOf(province))
    if (province !== undefined && !inProvinces) return none
    const fits = (one: { provinceId?: number }) => !inProvinces || inProvinces.some(({ id }) => id === one.provinceId)
    const inCounties = county === undefined ? undefined : byCounty?.get(keyOf(county))?.filter(fits)
    if (county !== undefined && !inCounties?.length) return none
    if (city !== undefined) {
      const found = (byCity?.get(keyOf(city)) ?? []).filter(
        (one) => fits(one) && (!inCounties || inCounties.some(({ id }) => id === one.countyId)),
      )
      const [only] = found
      if (!only) return none
      if (found.length > 1) return { problem: 'several-places' }
      return { place: { provinceId: only.provinceId ?? null, countyId: only.countyId ?? null, cityId: only.id } }
    }
    if (inCounties) {
      const [only] = inCounties
      return inCounties.length > 1 || !only
        ? { problem: 'several-places' }
        : { place: { provinceId: only.provinceId ?? null, countyId: only.id, cityId: null } }
    }
    return { place: { provinceId: inProvinces?.[0]?.id ?? null, countyId: null, cityId: null } }
  }
  return (named) => {
    const key = `${named.province ?? ''}\n${named.county ?? ''}\n${named.city ?? ''}`
    const before = remembered.get(key)
    if (before) return before
    if (remembered.size >= mostRemembered) remembered.clear()
    const found = find(named)
    remembered.set(key, found)
    return found
  }
}

const mostRemembered = 5000

/** «استان تهران» is تهران. */
const keyOf = (name: string): string => foldJoined(name.replace(/^\s*(?:استان|شهرستان|شهر|province|city)\s+/iu, ''))
