import type { AnswerOf, BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { writeAudit } from '../../identity/index.ts'
import { readHourCosts, writeHourCosts } from './hour-costs.queries.ts'

type Routes = typeof contract.completeness

/** What an hour of work costs, of the organisation and of units that differ. */
export const showHourCosts = async (context: Context): Promise<AnswerOf<Routes['hourCosts']>> => ({ costs: await readHourCosts(context) })

export async function setHourCosts(context: Context, { costs }: BodyOf<Routes['setHourCosts']>): Promise<AnswerOf<Routes['setHourCosts']>> {
  const before = await readHourCosts(context)
  const last = new Map(costs.map((one) => [one.unitId, one.rials]))
  const after = [...last].map(([unitId, rials]) => ({ unitId, rials }))
  await writeHourCosts(
    context,
    after.map((one) => ({ ...one, id: newId(context.now) })),
  )
  await writeAudit(context, { action: 'hour-costs.set', subjectType: 'completeness', before: { costs: before }, after: { costs: after } })
  return { costs: after }
}
