import { digitsFor } from '@parvandeh/contract/persian'
import type { Locale } from '@parvandeh/contract/persian'
import type { Doubt, Doubtful } from './doubts.rules.ts'

const sentences: Record<Doubtful, { fa: string; en: string }> = {
  empty: { fa: 'رقمی در آن نیست.', en: 'It has no digits.' },
  'not-digits': { fa: 'تنها باید رقم باشد.', en: 'It should hold digits only.' },
  length: { fa: 'شمار رقم‌ها درست نیست؛ باید {} رقم باشد.', en: 'It should have {} digits.' },
  checksum: { fa: 'رقم کنترلی درست نیست؛ شاید رقمی جابه‌جا نوشته شده باشد.', en: 'The check digit does not fit; a digit may be mistyped.' },
  'all-equal': { fa: 'همهٔ رقم‌ها یکی است.', en: 'All its digits are the same.' },
  'leading-zeros-dropped': { fa: 'گویا صفرهای آغاز آن افتاده است.', en: 'Its leading zeros seem to have been dropped.' },
  'not-issued': { fa: 'کد پستی‌ای به این شکل داده نمی‌شود.', en: 'No postal code of this shape is issued.' },
  'not-a-phone': { fa: 'شمارهٔ تلفن نیست.', en: 'It is not a phone number.' },
  'too-short': { fa: 'شماره کوتاه است.', en: 'The number is too short.' },
  'too-long': { fa: 'شماره بلند است.', en: 'The number is too long.' },
  'area-code-missing': { fa: 'کد شهرستان ندارد؛ مانند ۰۲۱ برای تهران.', en: 'The area code is missing, such as 021 for Tehran.' },
  'unknown-area-code': { fa: 'چنین کد شهرستانی نیست.', en: 'There is no such area code.' },
  'not-a-mobile': { fa: 'شمارهٔ تلفن ثابت است، نه همراه.', en: 'It is a landline, not a mobile.' },
  'not-an-email': { fa: 'نشانی ایمیل نیست.', en: 'It is not an email address.' },
  'not-a-website': { fa: 'نشانی وبگاه نیست.', en: 'It is not a web address.' },
  'unlikely-date': { fa: 'این تاریخ تولد شدنی نیست.', en: 'This birth date is not likely.' },
  nameless: { fa: 'نه نامی دارد و نه راه ارتباطی.', en: 'It has neither a name nor a way to reach them.' },
  'in-another-file': { fa: 'در پروندهٔ {} هم ثبت شده است.', en: 'It is also in file {}.' },
}

/** The doubt as a sentence to a clerk. */
export const sentenceOfDoubt = ({ problem, detail = '' }: Doubt, locale: Locale): string =>
  sentences[problem][locale].replace('{}', digitsFor(locale, detail.replaceAll(', ', locale === 'fa' ? '، ' : ', ')))
