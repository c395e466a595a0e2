import type { BodyOf, RelationKind, contract } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { refusedBy } from '../../../platform/database/failure-names.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { mayReach, writeAudit } from '../../identity/index.ts'
import { fileIds } from '../files/file-set.queries.ts'
import type { CustomerFile } from '../files/file.types.ts'
import { lockFile } from '../files/files.queries.ts'
import { sourceOf } from '../files/keep-files.ts'
import { requireVisibleCustomer } from '../files/require-visible-customer.ts'
import { tellFacts } from '../files/tell-facts.ts'
import { lockForChange } from '../files/write-changed-file.ts'
import { besideField } from '../provenance/beside.rules.ts'
import { recordChanges } from '../provenance/record-changes.ts'
import { refuseField } from '../refuse-field.ts'
import { readKind } from './kinds.queries.ts'
import { presentRelations } from './list-relations.ts'
import { deleteRelation, insertRelation, lockRelation, updateRelation } from './relations.queries.ts'
import type { RelationFacts, RelationRow } from './relation.types.ts'
import { fitsKind, hasDirection, relationsClass } from './relations.rules.ts'

/**
 * Relates two files. Whoever may write the one and see the other may say so; it is then said in both, in one
 * transaction, and both tell of it to those who may see both.
 */
export async function relate(context: Context, customerId: string, body: BodyOf<typeof contract.relations.add>) {
  const { otherId, kindId, side, source, ...said } = body
  if (otherId === customerId) throw new AppError('relation-with-itself')
  const [file, other] = await holdBoth(context, customerId, otherId, 'otherId')
  const kind = await readKind(context, kindId)
  if (!kind) throw refuseField(context, 'kindId', 'unknown')
  if (!kind.active) throw refuseField(context, 'kindId', 'out-of-use')
  if (!fitsKind(kind, side, file.fields.kind, other.fields.kind)) throw new AppError('relation-does-not-fit')
  const facts = tidy(said)
  const relation = { id: newId(context.now), customerId, otherId, kindId, side, ...facts }
  // Of what has no direction, the elder file is on side a: the same is not said twice from either end.
  if (!hasDirection(kind)) relation.side = customerId < otherId ? 'a' : 'b'
  await orSaidAlready(insertRelation(context, relation))
  await keepRelationSources(context, { ...relation, version: 1 }, kind, { after: facts }, source)
  await tellBoth(context, [file, other], { ...relation, version: 1 }, kind, 'added', { after: { kindId, side, otherId, ...facts } })
  return presentRelations(context, file)
}

/** Changes what is said of a relation: role, dates, note. */
export async function changeRelation(
  context: Context,
  customerId: string,
  relationId: string,
  { version, source, ...said }: BodyOf<typeof contract.relations.change>,
) {
  const { file, other, relation, kind } = await requireRelation(context, customerId, relationId)
  if (relation.version !== version) throw new AppError('changed-meanwhile')
  const facts = tidy(said)
  const { role, startedOn, endedOn, note } = relation
  await orSaidAlready(updateRelation(context, relation, facts))
  await keepRelationSources(context, relation, kind, { before: { role, startedOn, endedOn, note }, after: facts }, source)
  await tellBoth(context, [file, other], relation, kind, 'changed', { before: { role, startedOn, endedOn, note }, after: facts })
  return presentRelations(context, file)
}

/** Takes a relation out of both its files. */
export async function unrelate(context: Context, customerId: string, relationId: string) {
  const { file, other, relation, kind } = await requireRelation(context, customerId, relationId)
  await deleteRelation(context, relation)
  await keepRelationSources(context, relation, kind, { before: tidy(relation) })
  await tellBoth(context, [file, other], relation, kind, 'removed', { before: relation })
  return presentRelations(context, file)
}

const tidy = ({ role, note, startedOn, endedOn }: RelationFacts): RelationFacts => ({
  role: role === null ? null : foldForStorage(role) || null,
  note: note === null ? null : foldForStorage(note) || null,
  startedOn,
  endedOn,
})

