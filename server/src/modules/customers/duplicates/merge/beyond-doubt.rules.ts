import type { CustomerFile } from '../../files/file.types.ts'
import { comparedFile } from '../compared-file.rules.ts'
import type { ComparedFile } from '../compared-file.rules.ts'
import { compareFiles } from '../score.rules.ts'

/**
 * Whether two files may be merged without anybody looking, whatever likelihood is asked of pairs that are shown: the
 * code of the person or organisation is there in both and the same, the names are the same letter by sound, and nothing
 * else that tells customers apart differs. Both are seen by the same people, so that nobody comes to read more or less
 * than before.
 */
export function isBeyondDoubt(one: CustomerFile, other: CustomerFile): boolean {
  const [a, b] = [comparedFile(one), comparedFile(other)]
  if (compareFiles(a, b).veto !== null) return false
  return isIdentified(a, b) && isNamedAlike(a, b) && tellingFields.every((field) => agrees(a[field], b[field])) && isSeenAlike(one, other)
}

const tellingFields = [
  'nationalCode',
  'foreignCode',
  'companyNationalId',
  'registrationNumber',
  'economicCode',
  'birthDate',
  'gender',
] as const

const isIdentified = (a: ComparedFile, b: ComparedFile): boolean =>
  a.kind === 'person' ? isSame(a.nationalCode, b.nationalCode) : isSame(a.companyNationalId, b.companyNationalId)

function isNamedAlike(a: ComparedFile, b: ComparedFile): boolean {
  if (a.kind === 'person') return a.first !== '' && a.first === b.first && a.last === b.last && agrees(a.father || null, b.father || null)
  const [one, other] = [a.organisation, b.organisation]
  return one.core !== '' && one.core === other.core && one.branch === other.branch && one.numbers === other.numbers
}

/** The unit is one, and who is responsible too, where both files have somebody. */
const isSeenAlike = (a: CustomerFile, b: CustomerFile): boolean => a.unitId === b.unitId && agrees(a.ownerId, b.ownerId)

const isSame = (a: string | null, b: string | null): boolean => a !== null && a === b

const agrees = (a: string | null, b: string | null): boolean => a === null || b === null || a === b
