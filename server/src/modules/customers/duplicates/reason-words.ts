import type { DuplicateReason } from '@parvandeh/contract'
import type { Locale } from '@parvandeh/contract/persian'

const clauses: Record<DuplicateReason, { fa: string; en: string }> = {
  'national-code': { fa: 'کد ملی یکی است', en: 'the national code is the same' },
  'foreign-code': { fa: 'کد اتباع یکی است', en: 'the foreign national’s code is the same' },
  'company-id': { fa: 'شناسهٔ ملی یکی است', en: 'the company ID is the same' },
  'registration-number': { fa: 'شمارهٔ ثبت یکی است', en: 'the registration number is the same' },
  'economic-code': { fa: 'کد اقتصادی یکی است', en: 'the economic code is the same' },
  'name-same': { fa: 'نام یکی است', en: 'the name is the same' },
  'name-swapped': { fa: 'نام و نام خانوادگی جابه‌جا نوشته شده است', en: 'first and last name are swapped' },
  'name-near': { fa: 'نام شبیه است', en: 'the names are alike' },
  'name-part': { fa: 'بخشی از نام یکی است', en: 'part of the name is the same' },
  'father-same': { fa: 'نام پدر یکی است', en: 'the father’s name is the same' },
  'birth-same': { fa: 'تاریخ تولد یکی است', en: 'the birth date is the same' },
  'birth-near': { fa: 'تاریخ تولد نزدیک است', en: 'the birth dates are close' },
  mobile: { fa: 'شمارهٔ همراه یکی است', en: 'the mobile number is the same' },
  phone: { fa: 'شماره یکی است', en: 'the phone number is the same' },
  email: { fa: 'ایمیل یکی است', en: 'the email address is the same' },
  website: { fa: 'وبگاه یکی است', en: 'the website is the same' },
  'postal-code': { fa: 'کد پستی یکی است', en: 'the postal code is the same' },
  address: { fa: 'نشانی یکی است', en: 'the address is the same' },
  city: { fa: 'شهر یکی است', en: 'the city is the same' },
  nameless: { fa: 'یکی از دو پرونده نام ندارد', en: 'one of the two has no name' },
}

const mostNamed = 3

/** The reasons as a sentence to a clerk, the weightiest of them: «شمارهٔ همراه یکی است و نام شبیه است.» */
export function sentenceOfReasons(reasons: readonly DuplicateReason[], locale: Locale): string {
  const named = reasons.slice(0, mostNamed).map((reason) => clauses[reason][locale])
  const [last = ''] = named.slice(-1)
  if (named.length < 2) return locale === 'fa' ? `${last}.` : `${capital(last)}.`
  const first = named.slice(0, -1)
  return locale === 'fa' ? `${first.join('، ')} و ${last}.` : `${capital(first.join(', '))} and ${last}.`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
