import { guardedAttributes } from '@parvandeh/contract'
import type { AnswerOf, BodyOf, QueryOf, contract } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { fieldRefusals } from '../../../platform/refuse-field.ts'
import { writeAudit } from '../../identity/index.ts'
import { insertRun, lockRelation, newestRun, readGuarded, readRelations, storeGuarded, storeVerdict } from './relations.queries.ts'
import type { Guarded, RelationRow } from './relations.queries.ts'
import type { Relation, Run } from './relations.types.ts'
import { discoveryRate, hasChanged } from './test-relations.ts'

type Routes = typeof contract.testedRelations

const refuse = fieldRefusals({
  'reason-needed': {
    fa: 'بگویید چرا سنجیدن این ویژگی لازم است.',
    en: 'Say why this attribute needs to be tested.',
  },
})

/** What goes together with what, as last tested. */
export async function listRelations(context: Context, { verdict, all }: QueryOf<Routes['list']>): Promise<AnswerOf<Routes['list']>> {
  const rows = await readRelations(context, { verdict, below: all === 'true' ? 2 : discoveryRate })
  const run = await newestRun(context)
  return {
    relations: rows.map(presentRelation),
    rate: discoveryRate,
    run: run ? presentRun(run) : null,
    guarded: await presentGuarded(context),
  }
}

function presentRelation({ judgedValue, ...row }: RelationRow): Relation {
  return {
    ...row,
    testedAt: row.testedAt.toISOString(),
    judgedAt: row.judgedAt?.toISOString() ?? null,
    changed: hasChanged({ ...row, judgedValue }),
  }
}

const presentRun = (run: Awaited<ReturnType<typeof insertRun>>): Run => ({
  ...run,
  askedAt: run.askedAt.toISOString(),
  endedAt: run.endedAt?.toISOString() ?? null,
})

async function presentGuarded(context: Context): Promise<AnswerOf<Routes['list']>['guarded']> {
  const known = await readGuarded(context)
  return guardedAttributes.map((attribute) => {
    const { allowed = false, reason = null, by = null, at } = known.get(attribute) ?? {}
    return { attribute, allowed, reason, by, at: at?.toISOString() ?? null }
  })
}

/** Asks for the tests to be made anew; while they are being made there is one run, and it is given. */
export async function askRun(context: Context): Promise<Run> {
  const newest = await newestRun(context)
  if (newest && (newest.state === 'waiting' || newest.state === 'working')) return presentRun(newest)
  const run = await insertRun(context)
  await writeAudit(context, { action: 'relations.tested', subjectType: 'relation-run', subjectId: run.id, after: {} })
  await context.publish('kpi.relations-asked', { id: run.id })
  return presentRun(run)
}

/** Keeps what an expert holds of a relation, with what the effect was then. */
export async function judgeRelation(
  context: Context,
  relationId: string,
  { verdict, note, version }: BodyOf<Routes['judge']>,
): Promise<Relation> {
  const before = await lockRelation(context, relationId)
  if (!before) throw new AppError('not-found')
  if (before.version !== version) throw new AppError('changed-meanwhile')
  const judged = verdict !== null
  const after: RelationRow = {
    ...before,
    verdict,
    note: note === null ? null : foldForStorage(note),
    judgedBy: judged ? context.actor.personId : null,
    judgedAt: judged ? context.now : null,
    judgedValue: judged ? before.value : null,
    version: version + 1,
  }
  await storeVerdict(context, after)
  await writeAudit(context, {
    action: 'relation.judged',
    subjectType: 'relation',
    subjectId: relationId,
    before: { verdict: before.verdict, note: before.note },
    after: { verdict: after.verdict, note: after.note, attribute: after.attribute, behaviour: after.behaviour },
  })
  return presentRelation(after)
}

/** Allows an attribute to be tested that is not tested otherwise, for a reason; or forbids it, and forgets what was found. */
export async function guardAttribute(
  context: Context,
  { attribute, allowed, reason }: BodyOf<Routes['guard']>,
): Promise<AnswerOf<Routes['guard']>> {
  if (allowed && reason === null) throw refuse(context, 'reason', 'reason-needed')
  const said = reason === null ? null : foldForStorage(reason)
  await storeGuarded(context, { attribute: attribute satisfies Guarded, allowed, reason: said })
  await writeAudit(context, { action: 'relation.guarded', subjectType: 'attribute', after: { attribute, allowed, reason: said } })
  return { attribute, allowed, reason: said, by: context.actor.personId, at: context.now.toISOString() }
}
