import type { AccessClass } from '@parvandeh/contract'
import type { WrittenCard } from '../../../platform/tabular/index.ts'
import type { FixedField } from '../files/file.types.ts'
import { accessPointClass } from '../files/search-rows.rules.ts'
import { classOfField } from '../files/tidy.rules.ts'
import type { ExportedFile } from './export-columns.ts'

/** A file as a contact, with what its reader may read. */
export function cardOf(
  { row, fields, access }: ExportedFile,
  classes: ReadonlySet<AccessClass>,
  cities: ReadonlyMap<number, string>,
): WrittenCard {
  const may = (field: FixedField) => classes.has(classOfField(field))
  const points = classes.has(accessPointClass) ? access : []
  const isPhone = (kind: string): kind is 'mobile' | 'phone' | 'fax' => kind === 'mobile' || kind === 'phone' || kind === 'fax'
  const valuesOf = (kind: string) => points.filter((point) => point.kind === kind)
  return {
    uid: row.customer_id,
    isOrganisation: fields.kind === 'organisation',
    fullName: row.shown_name,
    firstName: fields.firstName,
    lastName: fields.lastName,
    organisation: fields.organisationName,
    birthday: may('birthDate') ? fields.birthDate : null,
    gender: may('gender') ? fields.gender : null,
    phones: points.flatMap(({ kind, value, label }) => (isPhone(kind) ? [{ kind, value, label }] : [])),
    emails: valuesOf('email'),
    addresses: valuesOf('address').map(({ value, label, postal_code: postalCode, city_id: cityId }) => ({
      value,
      label,
      postalCode,
      city: (cityId !== null && cities.get(cityId)) || (may('cityId') ? row.city : null),
      province: may('provinceId') ? row.province : null,
    })),
    websites: valuesOf('website').map(({ value }) => value),
    messengers: valuesOf('social').map(({ value }) => value),
  }
}
