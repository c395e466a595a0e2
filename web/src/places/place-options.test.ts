import { expect, test } from 'vitest'
import { cityOptions, countyOptions, inCity, inCounty, inProvince, provinceOptions } from './place-options.ts'

const places = {
  provinces: [
    { id: 1, name: 'تهران', closed: false },
    { id: 2, name: 'گیلان', closed: false },
  ],
  counties: [
    { id: 10, name: 'ری', closed: false, provinceId: 1 },
    { id: 20, name: 'رشت', closed: false, provinceId: 2 },
  ],
  cities: [
    { id: 100, name: 'باقرشهر', closed: false, countyId: 10, provinceId: 1 },
    { id: 200, name: 'رشت', closed: false, countyId: 20, provinceId: 2 },
    { id: 201, name: 'خشک‌بیجار', closed: false, countyId: 20, provinceId: 2 },
  ],
}
const nowhere = { provinceId: null, countyId: null, cityId: null }

test('a city typed without its province is found, and says where it is', () => {
  expect(cityOptions(places, nowhere, 'خشک بیجار')).toEqual([{ id: '201', label: 'خشک‌بیجار', hint: 'گیلان' }])
  expect(inCity(places, nowhere, 201)).toEqual({ provinceId: 2, countyId: 20, cityId: 201 })
})

test('within a chosen county only its cities are offered', () => {
  expect(cityOptions(places, { provinceId: 2, countyId: 20 }, '').map(({ id }) => id)).toEqual(['200', '201'])
  expect(countyOptions(places, { provinceId: 1 }, '').map(({ label }) => label)).toEqual(['ری'])
})

test('what begins with the typed letters comes before what holds them', () => {
  expect(cityOptions(places, nowhere, 'ر').map(({ label }) => label)[0]).toBe('رشت')
  expect(provinceOptions(places, 'گی')).toEqual([{ id: '2', label: 'گیلان', hint: undefined }])
})

test('another province empties county and city; the same one leaves them', () => {
  const rasht = { provinceId: 2, countyId: 20, cityId: 200 }
  expect(inProvince(rasht, 1)).toEqual({ provinceId: 1, countyId: null, cityId: null })
  expect(inProvince(rasht, 2)).toEqual(rasht)
  expect(inCounty(places, rasht, 10)).toEqual({ provinceId: 1, countyId: 10, cityId: null })
})
