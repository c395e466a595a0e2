import { displayNameOf, nameOf } from '../../files/display-name.rules.ts'
import type { AccessPoint, CustomerFile } from '../../files/file.types.ts'
import { mainPhoneOf, tidyFields } from '../../files/tidy.rules.ts'
import { valueOf } from './choose-fields.rules.ts'
import type { MergeField } from './choose-fields.rules.ts'

/** What a merge or its undoing makes of a file: these values, and these ways of access. */
export interface Made {
  values: ReadonlyMap<MergeField, unknown>
  accessPoints: AccessPoint[]
  acceptedProblems: Record<string, string>
  custom: CustomerFile['custom']
  provisional: boolean
}

/** The file with other values, called and reached by what it has now. */
export function madeFile(
  file: CustomerFile,
  { values, accessPoints, acceptedProblems, provisional, custom }: Made,
  now: Date,
): CustomerFile {
  const { unitId = file.unitId, ownerId = file.ownerId, ...given } = Object.fromEntries(values) as Partial<CustomerFile>
  const fields = tidyFields({ ...file.fields, ...given })
  return {
    ...file,
    fields,
    unitId,
    ownerId,
    accessPoints,
    acceptedProblems,
    custom,
    provisional: provisional || nameOf(fields) === null,
    displayName: displayNameOf({ fields, accessPoints }, file.code),
    mainPhone: mainPhoneOf(accessPoints),
    version: file.version + 1,
    updatedAt: now,
  }
}

/** Values of these fields. */
export const valuesOf = (file: CustomerFile, fields: readonly MergeField[]): Map<MergeField, unknown> =>
  new Map(fields.map((field) => [field, valueOf(file, field)]))