/** Both files, held in one order always, so that two who relate the same pair do not wait for each other crosswise. */
async function holdBoth(context: Context, customerId: string, otherId: string, field?: string): Promise<[CustomerFile, CustomerFile]> {
  await requireVisibleCustomer(context, customerId)
  for (const id of [customerId, otherId].toSorted()) await lockFile(context, id)
  const file = await lockForChange(context, customerId)
  if (!context.actor.fieldClasses.has(relationsClass)) throw new AppError('not-permitted')
  const other = await lockFile(context, otherId)
  if (!other || other.gone || !mayReach(context.actor, 'customers.read', other))
    throw field === undefined ? new AppError('not-found') : refuseField(context, field, 'unknown')
  return [file, other]
}

async function requireRelation(context: Context, customerId: string, relationId: string) {
  const { fileIds: ids } = await requireVisibleCustomer(context, customerId)
  const relation = await lockRelation(context, ids, relationId)
  if (!relation) throw new AppError('not-found')
  const [across = relation.otherId] = await fileIds(context, relation.otherId)
  const [file, other] = await holdBoth(context, customerId, across)
  const kind = await readKind(context, relation.kindId)
  if (!kind) throw new AppError('not-found')
  return { file, other, relation, kind }
}

async function orSaidAlready(write: Promise<void>): Promise<void> {
  try {
    await write
  } catch (error) {
    throw refusedBy(error) === 'relation_said_once' ? new AppError('already-exists') : error
  }
}

/** Where the relation comes from, in both its files as each says it: what the one across is to it. */
export async function keepRelationSources(
  context: Context,
  { id, customerId, otherId, side }: RelationRow,
  kind: RelationKind,
  { before, after }: { before?: RelationFacts; after?: RelationFacts },
  source?: BodyOf<typeof contract.relations.add>['source'],
): Promise<void> {
  const ends = [
    { customerId, otherId, acrossIsA: side === 'b' },
    { customerId: otherId, otherId: customerId, acrossIsA: side === 'a' },
  ]
  await recordChanges(
    context,
    ends.map(({ acrossIsA, ...end }) => {
      const named = { relation: acrossIsA ? kind.aFa : kind.bFa, relationEn: acrossIsA ? kind.aEn : kind.bEn }
      const valueOf = (facts: RelationFacts | undefined) => (facts ? { ...named, ...facts } : null)
      return {
        ...end,
        field: besideField('relations', id),
        accessClass: relationsClass,
        before: valueOf(before),
        after: valueOf(after),
        source: sourceOf(context.actor, source),
      }
    }),
  )
}

async function sealedParts({ sealing }: Context, of: string, parts: { before?: object; after?: object }) {
  const seal = (part: object | undefined) => (part === undefined ? undefined : sealing.seal(of, part))
  return { before: await seal(parts.before), after: await seal(parts.after) }
}

/** The line in each file is for those who may see the file at the other end, and does not name it. */
async function tellBoth(
  context: Context,
  [file, other]: [CustomerFile, CustomerFile],
  relation: RelationRow,
  kind: RelationKind,
  change: 'added' | 'changed' | 'removed',
  parts: { before?: object; after?: object },
): Promise<void> {
  for (const [one, across] of [
    [file, other],
    [other, file],
  ] as const) {
    await writeAudit(context, {
      action: `relation.${change}`,
      subjectType: 'relation',
      subjectId: relation.id,
      customerId: one.customerId,
      // What is said of two is gone with either of them.
      ...(await sealedParts(context, across.customerId, parts)),
    })
    const acrossIsA = (one === file) === (relation.side === 'b')
    await tellFacts(context, one, {
      kind: 'customer.related',
      accessClass: relationsClass,
      facts: { change, relation: acrossIsA ? kind.aFa : kind.bFa, relationEn: acrossIsA ? kind.aEn : kind.bEn },
      about: { id: relation.id, unitId: across.unitId, ownerId: across.ownerId },
    })
  }
}
