import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/failure.ts'

const sentences = {
  unknown: { fa: 'چنین موردی تعریف نشده است.', en: 'There is no such entry.' },
  'in-the-future': { fa: 'این زمان هنوز نرسیده است.', en: 'This moment has not come yet.' },
}

/** A refusal that names the field at fault and says why in the caller's language. */
export const refuseField = (context: Context, field: string, code: keyof typeof sentences): AppError =>
  new AppError('invalid-input', { problems: [{ field, code, message: sentences[code][context.locale] }] })
