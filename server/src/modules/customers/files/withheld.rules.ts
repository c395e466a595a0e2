import { customerFields } from '@parvandeh/contract'
import type { AccessClass } from '@parvandeh/contract'
import type { FileFacts, FixedField, FixedFields } from './file.types.ts'
import { accessPointClass } from './search-rows.rules.ts'
import { classOfField } from './tidy.rules.ts'

const allFields = Object.keys(customerFields.shape) as FixedField[]

/** Names of what a reader of these classes may not see. Whether it holds a value is not told either. */
export function withheldFrom(classes: ReadonlySet<AccessClass>): (FixedField | 'accessPoints')[] {
  const fields = allFields.filter((field) => !classes.has(classOfField(field)))
  return classes.has(accessPointClass) ? fields : [...fields, 'accessPoints']
}

/** The fields that may be shown. */
export function readableFields(fields: FixedFields, classes: ReadonlySet<AccessClass>): Partial<FixedFields> {
  return Object.fromEntries(allFields.filter((field) => classes.has(classOfField(field))).map((field) => [field, fields[field]]))
}

/** Delicate fields that hold a value and may be shown: reading them is put on record. */
export const delicateFields = (fields: FixedFields, classes: ReadonlySet<AccessClass>): FixedField[] =>
  allFields.filter(
    (field) => ['sensitive', 'financial'].includes(classOfField(field)) && classes.has(classOfField(field)) && fields[field] !== null,
  )

/** What was not shown comes back empty: that does not mean it was emptied. */
export function keepWithheld(before: FileFacts, given: FileFacts, classes: ReadonlySet<AccessClass>): FileFacts {
  const fields: Record<string, unknown> = { ...given.fields }
  const withheld = withheldFrom(classes)
  for (const field of withheld) if (field !== 'accessPoints') fields[field] ??= before.fields[field]
  const keepPoints = withheld.includes('accessPoints') && given.accessPoints.length === 0
  return { fields: fields as FixedFields, accessPoints: keepPoints ? before.accessPoints : given.accessPoints }
}
