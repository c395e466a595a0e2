import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'

const sentences = {
  'too-late': { fa: 'زمان آغاز نمی‌تواند در آینده باشد.', en: 'It cannot begin in the future.' },
  'too-early': { fa: 'زمان آغاز نمی‌تواند پیش از سال ۱۳۰۰ باشد.', en: 'It cannot begin before the year 1300 (1921).' },
  'unknown-person': { fa: 'چنین همکاری نیست.', en: 'There is no such colleague.' },
  'unknown-document': { fa: 'این سند در پروندهٔ این مشتری نیست، یا شما به آن دسترسی ندارید.', en: "This document is not in this customer's file, or you may not see it." },
  'empty-note': { fa: 'متن یادداشت را بنویسید.', en: 'Write the note.' },
}

/** A refusal that names the field at fault and says why in the caller's language. */
export const refuseField = (context: Context, field: string, code: keyof typeof sentences): AppError =>
  new AppError('invalid-input', { problems: [{ field, code, message: sentences[code][context.locale] }] })
