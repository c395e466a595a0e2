import { digitsFor } from '@parvandeh/contract/persian'
import type { Locale } from '@parvandeh/contract/persian'
import type { CustomProblem } from './tidy-custom.rules.ts'

const sentences: Record<CustomProblem, { fa: string; en: string }> = {
  unfit: { fa: 'این مقدار با نوع این ویژگی سازگار نیست.', en: 'This value does not fit the type of the field.' },
  'unknown-choice': { fa: 'چنین گزینه‌ای در این ویژگی نیست.', en: 'The field has no such choice.' },
  'too-short': { fa: 'دست‌کم باید {} نویسه باشد.', en: 'It should have at least {} characters.' },
  'too-long': { fa: 'بیش از {} نویسه نمی‌تواند باشد.', en: 'It can have no more than {} characters.' },
  'too-small': { fa: 'نمی‌تواند کمتر از {} باشد.', en: 'It cannot be less than {}.' },
  'too-large': { fa: 'نمی‌تواند بیشتر از {} باشد.', en: 'It cannot be more than {}.' },
  pattern: { fa: 'شکل آن درست نیست؛ باید مانند {} باشد.', en: 'It does not have the shape {}.' },
  required: { fa: 'این ویژگی را باید پر کنید.', en: 'This field must be filled.' },
  'not-unique': { fa: 'این مقدار در پروندهٔ دیگری ثبت شده است.', en: 'Another file holds this value.' },
  'not-there': { fa: 'چنین موردی تعریف نشده است، یا شما به آن دسترسی ندارید.', en: 'There is no such entry, or you may not see it.' },
  'no-document': {
    fa: 'این سند در پروندهٔ همین مشتری نیست، یا شما به آن دسترسی ندارید.',
    en: 'This document is not in the file of this customer, or you may not see it.',
  },
  'no-such-field': { fa: 'چنین ویژگی‌ای نیست، یا شما به آن دسترسی ندارید.', en: 'There is no such field, or you may not read it.' },
}

/** Why a value of one of the organisation's own fields is refused, as a sentence to a clerk. */
export const sentenceOfCustom = (problem: CustomProblem, locale: Locale, detail = ''): string =>
  sentences[problem][locale].replace('{}', digitsFor(locale, detail))
