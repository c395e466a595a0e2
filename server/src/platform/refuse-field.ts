import type { Context } from './context.ts'
import { AppError } from './failure.ts'

/** A module's refusals of single fields: what each code says, in both languages of the caller. */
export const fieldRefusals =
  <Code extends string>(sentences: Readonly<Record<Code, { fa: string; en: string }>>) =>
  (context: Context, field: string, code: Code): AppError =>
    new AppError('invalid-input', { problems: [{ field, code, message: sentences[code][context.locale] }] })
