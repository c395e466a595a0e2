import type { BodyOf, contract } from '@parvandeh/contract'
import type { Actor, Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { mayReach, requireReach, writeAudits } from '../../identity/index.ts'
import { hasDocument } from '../fields/documents-in-sight.ts'
import { settleCustom } from '../fields/settle-custom.ts'
import { announceFile } from './announce-file.ts'
import { auditedParts } from './audited-parts.rules.ts'
import { displayNameOf, nameOf } from './display-name.rules.ts'
import type { Doubt } from './doubts.rules.ts'
import type { CustomerFile, FileFacts, FixedFields, ValueSource } from './file.types.ts'
import { lockFile, moveOwnTimelines } from './files.queries.ts'
import { keepChangedFiles, sourceOf } from './keep-files.ts'
import { refuseUnknown, refuseUnknownField } from './refuse-unknown.ts'
import { raiseDoubts, rememberedReasons, requireReasons } from './settle-doubts.ts'
import type { CodesToLookUp } from './settle-doubts.ts'
import { settlePoints } from './settle-points.rules.ts'
import { mainPhoneOf, tidyAccessPoint, tidyFields } from './tidy.rules.ts'
import { keepWithheld, withheldFrom } from './withheld.rules.ts'

type Body = BodyOf<typeof contract.customers.change>

/** The file as somebody says that it should be. */
export interface SaidFile extends Pick<Body, 'unitId' | 'ownerId' | 'acceptedProblems' | 'provisional' | 'custom'> {
  fields: FixedFields
  /** Null: as they are. */
  accessPoints: Body['accessPoints'] | null
  /** Left out: as it is with this actor. */
  source?: ValueSource | undefined
  /** Whether doubts that the file had before are asked about again. */
  asksAgain: boolean
}

/** Locks a file for a change; `version`: by somebody who has seen this version of it. */
export async function lockForChange(context: Context, customerId: string, version?: number): Promise<CustomerFile> {
  const found = await lockFile(context, customerId)
  requireReach(context.actor, 'customers.read', found)
  if (!found || found.gone) throw new AppError('not-found')
  const { gone: _gone, ...file } = found
  if (!mayReach(context.actor, 'customers.write', file)) throw new AppError('not-permitted')
  if (version !== undefined && file.version !== version) throw new AppError('changed-meanwhile')
  return file
}

/** Writes a locked file anew, with all that follows from it. */
export async function writeChangedFile(context: Context, before: CustomerFile, said: SaidFile): Promise<CustomerFile> {
  const after = await decideChange(context, before, said)
  if (after === before) return before
  await refuseUnknown(context, writeChangedFiles(context, [{ before, after, source: said.source }]))
  return after
}

/** Writes files that were decided on. What finds them, and their own timeline lines, follow in the same transaction. */
export async function writeChangedFiles(
  context: Context,
  changed: readonly { before: CustomerFile; after: CustomerFile; source?: ValueSource | undefined }[],
): Promise<void> {
  const parted = changed.map((one) => ({ ...one, parts: auditedParts(one.before, one.after), id: one.after.customerId }))
  await keepChangedFiles(
    context,
    changed.map(({ before, after, source }) => ({ before, after, source: sourceOf(context.actor, source) })),
  )
  await moveOwnTimelines(
    context,
    changed.map(({ after }) => after),
  )
  await writeAudits(
    context,
    parted.map(({ parts, id }) => ({ action: 'customer.changed', subjectType: 'customer', subjectId: id, customerId: id, ...parts })),
  )
  for (const { after, parts } of parted)
    await announceFile(context, 'customers.customer-changed', after, { fields: Object.keys(parts.after).join(' ') })
}

/** The file as it would be, by all rules of a change and the actor's rights; the same when nothing differs. Nothing is written. */
export async function decideChange(context: Context, before: CustomerFile, said: SaidFile): Promise<CustomerFile> {
  const after = await changedFile(context, before, await factsFrom(context, before, said), said)
  if (Object.keys(auditedParts(before, after).after).length === 0) return before
  if (!mayReach(context.actor, 'customers.write', after)) throw new AppError('not-permitted')
  return after
}

type Facts = FileFacts & Pick<CustomerFile, 'custom'>

async function factsFrom(context: Context, before: CustomerFile, said: SaidFile): Promise<Facts> {
  const known = new Set(before.accessPoints.map(({ id }) => id))
  const accessPoints = said.accessPoints?.map((point) => {
    // An id that is not of this file, or is given twice, names a new point.
    const id = point.id !== undefined && known.delete(point.id) ? point.id : newId(context.now)
    return tidyAccessPoint(point, id)
  })
  const who = { at: context.now.toISOString(), by: context.actor.personId }
  const settled = accessPoints && settlePoints(accessPoints, { before: before.accessPoints, said: said.accessPoints ?? [], ...who })
  const given = { fields: said.fields, accessPoints: settled ?? before.accessPoints }
  const kept = keepWithheld(before, given, context.actor.fieldClasses)
  const fields = tidyFields(kept.fields)
  await requireOwnPicture(context, before, fields)
  const asksAll = said.asksAgain && !(said.provisional ?? before.provisional)
  const custom = await settleCustom(context, { customerId: before.customerId, before: before.custom, given: said.custom, fields, asksAll })
  return { fields, accessPoints: kept.accessPoints, custom }
}

/** A picture is a document of the same file, in the sight of whoever puts it there; one that stood there before may stay. */
async function requireOwnPicture(context: Context, { customerId, fields }: CustomerFile, { photoId }: FixedFields): Promise<void> {
  if (photoId === null || photoId === fields.photoId || (await hasDocument(context, customerId, photoId))) return
  throw refuseUnknownField(context, 'photoId')
}

async function changedFile(context: Context, before: CustomerFile, facts: Facts, said: SaidFile): Promise<CustomerFile> {
  const remembered = rememberedReasons(before, facts)
  const reasons = requireReasons(
    context,
    await openDoubts(context, before, facts, said),
    said.acceptedProblems,
    facts.accessPoints,
    remembered,
  )
  const named = nameOf(facts.fields) !== null
  const provisional = said.provisional ?? (before.provisional && !(named && nameOf(before.fields) === null))
  return {
    ...before,
    ...facts,
    displayName: displayNameOf(facts, before.code),
    mainPhone: mainPhoneOf(facts.accessPoints),
    unitId: said.unitId,
    ownerId: said.ownerId,
    provisional: provisional || !named,
    acceptedProblems: { ...remembered, ...reasons },
    version: before.version + 1,
    updatedAt: context.now,
  }
}

async function openDoubts(context: Context, before: CustomerFile, facts: Facts, { asksAgain }: SaidFile): Promise<Doubt[]> {
  // Whether another file has the same code is asked of codes that change, or of all when everything is asked again.
  const codes = asksAgain ? facts.fields : changedCodes(before, facts)
  const doubts = (await raiseDoubts(context, facts, before.customerId, codes)).filter(
    (doubt) => !isUntouchedSecret(context.actor, doubt, before, facts),
  )
  if (asksAgain || doubts.length === 0) return doubts
  const old = await raiseDoubts(context, before, before.customerId, codes)
  return doubts.filter((doubt) => !isUntouched(doubt, before, facts) || !old.some((one) => isSameDoubt(one, doubt)))
}

const changedCodes = (before: CustomerFile, { fields }: FileFacts): CodesToLookUp => ({
  nationalCode: fields.nationalCode === before.fields.nationalCode ? null : fields.nationalCode,
  companyNationalId: fields.companyNationalId === before.fields.companyNationalId ? null : fields.companyNationalId,
})

const isSameDoubt = (a: Doubt, b: Doubt) => a.field === b.field && a.problem === b.problem

/** Nobody is asked about a value that they cannot see and did not change. */
const isUntouchedSecret = (actor: Actor, doubt: Doubt, before: CustomerFile, after: Facts): boolean =>
  isWithheld(actor, doubt) && isUntouched(doubt, before, after)

function isWithheld({ fieldClasses }: Actor, doubt: Doubt): boolean {
  if (doubt.accessClass !== undefined) return !fieldClasses.has(doubt.accessClass)
  return withheldFrom(fieldClasses).includes(rootOf(doubt))
}

function isUntouched(doubt: Doubt, before: CustomerFile, after: Facts): boolean {
  if (doubt.field.startsWith('custom.')) return before.custom[doubt.field.slice(7)] === after.custom[doubt.field.slice(7)]
  const name = rootOf(doubt)
  return name === 'accessPoints' ? before.accessPoints === after.accessPoints : before.fields[name] === after.fields[name]
}

const rootOf = ({ field }: Doubt) => field.split('.')[0] as 'accessPoints' | keyof FileFacts['fields']
