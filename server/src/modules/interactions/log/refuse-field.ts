import { fieldRefusals } from '../../../platform/refuse-field.ts'

/** A refusal that names the field at fault and says why. */
export const refuseField = fieldRefusals({
  'too-late': { fa: 'زمان آغاز نمی‌تواند در آینده باشد.', en: 'It cannot begin in the future.' },
  'too-early': { fa: 'زمان آغاز نمی‌تواند پیش از سال ۱۳۰۰ باشد.', en: 'It cannot begin before the year 1300 (1921).' },
  'unknown-person': { fa: 'چنین همکاری نیست.', en: 'There is no such colleague.' },
  'unknown-document': {
    fa: 'این سند در پروندهٔ این مشتری نیست، یا شما به آن دسترسی ندارید.',
    en: "This document is not in this customer's file, or you may not see it.",
  },
  'no-such-id': {
    fa: 'این شناسه درست نیست، یا از زمانی است که هنوز نرسیده است.',
    en: 'The id must be a UUID of version 7, of a moment that has come.',
  },
  'unknown-city': { fa: 'چنین شهری تعریف نشده است.', en: 'There is no such city.' },
  'empty-note': { fa: 'متن یادداشت را بنویسید.', en: 'Write the note.' },
})
