import { checkCompanyId, checkNationalCode, checkPhone, checkPostalCode } from '@parvandeh/contract/persian'
import type { CodeCheck, CodeProblem, PhoneProblem } from '@parvandeh/contract/persian'
import type { AccessClass } from '@parvandeh/contract'
import type { AccessPoint, FixedFields } from './file.types.ts'
import { isPhone } from './tidy.rules.ts'

/** Why a value is doubted. */
export type Doubtful =
  | CodeProblem
  | PhoneProblem
  | 'not-a-mobile'
  | 'not-an-email'
  | 'not-a-website'
  | 'unlikely-date'
  | 'nameless'
  | 'in-another-file'

/** A doubt about one field, or about one way of reaching the customer (`accessPoints.0`). Never a wall. */
export interface Doubt {
  field: string
  problem: Doubtful
  suggestion: string | null
  /** What the sentence needs to name: how many digits, or which code. */
  detail?: string
  /** Of one of the organisation's own fields: who may know of it. */
  accessClass?: AccessClass
}

/** Doubts about tidied values; fields that are absent are not judged. `today` is a Gregorian day. */
export function doubtsOf(facts: { fields: Partial<FixedFields>; accessPoints: readonly AccessPoint[] }, today: string): Doubt[] {
  const { fields, accessPoints } = facts
  return [
    ...namelessness(fields, accessPoints),
    ...codeDoubt('nationalCode', fields.nationalCode, checkNationalCode, '10'),
    ...codeDoubt('companyNationalId', fields.companyNationalId, checkCompanyId, '11'),
    ...economicCodeDoubt(fields.economicCode),
    ...birthDateDoubt(fields.birthDate, today),
    ...accessPoints.flatMap((point, index) => accessDoubt(point, `accessPoints.${index}`)),
  ]
}

/** Somebody of whom not even a number is known: whom is the file about? */
function namelessness({ kind, firstName, lastName, organisationName }: Partial<FixedFields>, points: readonly AccessPoint[]): Doubt[] {
  if (kind === undefined || points.length > 0) return []
  if (kind === 'organisation')
    return organisationName || organisationName === undefined ? [] : [{ field: 'organisationName', problem: 'nameless', suggestion: null }]
  if (firstName === undefined && lastName === undefined) return []
  return firstName || lastName ? [] : [{ field: 'lastName', problem: 'nameless', suggestion: null }]
}

function codeDoubt(field: string, value: string | null | undefined, check: (text: string) => CodeCheck, digits: string): Doubt[] {
  if (!value) return []
  const { problem, suggestion } = check(value)
  return problem ? [{ field, problem, suggestion: suggestion ?? null, detail: digits }] : []
}

/** Twelve digits of old; since 1402 a company's national ID (11) or fourteen digits for a person in business. */
function economicCodeDoubt(value: string | null | undefined): Doubt[] {
  if (!value) return []
  const digits = value.replaceAll(/[\s-]/gu, '')
  if (!/^\d+$/u.test(digits)) return [{ field: 'economicCode', problem: 'not-digits', suggestion: null }]
  return [11, 12, 14].includes(digits.length) ? [] : [{ field: 'economicCode', problem: 'length', suggestion: null, detail: '11, 12, 14' }]
}

function birthDateDoubt(value: string | null | undefined, today: string): Doubt[] {
  if (!value) return []
  const longAgo = `${Number(today.slice(0, 4)) - 120}${today.slice(4)}`
  return value > today || value < longAgo ? [{ field: 'birthDate', problem: 'unlikely-date', suggestion: null }] : []
}

function accessDoubt(point: AccessPoint, field: string): Doubt[] {
  const doubts = codeDoubt(field, point.postalCode, checkPostalCode, '10')
  const problem = valueProblem(point)
  return problem ? [{ field, problem, suggestion: null }, ...doubts] : doubts
}

/** Whether a text has the shape of an email address. */
export const isEmail = (text: string): boolean => /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$/u.test(text)

/** What makes a number doubtful; a landline is not a mobile. */
export function phoneProblem(value: string, kind?: string): Doubtful | undefined {
  const { problem, phone } = checkPhone(value)
  return problem ?? (kind === 'mobile' && phone?.kind === 'landline' ? 'not-a-mobile' : undefined)
}

function valueProblem({ kind, value }: AccessPoint): Doubtful | undefined {
  if (isPhone(kind)) return phoneProblem(value, kind)
  if (kind === 'email') return isEmail(value) ? undefined : 'not-an-email'
  if (kind === 'website')
    return /^(?:https?:\/\/)?[^\s/:@.]+(?:\.[^\s/:@.]+)+(?::\d+)?(?:[/?#]\S*)?$/iu.test(value) ? undefined : 'not-a-website'
  return undefined
}
