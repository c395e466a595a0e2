import type { CustomerFile } from '../files/file.types.ts'

/** Shorter words stand in too many other people's rows. */
const shortest = 5

/** What nobody else is known by: a last name alone is also that of relatives and strangers. */
export const exactWordsOf = (file: CustomerFile, externalKeys: readonly string[]): string[] => {
  const { lastName } = file.fields
  return wordsOf(file, externalKeys).filter((word) => word !== lastName || word === file.displayName)
}

/** By which a customer is known in rows that no id ties to them: names in full, codes, numbers, addresses, keys of other systems. */
export function wordsOf(file: CustomerFile, externalKeys: readonly string[]): string[] {
  const { fields } = file
  const said = [
    file.displayName,
    fields.lastName,
    fields.organisationName,
    fields.nationalCode,
    fields.foreignCode,
    fields.companyNationalId,
    fields.registrationNumber,
    fields.economicCode,
    ...file.accessPoints.flatMap((point) => [point.value, point.digits]),
    ...externalKeys,
  ]
  return [...new Set(said.filter((word): word is string => word !== null && word.length >= shortest))]
}
