import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/failure.ts'

const sentences = {
  unknown: { fa: 'چنین موردی تعریف نشده است.', en: 'There is no such entry.' },
  'too-long-ago': { fa: 'این زمان بیش از پنجاه سال پیش است.', en: 'This moment is more than fifty years ago.' },
  'in-the-future': { fa: 'این زمان هنوز نرسیده است.', en: 'This moment has not come yet.' },
}

/** A refusal that names the field at fault and says why in the caller's language. */
export const refuseField = (context: Context, field: string, code: keyof typeof sentences): AppError =>
  new AppError('invalid-input', { problems: [{ field, code, message: sentences[code][context.locale] }] })
