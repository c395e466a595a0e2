import { customerFieldClasses } from '@parvandeh/contract'
import type { AccessClass, accessPointInput } from '@parvandeh/contract'
import {
  checkCompanyId,
  checkNationalCode,
  checkPhone,
  checkPostalCode,
  foldForStorage,
  phoneTail,
  toAsciiDigits,
} from '@parvandeh/contract/persian'
import type { z } from 'zod'
import type { AccessPoint, FixedField, FixedFields } from './file.types.ts'

type Fields = Partial<FixedFields>

const onlyOfPersons = ['firstName', 'lastName', 'fatherName', 'nationalCode', 'foreignCode', 'birthDate', 'gender', 'features'] as const
const onlyOfOrganisations = ['organisationName', 'companyNationalId', 'registrationNumber'] as const
const texts = [
  'firstName',
  'lastName',
  'fatherName',
  'organisationName',
  'foreignCode',
  'registrationNumber',
  'district',
  'features',
] as const

/** The class of an identity field: what the contract does not name is internal. */
export const classOfField = (field: FixedField): AccessClass => customerFieldClasses[field] ?? 'internal'

/**
 * Fields as they are kept: folded text, codes in plain digits, nothing instead of blanks, and none of the fields
 * that belong to the other kind of customer.
 */
export function tidyFields<T extends Fields>(given: T): T {
  const kept: Fields = { ...given }
  for (const field of texts) if (given[field] !== undefined) kept[field] = textOrNothing(given[field])
  if (given.nationalCode !== undefined) kept.nationalCode = codeOrNothing(given.nationalCode, checkNationalCode)
  if (given.companyNationalId !== undefined) kept.companyNationalId = codeOrNothing(given.companyNationalId, checkCompanyId)
  if (given.economicCode !== undefined) kept.economicCode = textOrNothing(given.economicCode && toAsciiDigits(given.economicCode))
  for (const field of given.kind === 'person' ? onlyOfOrganisations : given.kind === 'organisation' ? onlyOfPersons : []) {
    if (kept[field] !== undefined) kept[field] = null
  }
  return kept as T
}

/** A way of reaching the customer as it is kept; `id` names it from now on. When what was agreed is settled apart. */
export function tidyAccessPoint({ consentHow: _how, ...given }: z.output<typeof accessPointInput>, id: string): AccessPoint {
  const rest = {
    ...given,
    id,
    network: given.kind === 'social' ? (given.network ?? null) : null,
    verifiedAt: null,
    verifiedBy: null,
    consentFacts: {},
    label: textOrNothing(given.label),
    preferredHours: textOrNothing(given.preferredHours),
    postalCode: codeOrNothing(given.postalCode, checkPostalCode),
  }
  if (!isPhone(given.kind)) return { ...rest, value: foldForStorage(given.value), digits: null, phoneTail: null }
  const check = checkPhone(given.value)
  // An extension stays with the number as it was typed; digits and tail find it all the same.
  const value = check.valid && !check.phone?.extension ? check.value : foldForStorage(given.value)
  const digits = (check.valid ? check.value : toAsciiDigits(given.value)).replaceAll(/\D/gu, '') || null
  return { ...rest, value, digits, phoneTail: digits && phoneTail(digits) }
}

export const isPhone = (kind: string): boolean => kind === 'mobile' || kind === 'phone' || kind === 'fax'

/** The number to call first: the primary one, else the first mobile, else the first phone. */
export function mainPhoneOf(points: readonly AccessPoint[]): string | null {
  const callable = points.filter((point) => point.kind === 'mobile' || point.kind === 'phone')
  const first = callable.find((point) => point.primary) ?? callable.find((point) => point.kind === 'mobile') ?? callable[0]
  return first?.value ?? null
}

const textOrNothing = (text: string | null): string | null => (text === null ? null : foldForStorage(text) || null)

function codeOrNothing(text: string | null, check: (text: string) => { value: string }): string | null {
  if (text === null) return null
  const { value } = check(text)
  return /^\d+$/u.test(value) ? value : textOrNothing(text)
}
