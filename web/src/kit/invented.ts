import type { DescribedField } from '@parvandeh/contract'

/** A way to reach somebody of which nothing more is said than its kind and value, which are to be added. */
export const plainPoint = {
  label: null,
  preferredHours: null,
  primary: false,
  verified: false,
  consents: {},
  postalCode: null,
  cityId: null,
  network: null,
  verifiedAt: null,
  verifiedBy: null,
  consentFacts: {},
}

/** The last name, as the catalogue of fields tells of it. */
export const lastNameField: DescribedField = {
  key: 'lastName',
  type: 'text',
  label: { fa: 'نام خانوادگی', en: 'Last name' },
  group: 'names',
  accessClass: 'public',
  kinds: ['person'],
  custom: false,
  choices: null,
  operators: ['equals', 'contains'],
  sortable: false,
  exportable: true,
  importable: true,
}
