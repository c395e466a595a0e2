import { conditionHolds } from '@parvandeh/contract'
import type { FieldRow } from '../customers.tables.ts'
import type { CustomerFile, FixedFields } from '../files/file.types.ts'

type Kind = FixedFields['kind']

/** How much each field of a kind counts, by its key in the catalogue; what is not named counts nothing. */
export type Weights = Readonly<Record<Kind, ReadonlyMap<string, number>>>

/** How much fields count until the organisation says otherwise: by whom one knows them, then how to reach them, then where they are. */
export const defaultWeights: Readonly<Record<Kind, Readonly<Record<string, number>>>> = {
  person: { lastName: 3, firstName: 2, mobile: 3, nationalCode: 2, cityId: 2, address: 2, birthDate: 1, gender: 1, email: 1 },
  organisation: {
    organisationName: 3,
    phone: 3,
    companyNationalId: 2,
    cityId: 2,
    address: 2,
    economicCode: 1,
    registrationNumber: 1,
    email: 1,
  },
}

/** One of the organisation's own fields counts a little, and one that must be filled as much as a name. */
export const defaultWeight = (kind: Kind, key: string, own: Pick<FieldRow, 'required' | 'kinds'> | undefined): number =>
  own ? (own.kinds.includes(kind) ? (own.required ? 3 : 1) : 0) : (defaultWeights[kind][key] ?? 0)

const access = new Set<string>(['mobile', 'phone', 'email', 'address', 'social', 'fax', 'website'])

type Facts = Pick<CustomerFile, 'fields' | 'accessPoints' | 'custom'>

/** Whether a file holds something in a field of the catalogue. */
export function isFilled({ fields, accessPoints, custom }: Facts, key: string): boolean {
  if (key.startsWith('x.')) return custom[key.slice(2)] !== undefined
  if (access.has(key)) return accessPoints.some((point) => point.kind === key || (key === 'phone' && point.kind === 'mobile'))
  const value = fields[key as keyof FixedFields]
  return value !== null && value !== undefined && value !== ''
}

/** Whether a file could hold it: of its kind, and not left out of its form by what else it says. */
export function isAsked(file: Facts, key: string, own: ReadonlyMap<string, FieldRow>, today: string): boolean {
  const field = own.get(key)
  if (!field) return !key.startsWith('x.')
  if (!field.kinds.includes(file.fields.kind)) return false
  if (field.visible_when === null) return true
  const form = { ...file.fields, ...Object.fromEntries(Object.entries(file.custom).map(([name, value]) => [`x.${name}`, value])) }
  return conditionHolds(field.visible_when, form, today)
}

/** The weight of what a file holds among the weight of all that it could hold, 0 to 1; null where nothing counts. */
export function completenessOf(file: Facts, weights: Weights, own: ReadonlyMap<string, FieldRow>, today: string): number | null {
  let [held, whole] = [0, 0]
  for (const [key, weight] of weights[file.fields.kind]) {
    if (weight === 0 || !isAsked(file, key, own, today)) continue
    whole += weight
    if (isFilled(file, key)) held += weight
  }
  return whole === 0 ? null : held / whole
}
