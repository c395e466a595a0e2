import type { AccessClass, CustomerTarget } from '@parvandeh/contract'
import { classOfField } from '../../../customers/index.ts'
import type { FixedField, OwnField } from '../../../customers/index.ts'

const ofPlaces: Partial<Record<CustomerTarget, FixedField>> = { province: 'provinceId', county: 'countyId', city: 'cityId' }
const publicTargets: readonly string[] = ['code', 'kind', 'fullName', 'unit', 'owner'] satisfies CustomerTarget[]

/** The access class of what a column of a file of customers is mapped to. */
export function classOfColumn(to: string, own: readonly OwnField[]): AccessClass {
  const field = own.find(({ key }) => `x.${key}` === to)
  if (field) return field.access_class
  if (publicTargets.includes(to)) return 'public'
  // Keys of other systems and ways to reach are of the class that fields have which nothing is said of.
  return classOfField((ofPlaces[to as CustomerTarget] ?? to) as FixedField)
}
