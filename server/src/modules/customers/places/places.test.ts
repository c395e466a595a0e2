import { expect, it } from 'vitest'
import { cities, counties, provinces } from './places.ts'

const ids = (list: readonly { id: number }[]) => new Set(list.map(({ id }) => id))

it('knows 31 provinces, 448 counties and 1,354 cities, each with an id of its own', () => {
  expect([provinces.length, counties.length, cities.length]).toEqual([31, 448, 1354])
  expect([ids(provinces).size, ids(counties).size, ids(cities).size]).toEqual([31, 448, 1354])
})

it('puts every city into a county and every county into a province, and leaves no province without cities', () => {
  const provinceOf = new Map(counties.map(({ id, provinceId }) => [id, provinceId]))
  const known = ids(provinces)
  expect(counties.filter(({ provinceId }) => !known.has(provinceId))).toEqual([])
  expect(cities.filter(({ countyId }) => !provinceOf.has(countyId))).toEqual([])
  expect(new Set(cities.map(({ countyId }) => provinceOf.get(countyId))).size).toBe(31)
})

it('has the capital of each of some provinces in it', () => {
  const provinceOfCity = (name: string) => {
    const city = cities.find((one) => one.name === name)
    const county = counties.find(({ id }) => id === city?.countyId)
    return provinces.find(({ id }) => id === county?.provinceId)?.name
  }
  expect(['تبریز', 'شیراز', 'مشهد', 'رشت', 'کرج'].map(provinceOfCity)).toEqual(['آذربایجان شرقی', 'فارس', 'خراسان رضوی', 'گیلان', 'البرز'])
})

it('writes names with Persian letters, without double or outer spaces', () => {
  for (const { name } of [...provinces, ...counties, ...cities]) {
    expect(name).toMatch(/^[\u0621-\u06cc() ]+$/u)
    expect(name).not.toMatch(/[يك]| {2}|^ | $/u)
  }
})

it('does not give two cities of a county the same name', () => {
  expect(new Set(cities.map(({ countyId, name }) => `${countyId} ${name}`)).size).toBe(cities.length)
})
