import type { customerFields, customerRoutes, ResponseOf } from '@parvandeh/contract'

export type CustomerFile = ResponseOf<typeof customerRoutes.show>
export type FixedField = keyof typeof customerFields.shape
type Group = 'identity' | 'place'

const groups: Record<CustomerFile['kind'] & string, Record<Group, readonly FixedField[]>> = {
  person: {
    identity: ['firstName', 'lastName', 'fatherName', 'nationalCode', 'foreignCode', 'birthDate', 'gender', 'economicCode', 'features'],
    place: ['provinceId', 'countyId', 'cityId', 'district'],
  },
  organisation: {
    identity: ['organisationName', 'companyNationalId', 'registrationNumber', 'economicCode'],
    place: ['provinceId', 'countyId', 'cityId', 'district'],
  },
}

/** What need not be asked for, given the others: a city says where it lies, and one of two codes is enough. */
function isNotAsked(field: FixedField, isKnown: (field: FixedField) => boolean): boolean {
  if (field === 'provinceId' || field === 'countyId' || field === 'foreignCode') return true
  return field === 'nationalCode' && isKnown('foreignCode')
}

interface FactsOfFile {
  groups: { group: Group; fields: FixedField[] }[]
  withheld: FixedField[]
  missing: FixedField[]
}

/** The fixed facts of a file in their groups: those known, those withheld from the reader, and those not asked yet. */
export function fixedFacts(file: CustomerFile): FactsOfFile {
  const withheld = new Set(file.withheld)
  const isKnown = (field: FixedField) => file[field] !== null && file[field] !== undefined && file[field] !== ''
  const kinds = groups[file.kind ?? 'person']
  const all = Object.values(kinds).flat()
  return {
    groups: (Object.keys(kinds) as Group[])
      .map((group) => ({ group, fields: kinds[group].filter(isKnown) }))
      .filter(({ fields }) => fields.length > 0),
    withheld: all.filter((field) => withheld.has(field)),
    missing: all.filter((field) => !withheld.has(field) && !isKnown(field) && !isNotAsked(field, isKnown)),
  }
}
