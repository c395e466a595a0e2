import { type FailureCode, failures, type Problem } from '@parvandeh/contract'
import { type Language, preferences } from '../i18n/preferences.ts'

/** What can go wrong on the way, before or after the server has had its say. */
type OnTheWay = 'unreachable' | 'not-understood' | 'waiting'

const onTheWay: Record<OnTheWay, Record<Language, string>> = {
  unreachable: {
    fa: 'سامانه پاسخ نمی‌دهد. اتصال شبکه را بررسی کنید؛ نوشتهٔ شما همین‌جا مانده است.',
    en: 'The system cannot be reached. Check the network; what you typed is still here.',
  },
  waiting: {
    fa: 'سامانه پاسخ نمی‌دهد. نوشتهٔ شما در این مرورگر ماند و با برگشتن اتصال خودش فرستاده می‌شود.',
    en: 'The system cannot be reached. What you wrote is kept in this browser and sent by itself when it is back.',
  },
  'not-understood': {
    fa: 'پاسخ سامانه خوانا نبود. کمی بعد دوباره امتحان کنید.',
    en: 'The answer could not be read. Try again a little later.',
  },
}

type ProblemField = NonNullable<Problem['problems']>[number]

/** A refusal of the server, or silence on the way to it, with a sentence to show in the person's language. */
export class ApiFailure extends Error {
  readonly code: FailureCode | OnTheWay
  /** HTTP status; 0 when there was no answer. */
  readonly status: number
  readonly title: string
  readonly detail: string | undefined
  /** Fields at fault, where the refusal is about some. */
  readonly problems: ProblemField[]
  readonly retryAfterSeconds: number | undefined

  constructor(status: number, problem: Partial<Problem> & { code: string; title: string }) {
    super(problem.title)
    this.name = 'ApiFailure'
    this.status = status
    this.code = problem.code as FailureCode | OnTheWay
    this.title = problem.title
    this.detail = problem.detail
    this.problems = problem.problems ?? []
    this.retryAfterSeconds = problem.retryAfterSeconds
  }

  /** The message for each field at fault, as a form wants it. */
  get byField(): Record<string, string> {
    return Object.fromEntries(this.problems.map(({ field, message }) => [field, message]))
  }
}

/** The failure for what happened on the way. */
export function wayFailure(code: OnTheWay, status = 0): ApiFailure {
  return new ApiFailure(status, { code, title: onTheWay[code][preferences().language] })
}

/** Reads problem details (RFC 9457); anything else by its status alone. */
export function failureFrom(status: number, body: unknown): ApiFailure {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>
  if (typeof problem.code === 'string' && typeof problem.title === 'string') {
    return new ApiFailure(status, { ...problem, code: problem.code, title: problem.title })
  }
  const known = (Object.keys(failures) as FailureCode[]).find((code) => failures[code].status === status)
  if (!known) return wayFailure(status >= 502 ? 'unreachable' : 'not-understood', status)
  return new ApiFailure(status, { code: known, title: failures[known][preferences().language] })
}
