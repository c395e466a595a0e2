import { foldJoined } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import type { AccessPointRow, CustomerRow, NewAccessPoint } from '../customers.tables.ts'
import { sortNameOf } from './display-name.rules.ts'
import type { AccessPoint, CustomerFile, FixedFields, ValueSource } from './file.types.ts'

/** The columns of a file as it is now. */
export function customerColumns(file: CustomerFile) {
  const { fields } = file
  return {
    kind: fields.kind,
    first_name: fields.firstName,
    last_name: fields.lastName,
    father_name: fields.fatherName,
    organisation_name: fields.organisationName,
    national_code: fields.nationalCode,
    foreign_code: fields.foreignCode,
    company_national_id: fields.companyNationalId,
    registration_number: fields.registrationNumber,
    economic_code: fields.economicCode,
    province_id: fields.provinceId,
    county_id: fields.countyId,
    city_id: fields.cityId,
    district: fields.district,
    birth_date: fields.birthDate,
    gender: fields.gender,
    features: fields.features,
    photo_id: fields.photoId,
    display_name: file.displayName,
    sort_name: sortNameOf(file.displayName),
    name_joined: foldJoined(file.displayName),
    main_phone: file.mainPhone,
    unit_id: file.unitId,
    owner_id: file.ownerId,
    provisional: file.provisional,
    custom: JSON.stringify(file.custom),
    accepted_problems: JSON.stringify(file.acceptedProblems),
    version: file.version,
    updated_at: file.updatedAt,
  }
}

/** Where a new file comes from: the source of all its values that have not changed since. */
export const birthColumns = ({ actor }: Pick<Context, 'actor'>, source: ValueSource) => ({
  source_kind: source.kind,
  source_id: source.id ?? null,
  source_row: source.row ?? null,
  source_confidence: source.confidence ?? null,
  created_by: source.by === undefined ? actor.personId : source.by,
})

/** The columns of the fixed fields. */
type FixedColumns = Pick<
  CustomerRow,
  | 'kind'
  | 'first_name'
  | 'last_name'
  | 'father_name'
  | 'organisation_name'
  | 'national_code'
  | 'foreign_code'
  | 'company_national_id'
  | 'registration_number'
  | 'economic_code'
  | 'province_id'
  | 'county_id'
  | 'city_id'
  | 'district'
  | 'birth_date'
  | 'gender'
  | 'features'
  | 'photo_id'
>

export const fieldsFrom = (row: FixedColumns): FixedFields => ({
  kind: row.kind,
  firstName: row.first_name,
  lastName: row.last_name,
  fatherName: row.father_name,
  organisationName: row.organisation_name,
  nationalCode: row.national_code,
  foreignCode: row.foreign_code,
  companyNationalId: row.company_national_id,
  registrationNumber: row.registration_number,
  economicCode: row.economic_code,
  provinceId: row.province_id,
  countyId: row.county_id,
  cityId: row.city_id,
  district: row.district,
  birthDate: row.birth_date,
  gender: row.gender,
  features: row.features,
  photoId: row.photo_id,
})

export const fileFrom = (row: CustomerRow, points: readonly AccessPointRow[]): CustomerFile => ({
  customerId: row.customer_id,
  code: row.code,
  fields: fieldsFrom(row),
  accessPoints: points.map(accessPointFrom),
  displayName: row.display_name,
  mainPhone: row.main_phone,
  unitId: row.unit_id,
  ownerId: row.owner_id,
  provisional: row.provisional,
  custom: row.custom,
  acceptedProblems: row.accepted_problems,
  version: row.version,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

export const accessPointColumns = (customerId: string, point: AccessPoint, position: number): NewAccessPoint => ({
  customer_id: customerId,
  id: point.id,
  position,
  kind: point.kind,
  value: point.value,
  digits: point.digits,
  phone_tail: point.phoneTail,
  label: point.label,
  preferred_hours: point.preferredHours,
  is_primary: point.primary,
  verified: point.verified,
  consents: JSON.stringify(point.consents),
  postal_code: point.postalCode,
  city_id: point.cityId,
  network: point.network,
  verified_at: point.verifiedAt,
  verified_by: point.verifiedBy,
  consent_facts: JSON.stringify(point.consentFacts),
})

const accessPointFrom = (row: AccessPointRow): AccessPoint => ({
  id: row.id,
  kind: row.kind,
  value: row.value,
  digits: row.digits,
  phoneTail: row.phone_tail,
  label: row.label,
  preferredHours: row.preferred_hours,
  primary: row.is_primary,
  verified: row.verified,
  consents: row.consents,
  postalCode: row.postal_code,
  cityId: row.city_id,
  network: row.network,
  verifiedAt: row.verified_at?.toISOString() ?? null,
  verifiedBy: row.verified_by,
  consentFacts: row.consent_facts,
})
