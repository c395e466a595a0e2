import type { AnswerOf, BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../../identity/index.ts'
import { holdWork, readWeights, readWork, setWork, writeWeights, customerKindsInOrder as kinds } from './weights.queries.ts'
import { weighableFields } from './weighable.ts'

type Routes = typeof contract.completeness

/** How much each field counts, by kind of customer. */
export async function showWeights(context: Context): Promise<AnswerOf<Routes['weights']>> {
  const { weights } = await readWeights(context)
  const fields = (await weighableFields(context)).filter(({ accessClass }) => context.actor.fieldClasses.has(accessClass))
  const { version, is_working: isWorking, work_done: done, work_total: total } = await readWork(context)
  return {
    kinds: kinds.map((kind) => ({
      kind,
      fields: fields
        .filter((field) => field.kinds.includes(kind))
        .map(({ key, label, group, accessClass }) => ({ key, label, group, accessClass, weight: weights[kind].get(key) ?? 0 })),
    })),
    work: isWorking ? { done, total } : null,
    version,
  }
}

/** Says how much each field counts; all files are then reckoned anew. */
export async function setWeights(context: Context, { weights, version }: BodyOf<Routes['setWeights']>): Promise<{ version: number }> {
  const work = await holdWork(context)
  if (work.version !== version) throw new AppError('changed-meanwhile')
  const known = new Set((await weighableFields(context)).map(({ key }) => key))
  const before = (await readWeights(context)).weights
  const said = weights.filter(({ key }) => known.has(key))
  await writeWeights(context, said)
  const changed = said.filter(({ kind, key, weight }) => (before[kind].get(key) ?? 0) !== weight)
  await writeAudit(context, {
    action: 'completeness.weights-set',
    subjectType: 'completeness',
    before: { weights: changed.map(({ kind, key }) => ({ kind, key, weight: before[kind].get(key) ?? 0 })) },
    after: { weights: changed },
  })
  await setWork(context, { version: version + 1, is_working: true, work_after: null, work_done: 0, work_total: 0 })
  await context.publish('customers.weights-changed', {})
  return { version: version + 1 }
}
