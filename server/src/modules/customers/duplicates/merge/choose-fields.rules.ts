import { mergeableFields } from '@parvandeh/contract'
import type { AccessClass } from '@parvandeh/contract'
import { foldJoined } from '@parvandeh/contract/persian'
import type { AccessPoint, CustomerFile, FixedField } from '../../files/file.types.ts'
import { accessPointClass } from '../../files/search-rows.rules.ts'
import { classOfField } from '../../files/tidy.rules.ts'

/** A field that is taken from the one file or the other: of who the customer is, or who works on the file. */
export type MergeField = Exclude<FixedField, 'kind'> | 'unitId' | 'ownerId'

export const valueOf = (file: CustomerFile, field: MergeField): unknown =>
  field === 'unitId' || field === 'ownerId' ? file[field] : file.fields[field]

const fieldsOf = (file: CustomerFile): MergeField[] =>
  [...(Object.keys(file.fields) as FixedField[]).filter((field) => field !== 'kind'), 'unitId', 'ownerId'] as MergeField[]

/** Fields in the order in which a form has them, and what else a merge changes after them. */
export const inOrder = (fields: readonly string[]): string[] => fields.toSorted((a, b) => placeOf(a) - placeOf(b))

const placeOf = (field: string): number => {
  const place = (mergeableFields as readonly string[]).indexOf(field)
  return place === -1 ? mergeableFields.length : place
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''

/** Fields that the file lacks and the other has. */
export const lackingFields = (file: CustomerFile, other: CustomerFile): MergeField[] =>
  fieldsOf(file).filter((field) => isEmpty(valueOf(file, field)) && !isEmpty(valueOf(other, field)))

/** Which of two would better be left: the one known better; of equals the one opened earlier. */
export function betterOf(a: CustomerFile, b: CustomerFile): [left: CustomerFile, merged: CustomerFile] {
  const weight = (file: CustomerFile) =>
    fieldsOf(file).filter((field) => !isEmpty(valueOf(file, field))).length + file.accessPoints.length - (file.provisional ? 100 : 0)
  const isFirst = weight(a) === weight(b) ? a.createdAt <= b.createdAt : weight(a) > weight(b)
  return isFirst ? [a, b] : [b, a]
}

/**
 * The fields that are taken: those asked for, and of those that the actor may not read the ones that would else be
 * lost from sight. Undefined when somebody asks for a field that they may not read.
 */
export function takenFields(
  file: CustomerFile,
  other: CustomerFile,
  asked: readonly MergeField[],
  classes: ReadonlySet<AccessClass>,
): MergeField[] | undefined {
  const mayRead = (field: MergeField) => field === 'unitId' || field === 'ownerId' || classes.has(classOfField(field))
  if (!asked.every(mayRead)) return undefined
  const unseen = lackingFields(file, other).filter((field) => !mayRead(field))
  return [...new Set([...asked, ...unseen])].filter((field) => valueOf(file, field) !== valueOf(other, field))
}

/** Ways of access of the other that come along: those that the file has not got, but for those left behind. */
export function joiningPoints(
  file: CustomerFile,
  other: CustomerFile,
  leave: readonly string[],
  classes: ReadonlySet<AccessClass>,
): AccessPoint[] {
  const known = new Set(file.accessPoints.map(wordOf))
  const isLeft = (id: string) => classes.has(accessPointClass) && leave.includes(id)
  return other.accessPoints.filter((point) => !known.has(wordOf(point)) && !isLeft(point.id))
}

const wordOf = ({ kind, value, digits, postalCode }: AccessPoint): string =>
  digits === null ? `${kind} ${foldJoined(value)} ${postalCode ?? ''}` : digits
