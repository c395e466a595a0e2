import type { AnswerOf, BodyOf, CustomValue, contract } from '@parvandeh/contract'
import type { Actor, Context } from '../../../platform/context.ts'
import { laidOver } from '../../../platform/laid-over.ts'
import { decisionBetween, mayReach, previewOf } from '../../identity/index.ts'
import type { BulkDecision } from '../../identity/index.ts'
import { customPath } from '../fields/settle-custom.ts'
import type { FilePatch } from '../files/patch-customer.ts'
import { chooseFiles } from './choose-files.ts'
import type { ChosenFile } from './chosen.queries.ts'
import { requireLawful } from './require-lawful.ts'

type Asked = BodyOf<typeof contract.customerBulk.preview>

/** What a change of many files would do. */
export async function previewCustomers(context: Context, asked: Asked): Promise<AnswerOf<typeof contract.customerBulk.preview>> {
  const change = await requireLawful(context, asked.change)
  const { files, missing } = await chooseFiles(context, asked.which, Object.keys(change.custom ?? {}))
  return previewOf([...files.map((file) => decide(context.actor, file, change)), ...missing.map(outOfSight)])
}

const outOfSight = (id: string): BulkDecision => ({ customerId: id, id, label: '', refusal: 'not-found' })

/** As changing the file would decide, but for doubts, which are found only when it is written. */
function decide(
  actor: Actor,
  { customerId, code: label, ownValues, ...before }: ChosenFile,
  { custom = {}, ...change }: FilePatch,
): BulkDecision {
  const key = { customerId, id: customerId, label }
  const after = laidOver(before, change)
  if (!mayReach(actor, 'customers.write', before)) return { ...key, refusal: 'not-permitted' }
  const decision = decisionBetween({ ...before, ...told(ownValues) }, { ...after, ...told({ ...ownValues, ...custom }) })
  if (decision.after && !mayReach(actor, 'customers.write', after)) return { ...key, refusal: 'not-permitted' }
  return { ...key, ...decision }
}

/** Own values by their paths, as a sample of changes tells them. */
const told = (values: Readonly<Record<string, CustomValue>>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [customPath(key), Array.isArray(value) ? value.join(', ') : value]))
