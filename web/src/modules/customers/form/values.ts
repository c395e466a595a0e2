import type { accessKinds, accessPointInput, CallOf, consentPurposes, customerRoutes, CustomValue, ResponseOf } from '@parvandeh/contract'
import type { z } from 'zod'
import { newKey } from '../../../api/new-key.ts'

export type CustomerFile = ResponseOf<typeof customerRoutes.show>
export type AccessKind = (typeof accessKinds)[number]
type ConsentPurpose = (typeof consentPurposes)[number]
type Point = CustomerFile['accessPoints'][number]
type Body = NonNullable<CallOf<typeof customerRoutes.create>['body']>

const textFields = [
  'firstName',
  'lastName',
  'fatherName',
  'organisationName',
  'nationalCode',
  'foreignCode',
  'companyNationalId',
  'registrationNumber',
  'economicCode',
  'district',
  'features',
] as const
export type TextFieldName = (typeof textFields)[number]

/** A way of reaching the customer while it is being typed; `key` names the row, also before it has an id. */
export interface PointValues {
  key: string
  id?: string | undefined
  kind: AccessKind
  value: string
  label: string
  preferredHours: string
  primary: boolean
  verified: boolean
  consents: Partial<Record<ConsentPurpose, boolean>>
  /** How the consents that change were given or withdrawn. */
  consentHow: Partial<Record<ConsentPurpose, string>>
  network: NonNullable<Point['network']> | null
  postalCode: string
  cityId: number | null
}

/** The form as it stands: empty texts instead of null, and `reasons` for doubtful values kept all the same, by field. */
export interface Values extends Record<TextFieldName, string> {
  kind: Body['kind']
  provinceId: number | null
  countyId: number | null
  cityId: number | null
  birthDate: string | null
  gender: Body['gender']
  photoId: string | null
  unitId: string | null
  ownerId: string | null
  points: PointValues[]
  reasons: Record<string, string>
  /** Values of the organisation's own fields, by their keys; null where one was emptied. */
  custom: Record<string, CustomValue>
}

const numberKinds: ReadonlySet<AccessKind> = new Set(['mobile', 'phone', 'fax'])

/** The name under which problems and reasons of a row are kept; rows change places, their keys do not. */
export const pointField = (key: string): string => `points.${key}`

/** An empty row of a kind. */
export const emptyPoint = (kind: AccessKind, value = ''): PointValues => ({
  key: newKey(),
  kind,
  value,
  label: '',
  preferredHours: '',
  primary: false,
  verified: false,
  consents: {},
  consentHow: {},
  network: null,
  postalCode: '',
  cityId: null,
})

/** A new customer: a person with one number to be filled in. */
export function emptyValues(start: Partial<Values> = {}): Values {
  const texts = Object.fromEntries(textFields.map((name) => [name, ''])) as Record<TextFieldName, string>
  const nothing = {
    provinceId: null,
    countyId: null,
    cityId: null,
    birthDate: null,
    gender: null,
    photoId: null,
    unitId: null,
    ownerId: null,
  }
  return { ...texts, ...nothing, kind: 'person', points: [{ ...emptyPoint('mobile'), primary: true }], reasons: {}, custom: {}, ...start }
}

/** The form of a file that is there. */
export function valuesOf(file: CustomerFile): Values {
  const texts = Object.fromEntries(textFields.map((name) => [name, file[name] ?? ''])) as Record<TextFieldName, string>
  const points = file.accessPoints.map(({ display, verifiedAt: _at, verifiedBy: _by, consentFacts: _facts, ...point }) => ({
    ...point,
    key: point.id,
    consentHow: {},
    // Numbers as people read them; the server reads them back to what they were.
    value: numberKinds.has(point.kind) ? display : point.value,
    label: point.label ?? '',
    preferredHours: point.preferredHours ?? '',
    postalCode: point.postalCode ?? '',
  }))
  const keys = points.map(({ key }) => key)
  const reasons = file.problems.flatMap(({ field, reason }) => (reason === null ? [] : [[fieldOf(field, keys), reason] as const]))
  const { kind = 'person', provinceId = null, countyId = null, cityId = null, birthDate = null, gender = null, photoId = null } = file
  const { unitId, ownerId } = file
  return {
    ...texts,
    kind,
    provinceId,
    countyId,
    cityId,
    birthDate,
    gender,
    photoId,
    unitId,
    ownerId,
    points,
    reasons: Object.fromEntries(reasons),
    custom: { ...file.custom },
  }
}

const orNull = (text: string) => text.trim() || null

/** What to send; `keys` tells which row each sent one is. Rows without a value are left out. */
export function bodyOf({ points, reasons, ...values }: Values): { body: Body; keys: string[] } {
  const sent = points.filter(({ value }) => value.trim() !== '')
  const keys = sent.map(({ key }) => key)
  const texts = Object.fromEntries(textFields.map((name) => [name, orNull(values[name])])) as Record<TextFieldName, string | null>
  const acceptedProblems = Object.fromEntries(
    Object.entries(reasons).flatMap(([field, reason]) => {
      const name = sentName(field, keys)
      return name && reason.trim() ? [[name, reason.trim()]] : []
    }),
  )
  return { keys, body: { ...values, ...texts, accessPoints: sent.map(sentPoint), acceptedProblems } }
}

function sentPoint({ key: _, consentHow, ...point }: PointValues): z.input<typeof accessPointInput> {
  const said = Object.entries(consentHow).flatMap(([purpose, how]) => (how.trim() ? [[purpose, how.trim()]] : []))
  return {
    ...point,
    ...(said.length > 0 && { consentHow: Object.fromEntries(said) as typeof consentHow }),
    value: point.value.trim(),
    label: orNull(point.label),
    preferredHours: orNull(point.preferredHours),
    postalCode: orNull(point.postalCode),
  }
}

function sentName(field: string, keys: readonly string[]): string | undefined {
  const key = field.startsWith('points.') ? field.slice('points.'.length) : undefined
  if (key === undefined) return field
  const index = keys.indexOf(key)
  return index === -1 ? undefined : `accessPoints.${index}`
}

/** The field of the form that the server speaks of: `accessPoints.2.value` is the row sent third. */
export function fieldOf(name: string, keys: readonly string[]): string {
  const index = /^accessPoints\.(\d+)/.exec(name)?.[1]
  const key = index === undefined ? undefined : keys[Number(index)]
  return key === undefined ? name : pointField(key)
}

/** Whether anything was typed or changed. */
export const isSame = (one: Values, other: Values): boolean => JSON.stringify(bodyOf(one).body) === JSON.stringify(bodyOf(other).body)

/** My changes upon a newer state of the file: what I did not touch is as the others left it. */
export function rebase(base: Values, mine: Values, theirs: Values): Values {
  const changed = (Object.keys(mine) as (keyof Values)[]).filter((name) => JSON.stringify(mine[name]) !== JSON.stringify(base[name]))
  const own = Object.entries(mine.custom).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(base.custom[key]))
  return {
    ...theirs,
    ...Object.fromEntries(changed.map((name) => [name, mine[name]])),
    custom: { ...theirs.custom, ...Object.fromEntries(own) },
  }
}
