import type { FixedFields } from './file.types.ts'

/** The fixed fields of a person who has told nothing yet. */
export const nothingKnown: FixedFields = {
  kind: 'person',
  firstName: null,
  lastName: null,
  fatherName: null,
  organisationName: null,
  nationalCode: null,
  foreignCode: null,
  companyNationalId: null,
  registrationNumber: null,
  economicCode: null,
  provinceId: null,
  countyId: null,
  cityId: null,
  district: null,
  birthDate: null,
  gender: null,
  features: null,
  photoId: null,
}
