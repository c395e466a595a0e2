import data from './places.data.json' with { type: 'json' }

interface Province {
  id: number
  name: string
}

interface County extends Province {
  provinceId: number
}

interface City extends Province {
  countyId: number
}

/** The 31 provinces of Iran. Ids of all three lists are stable: addresses keep them. */
export const provinces: readonly Province[] = data.provinces

/** The 448 counties (شهرستان), each in a province. */
export const counties: readonly County[] = data.counties

/** The 1,354 cities, each in a county. */
export const cities: readonly City[] = data.cities

/** The ids of a city, its county and its province, by the name of the city; of several so named, the first in the list. */
export function cityNamed(name: string): { cityId: number; countyId: number; provinceId: number } | undefined {
  const city = cities.find((one) => one.name === name)
  const county = counties.find(({ id }) => id === city?.countyId)
  return city && county && { cityId: city.id, countyId: county.id, provinceId: county.provinceId }
}

/** A city with its county and province. */
export function placeOfCity(cityId: number): { cityId: number; countyId: number; provinceId: number } | undefined {
  const city = cities.find(({ id }) => id === cityId)
  const county = counties.find(({ id }) => id === city?.countyId)
  return city && county && { cityId, countyId: county.id, provinceId: county.provinceId }
}
