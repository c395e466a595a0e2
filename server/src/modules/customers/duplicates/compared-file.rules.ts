import { foldSpaced, toAsciiDigits } from '@parvandeh/contract/persian'
import type { AccessPoint, FixedFields } from '../files/file.types.ts'
import { isPhone } from '../files/tidy.rules.ts'
import { organisationNameOf, personSound, personSounds } from './names.rules.ts'
import type { OrganisationName } from './names.rules.ts'

type Fields = Pick<
  FixedFields,
  | 'firstName'
  | 'lastName'
  | 'fatherName'
  | 'organisationName'
  | 'nationalCode'
  | 'foreignCode'
  | 'companyNationalId'
  | 'registrationNumber'
  | 'economicCode'
  | 'birthDate'
  | 'gender'
  | 'cityId'
>

/** What is compared of a file; what the reader may not see is left out of it. */
export interface ComparableFacts {
  fields: Pick<FixedFields, 'kind'> & Partial<Fields>
  accessPoints: readonly Pick<AccessPoint, 'kind' | 'value' | 'digits' | 'phoneTail' | 'postalCode'>[]
}

/** A file made ready to be compared with many others. */
export interface ComparedFile {
  kind: FixedFields['kind']
  first: string
  last: string
  father: string
  organisation: OrganisationName
  isNameless: boolean
  nationalCode: string | null
  foreignCode: string | null
  companyNationalId: string | null
  registrationNumber: string | null
  economicCode: string | null
  birthDate: string | null
  gender: string | null
  cityId: number | null
  mobiles: readonly string[]
  landlines: readonly string[]
  tails: readonly string[]
  emails: readonly string[]
  websites: readonly string[]
  postalCodes: readonly string[]
  addresses: readonly (readonly string[])[]
}

/** Makes a file ready to be compared: names as they sound, codes and addresses in one form. */
export function comparedFile({ fields, accessPoints }: ComparableFacts): ComparedFile {
  const { first, last } = personSounds(fields.firstName ?? null, fields.lastName ?? null)
  const organisation = organisationNameOf(fields.organisationName ?? null)
  const of = (kind: AccessPoint['kind']) => accessPoints.filter((point) => point.kind === kind)
  const phones = accessPoints.filter(({ kind, digits }) => isPhone(kind) && (digits?.length ?? 0) >= 7)
  const isMobile = (digits: string) => /^989\d{9}$/u.test(digits)
  const digits = [...new Set(phones.map((point) => point.digits ?? ''))]
  return {
    kind: fields.kind,
    first,
    last,
    father: personSound(fields.fatherName ?? null),
    organisation,
    isNameless: fields.kind === 'person' ? first === '' && last === '' : organisation.core === '',
    nationalCode: codeOf(fields.nationalCode),
    foreignCode: codeOf(fields.foreignCode),
    companyNationalId: codeOf(fields.companyNationalId),
    registrationNumber: codeOf(fields.registrationNumber),
    economicCode: codeOf(fields.economicCode),
    birthDate: fields.birthDate ?? null,
    gender: fields.gender ?? null,
    cityId: fields.cityId ?? null,
    mobiles: digits.filter(isMobile),
    landlines: digits.filter((one) => !isMobile(one)),
    tails: [...new Set(phones.flatMap(({ phoneTail }) => phoneTail ?? []))],
    emails: [...new Set(of('email').map(({ value }) => foldSpaced(value).replaceAll(' ', '')))],
    websites: [...new Set(of('website').map(({ value }) => hostOf(value)))].filter((host) => host !== ''),
    postalCodes: [...new Set(accessPoints.flatMap(({ postalCode }) => codeOf(postalCode) ?? []))],
    addresses: of('address').map(({ value }) => wordsOfAddress(value)),
  }
}

const codeOf = (text: string | null | undefined): string | null => {
  const code = toAsciiDigits(text ?? '')
    .replaceAll(/[\s\-./\u200c]/gu, '')
    .toLowerCase()
  return code === '' ? null : code
}

const hostOf = (website: string): string =>
  foldSpaced(website)
    .replace(/^https?:\/\//u, '')
    .replace(/^www\./u, '')
    .split(/[/?#:]/u, 1)[0] ?? ''

const wordsOfAddress = (text: string): string[] =>
  foldSpaced(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '')
