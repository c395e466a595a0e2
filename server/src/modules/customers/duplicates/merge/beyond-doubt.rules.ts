import type { ComparedFile } from '../compared-file.rules.ts'

/**
 * Whether two files may be merged without anybody looking: the code of the person or organisation is there in both and
 * the same, the names are the same letter by sound, and nothing else that tells customers apart differs.
 */
export function isBeyondDoubt(a: ComparedFile, b: ComparedFile): boolean {
  if (a.kind !== b.kind) return false
  const agrees = (field: 'nationalCode' | 'foreignCode' | 'companyNationalId' | 'registrationNumber' | 'economicCode' | 'birthDate') =>
    a[field] === null || b[field] === null || a[field] === b[field]
  const isIdentified = a.kind === 'person' ? isSame(a.nationalCode, b.nationalCode) : isSame(a.companyNationalId, b.companyNationalId)
  const isNamed =
    a.kind === 'person'
      ? a.first !== '' && a.first === b.first && a.last === b.last && (a.father === '' || b.father === '' || a.father === b.father)
      : a.organisation.core === b.organisation.core &&
        a.organisation.branch === b.organisation.branch &&
        a.organisation.numbers === b.organisation.numbers
  const others = ['nationalCode', 'foreignCode', 'companyNationalId', 'registrationNumber', 'economicCode', 'birthDate'] as const
  return isIdentified && isNamed && others.every(agrees)
}

const isSame = (a: string | null, b: string | null): boolean => a !== null && a === b
