import type { Locale } from './digits.ts'

/*
 * Facts of the Iranian numbering plan, re-expressed from the carrier and geocoding metadata of libphonenumber
 * (https://github.com/google/libphonenumber, Apache-2.0). Provinces are named as people call them.
 */

/** A name in both languages of the interface. */
export type NameByLocale = Record<Locale, string>

const irancell = { fa: 'ایرانسل', en: 'Irancell' }
const mci = { fa: 'همراه اول', en: 'MCI' }
const rightel = { fa: 'رایتل', en: 'Rightel' }
const shatel = { fa: 'شاتل موبایل', en: 'Shatel Mobile' }

/** Operators by the digits after +98, the longest that fits deciding. */
const operators: ReadonlyMap<string, NameByLocale> = new Map([
  ['90', irancell],
  ['91', mci],
  ['92', rightel],
  ['93', irancell],
  ['931', { fa: 'اسپادان', en: 'MTCE' }],
  ['932', mci],
  ['934', { fa: 'تله‌کیش', en: 'TeleKish' }],
  ['990', mci],
  ['991', mci],
  ['992', mci],
  ['993', mci],
  ['994', mci],
  ['9955', irancell],
  ['996', mci],
  ['9981', shatel],
  ['9982', shatel],
  ['9990', mci],
  ['9991', irancell],
  ['9993', { fa: 'آپتل', en: 'Aptel' }],
  ['9995', mci],
  ['9996', mci],
  ['9998', rightel],
  ['99996', rightel],
  ['99997', rightel],
  ['99998', rightel],
  ['99999', rightel],
])

const provinces: ReadonlyMap<string, NameByLocale> = new Map([
  ['11', { fa: 'مازندران', en: 'Mazandaran' }],
  ['13', { fa: 'گیلان', en: 'Gilan' }],
  ['17', { fa: 'گلستان', en: 'Golestan' }],
  ['21', { fa: 'تهران', en: 'Tehran' }],
  ['23', { fa: 'سمنان', en: 'Semnan' }],
  ['24', { fa: 'زنجان', en: 'Zanjan' }],
  ['25', { fa: 'قم', en: 'Qom' }],
  ['26', { fa: 'البرز', en: 'Alborz' }],
  ['28', { fa: 'قزوین', en: 'Qazvin' }],
  ['31', { fa: 'اصفهان', en: 'Isfahan' }],
  ['34', { fa: 'کرمان', en: 'Kerman' }],
  ['35', { fa: 'یزد', en: 'Yazd' }],
  ['38', { fa: 'چهارمحال و بختیاری', en: 'Chaharmahal and Bakhtiari' }],
  ['41', { fa: 'آذربایجان شرقی', en: 'East Azerbaijan' }],
  ['44', { fa: 'آذربایجان غربی', en: 'West Azerbaijan' }],
  ['45', { fa: 'اردبیل', en: 'Ardabil' }],
  ['51', { fa: 'خراسان رضوی', en: 'Razavi Khorasan' }],
  ['54', { fa: 'سیستان و بلوچستان', en: 'Sistan and Baluchestan' }],
  ['56', { fa: 'خراسان جنوبی', en: 'South Khorasan' }],
  ['58', { fa: 'خراسان شمالی', en: 'North Khorasan' }],
  ['61', { fa: 'خوزستان', en: 'Khuzestan' }],
  ['66', { fa: 'لرستان', en: 'Lorestan' }],
  ['71', { fa: 'فارس', en: 'Fars' }],
  ['74', { fa: 'کهگیلویه و بویراحمد', en: 'Kohgiluyeh and Boyer-Ahmad' }],
  ['76', { fa: 'هرمزگان', en: 'Hormozgan' }],
  ['77', { fa: 'بوشهر', en: 'Bushehr' }],
  ['81', { fa: 'همدان', en: 'Hamadan' }],
  ['83', { fa: 'کرمانشاه', en: 'Kermanshah' }],
  ['84', { fa: 'ایلام', en: 'Ilam' }],
  ['86', { fa: 'مرکزی', en: 'Markazi' }],
  ['87', { fa: 'کردستان', en: 'Kurdistan' }],
])

/** Whether the two digits after the zero are a province's. */
export function isAreaCode(code: string): boolean {
  return provinces.has(code)
}

/** The province of a national number (ten digits without the zero); undefined for mobiles. */
export function provinceOf(nationalNumber: string): NameByLocale | undefined {
  return provinces.get(nationalNumber.slice(0, 2))
}

/** The operator that was given the number's range; numbers are portable, so it may have moved since. */
export function operatorOf(nationalNumber: string): NameByLocale | undefined {
  for (let length = 5; length >= 2; length -= 1) {
    const operator = operators.get(nationalNumber.slice(0, length))
    if (operator) return operator
  }
  return undefined
}
