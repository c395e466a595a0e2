import type { AnswerOf, BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { previewOf } from '../../identity/index.ts'
import type { BulkDecision } from '../../identity/index.ts'
import { chooseFiles } from './choose-files.ts'
import type { VerbTools } from './verb.types.ts'
import { verbOf } from './verbs.ts'

type Asked = BodyOf<typeof contract.customerBulk.preview>

/** What a change of many files would do. */
export async function previewCustomers(
  context: Context,
  asked: Asked,
  tools: VerbTools,
): Promise<AnswerOf<typeof contract.customerBulk.preview>> {
  const verb = verbOf(asked.change)
  const change = await verb.settle(context, asked.change)
  const { files, missing } = await chooseFiles(context, asked.which, asked.change)
  return previewOf([...(await verb.foresee(context, files, change, tools)), ...missing.map(outOfSight)])
}

const outOfSight = (id: string): BulkDecision => ({ customerId: id, id, label: '', refusal: 'not-found' })
