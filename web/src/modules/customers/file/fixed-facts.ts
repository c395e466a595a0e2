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

/** Who has a national code is not asked for that of foreign nationals, nor the other way round. */
const insteadOf: Partial<Record<FixedField, FixedField>> = { foreignCode: 'nationalCode', nationalCode: 'foreignCode' }

/** The fixed facts of a file in their groups: those known, those withheld from the reader, and those not asked yet. */
export function fixedFacts(file: CustomerFile): { groups: { group: Group; fields: FixedField[] }[]; missing: FixedField[] } {
  const withheld = new Set(file.withheld)
  const isKnown = (field: FixedField) => file[field] !== null && file[field] !== undefined && file[field] !== ''
  const kinds = groups[file.kind ?? 'person']
  const missing = Object.values(kinds)
    .flat()
    .filter((field) => !withheld.has(field) && !isKnown(field) && !isAnsweredByOther(field))
  function isAnsweredByOther(field: FixedField) {
    const other = insteadOf[field]
    // The plain national code is asked for while neither is known.
    return other !== undefined && (isKnown(other) || (field === 'foreignCode' && !withheld.has('foreignCode')))
  }
  return {
    groups: (Object.keys(kinds) as Group[])
      .map((group) => ({ group, fields: kinds[group].filter((field) => withheld.has(field) || isKnown(field)) }))
      .filter(({ fields }) => fields.length > 0),
    missing,
  }
}
