import type { AnswerOf, contract } from '@parvandeh/contract'
import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../../../platform/context.ts'
import { AppError } from '../../../../platform/failure.ts'
import { mayReach, requireReach, writeAudit } from '../../../identity/index.ts'
import { reckonByIds } from '../../consistency/look-through.ts'
import type { MergeRow } from '../duplicates.tables.ts'
import { auditedParts } from '../../files/audited-parts.rules.ts'
import type { AccessPoint, CustomerFile } from '../../files/file.types.ts'
import { lockFile, moveOwnTimeline } from '../../files/files.queries.ts'
import { keepChangedFiles, sourceOf } from '../../files/keep-files.ts'
import { tellApart } from '../decide-pair.ts'
import { markDue } from '../keys.queries.ts'
import { announceMerge } from './announce-merge.ts'
import { inOrder, valueOf } from './choose-fields.rules.ts'
import type { MergeField } from './choose-fields.rules.ts'
import { deleteMerge, lockMerge, recountLastContact, setMergedInto } from './merge.queries.ts'
import { madeFile } from './merged-file.rules.ts'
import { giveBackSearchRows } from './merged-rows.queries.ts'

type Answer = AnswerOf<typeof contract.duplicates.undoMerge>

/**
 * Takes a merge back: the other file is by itself again, with all that came by its id. What the merge changed in the
 * file that is left is put back where nobody changed it since; the rest stays and is told. Whoever parts two files says
 * that they are two customers, else what merges by itself would merge them again.
 */
export async function undoMerge(context: Context, customerId: string, mergeId: string): Promise<Answer> {
  const merge = await lockMerge(context, customerId, mergeId)
  const [file, other] = await lockParted(context, customerId, merge?.merged_id)
  if (!merge || !other) throw new AppError('not-found')
  if (file.gone) throw new AppError('later-merge-first')
  if (!mayReach(context.actor, 'customers.write', file) || !mayReach(context.actor, 'customers.write', other))
    throw new AppError('not-permitted')
  if (merge.undo_until < context.now) throw new AppError('undo-too-late')
  const { after, restored, kept } = putBack(context, file, merge)
  if (!mayReach(context.actor, 'customers.write', after)) throw new AppError('not-permitted')
  if (restored.length > 0) {
    await keepChangedFiles(context, [{ before: file, after, source: sourceOf(context.actor) }])
    await moveOwnTimeline(context, after)
  }
  await part(context, merge, { file, after, other })
  return { customerId: merge.merged_id, restored: inOrder(restored.filter(isShown)), kept: inOrder(kept.filter(isShown)) }
}

const isShown = (field: string): boolean => field !== 'acceptedProblems'

const customPrefix = 'custom.'
const keyOf = (field: string): string => field.slice(customPrefix.length)

type Locked = CustomerFile & { gone: boolean }

/** Both files, held in one order always. A file out of sight is not there. */
async function lockParted(context: Context, customerId: string, mergedId: string | undefined): Promise<[Locked, CustomerFile | undefined]> {
  const locked = new Map<string, Locked>()
  for (const id of [customerId, ...(mergedId === undefined ? [] : [mergedId])].toSorted()) {
    const found = await lockFile(context, id)
    if (found) locked.set(id, found)
  }
  const file = locked.get(customerId)
  requireReach(context.actor, 'customers.read', file)
  if (!file) throw new AppError('not-found')
  return [file, mergedId === undefined ? undefined : locked.get(mergedId)]
}

function putBack(context: Context, file: Locked, { before, after, points }: MergeRow) {
  const { gone: _gone, ...now } = file
  const own = { provisional: now.provisional, acceptedProblems: now.acceptedProblems } as Record<string, unknown>
  const current = (field: string) =>
    field in own ? own[field] : field.startsWith(customPrefix) ? (now.custom[keyOf(field)] ?? null) : valueOf(now, field as MergeField)
  const isAsMerged = (field: string) => isDeepStrictEqual(current(field), after[field])
  const changed = Object.keys(after).filter((field) => !isDeepStrictEqual(before[field], after[field]))
  const restored = changed.filter(isAsMerged)
  const came = new Map(points.map((point) => [point.id, point]))
  // As they come back from the database, where what is undefined is not kept.
  const plain = (point: AccessPoint | undefined) => JSON.parse(JSON.stringify(point ?? null)) as unknown
  const isUntouched = (point: AccessPoint) => isDeepStrictEqual(plain(point), plain(came.get(point.id)))
  const gonePoints = now.accessPoints.filter(isUntouched)
  const keptPoints = now.accessPoints.filter((point) => came.has(point.id) && !isUntouched(point))
  const back = (field: string) => (restored.includes(field) ? before[field] : current(field))
  const made = {
    values: new Map(
      restored.filter((field) => !(field in own) && !field.startsWith(customPrefix)).map((field) => [field as MergeField, before[field]]),
    ),
    accessPoints: now.accessPoints.filter((point) => !gonePoints.includes(point)),
    acceptedProblems: back('acceptedProblems') as Record<string, string>,
    provisional: Boolean(back('provisional')),
    custom: Object.fromEntries(Object.entries(now.custom).filter(([key]) => !restored.includes(customPrefix + key))),
  }
  const isChanged = restored.length + gonePoints.length > 0
  return {
    after: isChanged ? madeFile(now, made, context.now) : now,
    restored: [...restored, ...(gonePoints.length > 0 ? ['accessPoints'] : [])],
    kept: [...changed.filter((field) => !isAsMerged(field)), ...(keptPoints.length > 0 ? ['accessPoints'] : [])],
  }
}

async function part(
  context: Context,
  merge: MergeRow,
  { file, after, other }: { file: CustomerFile; after: CustomerFile; other: CustomerFile },
): Promise<void> {
  const { customerId } = file
  await setMergedInto(context, [merge.merged_id], null)
  await setMergedInto(context, merge.carried, merge.merged_id)
  await giveBackSearchRows(context, merge)
  await deleteMerge(context, merge)
  await recountLastContact(context, [customerId, merge.merged_id])
  await reckonByIds(context, [customerId, merge.merged_id])
  await markDue(context, [customerId, merge.merged_id])
  await tellApart(context, after, other)
  await writeAudit(context, {
    action: 'customer.merge-undone',
    subjectType: 'customer',
    subjectId: customerId,
    customerId,
    ...auditedParts(file, after),
  })
  await announceMerge(context, [after, other], merge.carried)
}
