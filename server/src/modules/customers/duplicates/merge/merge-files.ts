import type { BodyOf, TimelineLine, contract } from '@parvandeh/contract'
import type { Context } from '../../../../platform/context.ts'
import { AppError } from '../../../../platform/failure.ts'
import { newId } from '../../../../platform/ids.ts'
import { mayReach, writeAudit } from '../../../identity/index.ts'
import { reckonByIds } from '../../consistency/look-through.ts'
import { isErasureWaiting } from '../../erasure/erasure.queries.ts'
import { auditedParts } from '../../files/audited-parts.rules.ts'
import type { AccessPoint, CustomerFile } from '../../files/file.types.ts'
import { readFields } from '../../fields/fields.queries.ts'
import { moveOwnTimeline } from '../../files/files.queries.ts'
import { keepChangedFiles, sourceOf } from '../../files/keep-files.ts'
import { presentFile } from '../../files/present-file.ts'
import { insertLines } from '../../timeline/timeline.queries.ts'
import { lockTwoFiles } from '../require-two-files.ts'
import { announceMerge } from './announce-merge.ts'
import { joiningPoints, takenFields } from './choose-fields.rules.ts'
import type { MergeField } from './choose-fields.rules.ts'
import { insertMerge, lockMergedInto, recountLastContact, setMergedInto } from './merge.queries.ts'
import { madeFile, valuesOf } from './merged-file.rules.ts'
import { takeOverSearchRows } from './merged-rows.queries.ts'

type Asked = BodyOf<typeof contract.duplicates.merge>

const undoDays = 90

/**
 * Merges another file into this one. Rows stay with the ids that they came by; from now on this file is read together
 * with them, and found by all that found the other. While one of them waits to be erased, neither what is to go nor what
 * is to stay may come to be in the other.
 */
export async function mergeFiles(context: Context, customerId: string, asked: Asked) {
  const [file, other] = await lockTwoFiles(context, customerId, asked.otherId)
  if (file.version !== asked.version || other.version !== asked.otherVersion) throw new AppError('changed-meanwhile')
  if (file.fields.kind !== other.fields.kind) throw new AppError('files-merge-refused')
  if (await isErasureWaiting(context, [customerId, other.customerId])) throw new AppError('erasure-waits')
  const taken = takenFields(file, other, asked.take as MergeField[], context.actor.fieldClasses)
  if (!taken) throw new AppError('not-permitted')
  const points = joiningPoints(file, other, asked.leave, context.actor.fieldClasses).map((point) => joining(context, file, point))
  const custom = await lackingCustom(context, file, other)
  const after = unite(context, file, other, taken, points, custom)
  if (!mayReach(context.actor, 'customers.write', after)) throw new AppError('not-permitted')
  await keepChangedFiles(context, [{ before: file, after, source: sourceOf(context.actor) }])
  await moveOwnTimeline(context, after)
  await join(context, { file, other, after, taken, custom })
  return { ...(await presentFile(context, after)), mergedFrom: null, mergedCount: 1 }
}

/** Values of the organisation's own fields that only the other has; one that no two files may hold stays with it. */
async function lackingCustom(context: Context, file: CustomerFile, other: CustomerFile): Promise<CustomerFile['custom']> {
  const lacking = Object.entries(other.custom).filter(([key]) => file.custom[key] === undefined || file.custom[key] === null)
  if (lacking.length === 0) return {}
  const unique = new Set((await readFields(context)).filter((field) => field.is_unique).map(({ key }) => key))
  return Object.fromEntries(lacking.filter(([key]) => !unique.has(key)))
}

/** A way of access as it comes along: under an id of its own, and second to the one that is called first. */
const joining = (context: Context, file: CustomerFile, point: AccessPoint): AccessPoint & { was: string } => ({
  ...point,
  id: newId(context.now),
  was: point.id,
  primary: point.primary && !file.accessPoints.some(({ kind, primary }) => primary && kind === point.kind),
})

function unite(
  context: Context,
  file: CustomerFile,
  other: CustomerFile,
  taken: readonly MergeField[],
  points: readonly (AccessPoint & { was: string })[],
  custom: CustomerFile['custom'],
): CustomerFile {
  const reasons = Object.entries(other.acceptedProblems).flatMap(([key, reason]): [string, string][] => {
    const point = points.find(({ was }) => key === `accessPoints.${was}`)
    if (point) return [[`accessPoints.${point.id}`, reason]]
    return taken.includes(key as MergeField) ? [[key, reason]] : []
  })
  const made = {
    values: valuesOf(other, taken),
    accessPoints: [...file.accessPoints, ...points.map(({ was: _was, ...point }) => point)],
    acceptedProblems: { ...file.acceptedProblems, ...Object.fromEntries(reasons) },
    custom: { ...file.custom, ...custom },
    provisional: file.provisional && other.provisional,
  }
  return madeFile(file, made, context.now)
}

interface Joining {
  file: CustomerFile
  other: CustomerFile
  after: CustomerFile
  taken: readonly MergeField[]
  custom: CustomerFile['custom']
}

async function join(context: Context, { file, other, after, taken, custom }: Joining): Promise<void> {
  const { customerId } = file
  const mergeId = newId(context.now)
  const carried = await lockMergedInto(context, other.customerId)
  await setMergedInto(context, [other.customerId, ...carried], customerId)
  const searchRows = await takeOverSearchRows(context, other.customerId, after)
  await recountLastContact(context, [customerId])
  await reckonByIds(context, [customerId])
  const points = after.accessPoints.slice(file.accessPoints.length)
  const ownFields = (values: CustomerFile['custom']) =>
    Object.fromEntries(Object.keys(custom).map((key) => [`custom.${key}`, values[key] ?? null]))
  const place = (one: CustomerFile) => ({ provisional: one.provisional, acceptedProblems: one.acceptedProblems })
  await insertMerge(context, {
    customer_id: customerId,
    id: mergeId,
    merged_id: other.customerId,
    at: context.now,
    by: context.actor.personId,
    undo_until: new Date(context.now.getTime() + undoDays * 86_400_000),
    before: { ...Object.fromEntries(valuesOf(file, taken)), ...ownFields(file.custom), ...place(file) },
    after: { ...Object.fromEntries(valuesOf(after, taken)), ...ownFields(after.custom), ...place(after) },
    points,
    search_rows: searchRows,
    carried,
  })
  await insertLines(context, [lineOf(context, mergeId, after, other)], () => after.version)
  await writeAudit(context, {
    action: 'customer.merged',
    subjectType: 'customer',
    subjectId: customerId,
    customerId,
    before: auditedParts(file, after).before,
    after: { ...auditedParts(file, after).after, merged: other.customerId, mergedCode: other.code, points: points.length },
  })
  await announceMerge(context, [after, other], carried)
}

/** The line is written here and not upon the event: when the merge is taken back at once, it must not come later. */
const lineOf = (context: Context, mergeId: string, file: CustomerFile, other: CustomerFile): TimelineLine => ({
  lineId: mergeId,
  customerId: file.customerId,
  at: context.now.toISOString(),
  kind: 'customer.merged',
  personId: context.actor.personId,
  permission: 'customers.read',
  unitId: file.unitId,
  ownerId: file.ownerId,
  accessClass: 'internal',
  subjectType: 'customer',
  subjectId: file.customerId,
  facts: { code: other.code, mergedId: other.customerId },
})
