import type { IntakeOutcome } from '../../../customers/index.ts'
import { cutValue } from '../mapping/row-faults.rules.ts'
import type { SaidFault } from '../mapping/row-faults.rules.ts'

type Reason = Extract<IntakeOutcome, { reason: string }>['reason']
type Code =
  | Reason
  | 'value-too-long'
  | 'unknown-kind'
  | 'unknown-gender'
  | 'no-such-place'
  | 'several-places'
  | 'no-such-unit'
  | 'no-such-person'
  | 'several-so-named'

const sentences: Record<Code, { fa: string; en: string }> = {
  'several-files': {
    fa: 'بیش از یک پرونده با این سطر جور است؛ چیزی نوشته نشد.',
    en: 'More than one file fits this row; nothing was written.',
  },
  'keys-differ': {
    fa: 'کدهای این سطر به پرونده‌های جدا می‌رسد؛ چیزی نوشته نشد.',
    en: 'The codes of this row lead to different files; nothing was written.',
  },
  'no-such-code': { fa: 'پرونده‌ای با این کد نیست.', en: 'There is no file of this code.' },
  'not-your-file': {
    fa: 'این مشتری پرونده‌ای دارد که شما اجازهٔ ویرایش آن را ندارید.',
    en: 'This customer has a file that you may not change.',
  },
  'not-your-unit': { fa: 'شما در این واحد پرونده‌ای نمی‌توانید بسازید.', en: 'You cannot add files to this unit.' },
  'removed-file': {
    fa: 'پروندهٔ این مشتری حذف شده است؛ نخست آن را از «پرونده‌های حذف‌شده» بازگردانید.',
    en: 'The file of this customer was removed; restore it from “Removed files” first.',
  },
  'nothing-known': { fa: 'در این سطر نه نامی هست و نه راه ارتباطی.', en: 'The row has neither a name nor a way to reach anybody.' },
  'not-unique': {
    fa: 'یکی از مقدارهای این سطر باید یکتا باشد و پروندهٔ دیگری آن را دارد.',
    en: 'One of the values of this row must be unique, and another file holds it.',
  },
  'too-many-points': { fa: 'این مشتری بیش از ۵۰ راه ارتباطی پیدا می‌کند.', en: 'The customer would have more than 50 ways to be reached.' },
  'value-too-long': { fa: 'متن این خانه بیش از اندازه بلند است؛ کنار گذاشته شد.', en: 'The text is too long; it was left out.' },
  'unknown-kind': { fa: 'معلوم نیست حقیقی است یا حقوقی.', en: 'It does not say whether this is a person or an organisation.' },
  'unknown-gender': { fa: 'این واژه برای جنسیت شناخته نیست؛ کنار گذاشته شد.', en: 'This word for a gender is not known; it was left out.' },
  'no-such-place': {
    fa: 'چنین جایی در فهرست استان‌ها و شهرها نیست؛ کنار گذاشته شد.',
    en: 'There is no such place in the lists; it was left out.',
  },
  'several-places': {
    fa: 'چند جا به این نام هست؛ استان یا شهرستان آن معلوم نیست. کنار گذاشته شد.',
    en: 'Several places have this name, and no province tells which is meant; it was left out.',
  },
  'no-such-unit': { fa: 'واحدی به این نام نیست؛ کنار گذاشته شد.', en: 'There is no unit of this name; it was left out.' },
  'no-such-person': { fa: 'همکاری به این نام نیست؛ کنار گذاشته شد.', en: 'There is no colleague of this name; it was left out.' },
  'several-so-named': {
    fa: 'بیش از یک همکار یا واحد به این نام هست؛ کنار گذاشته شد.',
    en: 'Several colleagues or units have this name; it was left out.',
  },
}

/** What is wrong with a row or a cell of it. `kept`: the row is taken all the same. */
export const faultOf = (code: Code, column: string | null, value: string, { kept }: { kept: boolean }): SaidFault => ({
  code,
  column,
  value: cutValue(value),
  ...sentences[code],
  kept,
})

/** Why a row was not written, if it was not. */
export const faultOfOutcome = (outcome: IntakeOutcome): SaidFault | undefined =>
  'reason' in outcome ? faultOf(outcome.reason, null, '', { kept: false }) : undefined
