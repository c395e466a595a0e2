import type { TimelineLine } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { writeAudit } from '../../identity/index.ts'
import { displayNameOf, nameOf } from './display-name.rules.ts'
import type { CustomValues, CustomerFile, FixedFields, ValueSource } from './file.types.ts'
import { takeCodes } from './files.queries.ts'
import { keepNewFiles } from './keep-files.ts'
import { settlePoints } from './settle-points.rules.ts'
import { mainPhoneOf, tidyAccessPoint, tidyFields } from './tidy.rules.ts'

/** A file that was opened some time ago, elsewhere. */
export interface PastFile {
  fields: FixedFields
  accessPoints: readonly Parameters<typeof tidyAccessPoint>[0][]
  unitId: string | null
  ownerId: string | null
  acceptedProblems: Record<string, string>
  createdAt: Date
  createdBy: string | null
  /** Values of the organisation's own fields, tidied already. */
  custom?: CustomValues
  /** Where its values come from; left out, from an import. */
  from?: ValueSource
}

/**
 * Opens many files at once, as of the moments given, and gives their ids in the same order. Values are tidied but not
 * doubted, and no rights are checked: the caller answers for both. Some hundreds a call.
 */
export async function loadFiles(context: Context, source: string, past: readonly PastFile[]): Promise<string[]> {
  if (past.length === 0) return []
  const codes = await takeCodes(context, past.length)
  const files = past.map((one, index) => fileOf(one, codes[index] ?? ''))
  await keepNewFiles(
    context,
    files.map((after, index) => ({ after, source: { by: past[index]?.createdBy ?? null, ...(past[index]?.from ?? { kind: 'import' }) } })),
  )
  await writeAudit(context, {
    action: 'customers.loaded',
    subjectType: 'customer',
    after: { source, count: files.length, firstCode: files[0]?.code },
  })
  const timeline = files.map((file, index) => openingLine(file, past[index]?.createdBy ?? null))
  await context.publish('customers.files-loaded', { source, count: files.length, timeline })
  return files.map(({ customerId }) => customerId)
}

function fileOf(
  { fields: given, accessPoints: points, createdAt, createdBy, from: _source, custom = {}, ...place }: PastFile,
  code: string,
): CustomerFile {
  const fields = tidyFields(given)
  const tidied = points.map((point) => tidyAccessPoint(point, newId(createdAt)))
  const accessPoints = settlePoints(tidied, { before: [], said: points, at: createdAt.toISOString(), by: createdBy })
  return {
    customerId: newId(createdAt),
    code,
    fields,
    accessPoints,
    displayName: displayNameOf({ fields, accessPoints }, code),
    mainPhone: mainPhoneOf(accessPoints),
    ...place,
    custom,
    provisional: nameOf(fields) === null,
    version: 1,
    createdAt,
    updatedAt: createdAt,
  }
}

const openingLine = ({ customerId, code, unitId, ownerId, createdAt }: CustomerFile, personId: string | null): TimelineLine => ({
  lineId: newId(createdAt),
  customerId,
  at: createdAt.toISOString(),
  kind: 'customer.created',
  personId,
  permission: 'customers.read',
  unitId,
  ownerId,
  accessClass: 'internal',
  subjectType: 'customer',
  subjectId: customerId,
  facts: { code },
})
