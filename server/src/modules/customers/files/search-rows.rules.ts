import type { AccessClass } from '@parvandeh/contract'
import { foldForStorage, foldJoined, foldSpaced } from '@parvandeh/contract/persian'
import { nameOf } from './display-name.rules.ts'
import type { AccessPoint, CustomerFile, FixedField } from './file.types.ts'
import { classOfField, isPhone } from './tidy.rules.ts'

export type RowClass = AccessClass | `x.${string}`

/** One value that a file is found by: as it is shown, and as it is compared. */
export interface SearchRow {
  source: string
  label: string
  spaced: string
  joined: string
  /** The class of the field; of one of the organisation's own, the field itself. */
  accessClass: RowClass
}

/** The class of phones, addresses and other ways to reach a customer. */
export const accessPointClass: AccessClass = 'internal'

const codes: readonly (readonly [field: FixedField, source: string])[] = [
  ['nationalCode', 'national-code'],
  ['foreignCode', 'foreign-code'],
  ['companyNationalId', 'company-national-id'],
  ['registrationNumber', 'registration-number'],
  ['economicCode', 'economic-code'],
]

/** Everything that finds a file. A person's name stands in both orders, so that either may be begun with. */
export function searchRowsOf(file: Pick<CustomerFile, 'code' | 'fields' | 'accessPoints'>, externalKey?: string): SearchRow[] {
  const { fields } = file
  const name = nameOf(fields)
  const swapped = fields.kind === 'person' && fields.firstName && fields.lastName ? `${fields.lastName} ${fields.firstName}` : null
  return [
    ...(name === null ? [] : [textRow('name', name, name, 'public')]),
    ...(swapped === null || name === null ? [] : [textRow('name', name, swapped, 'public')]),
    numberRow('code', file.code, file.code, 'public'),
    ...codes.flatMap(([field, source]) => {
      const value = fields[field]
      return typeof value === 'string' ? [numberRow(source, value, value, classOfField(field))] : []
    }),
    ...file.accessPoints.flatMap(rowOfAccessPoint),
    ...(externalKey === undefined ? [] : [numberRow('external', labelFrom(externalKey), externalKey, accessPointClass)]),
  ]
}

function rowOfAccessPoint(point: AccessPoint): SearchRow[] {
  if (point.kind === 'address') return []
  if (!isPhone(point.kind)) return [textRow(point.kind, point.value, point.value, accessPointClass)]
  return point.digits === null ? [] : phoneRow('phone', point.digits, accessPointClass)
}

/** A number is found as it is dialled at home, and with the country's prefix. */
export function phoneRow(source: string, number: string, accessClass: RowClass): SearchRow[] {
  const digits = number.replaceAll(/\D/gu, '')
  if (digits === '') return []
  const national = /^98\d{10}$/u.test(digits) ? `0${digits.slice(2)}` : digits
  return [{ source, label: national, spaced: keyFrom(national), joined: keyFrom(digits), accessClass }]
}

export const textRow = (source: string, label: string, text: string, accessClass: RowClass): SearchRow => ({
  source,
  label,
  spaced: keyFrom(foldSpaced(text)),
  joined: keyFrom(foldJoined(text)),
  accessClass,
})

const labelFrom = (key: string): string => foldForStorage(key).slice(0, 200)

/** An index takes so much of a value and no more. */
const keyFrom = (folded: string): string => Array.from(folded.slice(0, 800)).slice(0, 400).join('')

/** Codes are compared without what parts their groups. */
export function numberRow(source: string, label: string, text: string, accessClass: RowClass): SearchRow {
  const key = keyFrom(foldJoined(text).replaceAll(/[-./]/gu, ''))
  return { source, label, spaced: key, joined: key, accessClass }
}
