import { failures } from '@parvandeh/contract'
import type { FailureCode, Problem } from '@parvandeh/contract'
import { z } from 'zod'
import { isOutOfReach, isRefusedValue, namesNobody, refusedBy, sqlState } from '../database/failure-names.ts'
import { AppError } from '../failure.ts'
import type { FieldProblem } from '../failure.ts'

export type Locale = 'fa' | 'en'

const wordings = { fa: z.locales.fa().localeError, en: z.locales.en().localeError }

/** Parses input from outside; what is wrong is said field by field in the caller's language. */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown, locale: Locale): z.output<T> {
  const parsed = schema.safeParse(input, { error: wordings[locale] })
  if (parsed.success) return parsed.data
  throw new AppError('invalid-input', { problems: parsed.error.issues.slice(0, 100).map(fieldProblem) })
}

const fieldProblem = (issue: z.core.$ZodIssue): FieldProblem => ({
  field: issue.path.map(String).join('.'),
  code: issue.code,
  message: issue.message,
})

/** Fastify's own refusals and PostgreSQL's, by their codes. */
const knownCodes: Record<string, FailureCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_REQ_FILE_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported-media',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-request',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-request',
  FST_ERR_BAD_URL: 'not-found',
  FST_ERR_RATE_LIMIT: 'too-many-requests',
  '57014': 'took-too-long',
  '23505': 'already-exists',
  '23503': 'still-in-use',
}

/** The refusal that an error amounts to; what is not known is `unexpected`, and must be logged by the caller. */
export function refusalOf(error: unknown): AppError {
  if (error instanceof AppError) return error
  const named = refusedBy(error)?.replaceAll('_', '-')
  if (named && named in failures) return new AppError(named as FailureCode)
  if (isRefusedValue(error) || namesNobody(error)) return new AppError('invalid-input')
  if (isOutOfReach(error)) return new AppError('unavailable', { retryAfterSeconds: 5 })
  const code = sqlState(error) ?? (error as { code?: string } | null)?.code ?? ''
  const known = knownCodes[code]
  if (known) return new AppError(known)
  const status = (error as { statusCode?: number } | null)?.statusCode
  if (status === 429) return new AppError('too-many-requests')
  if (code.startsWith('FST_') && status !== undefined && status >= 400 && status < 500) return new AppError('malformed-request')
  return new AppError('unexpected')
}

/** The same refusal is the same bytes: nothing of the path or the record is in it. */
export function problemOf(refusal: AppError, locale: Locale): Problem {
  const { status } = failures[refusal.code]
  return {
    type: `urn:parvandeh:problem:${refusal.code}`,
    title: failures[refusal.code][locale],
    status,
    code: refusal.code,
    ...(refusal.problems && { problems: refusal.problems }),
    ...(refusal.retryAfterSeconds !== undefined && { retryAfterSeconds: refusal.retryAfterSeconds }),
  }
}

/** Persian unless the caller asks for English first. */
export const localeOf = (acceptLanguage: string | undefined): Locale => (/^\s*en\b/iu.test(acceptLanguage ?? '') ? 'en' : 'fa')
