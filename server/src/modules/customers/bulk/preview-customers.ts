import { mostChosen } from '@parvandeh/contract'
import type { AnswerOf, BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { expectedOf, previewOf } from '../../identity/index.ts'
import type { BulkDecision } from '../../identity/index.ts'
import { sizeOf } from '../segments/size-of-segment.ts'
import { chooseFiles, ownKeysOf, refuseRestore } from './choose-files.ts'
import type { Filters } from './choose-files.ts'
import { fitting } from './choose-fitting.ts'
import { readChosen } from './chosen.queries.ts'
import { drawFitting } from './fitting.queries.ts'
import type { VerbTools } from './verb.types.ts'
import { verbOf } from './verbs.ts'

type Asked = BodyOf<typeof contract.customerBulk.preview>
type Preview = AnswerOf<typeof contract.customerBulk.preview>

/** What a change of many files would do: each judged up to ten thousand; of more, what some drawn by lot lead to expect. */
export async function previewCustomers(context: Context, { which, change: asked }: Asked, tools: VerbTools): Promise<Preview> {
  const verb = verbOf(asked)
  const change = await verb.settle(context, asked)
  if ('filters' in which) refuseRestore(asked)
  const drawn = 'filters' in which ? await drawnFrom(context, which.filters) : undefined
  if (!drawn) {
    const { files, missing } = await chooseFiles(context, which, asked)
    return previewOf([...(await verb.foresee(context, files, change, tools)), ...missing.map(outOfSight)])
  }
  const files = await readChosen(context, drawn.ids, ownKeysOf(asked))
  return expectedOf(await verb.foresee(context, files, change, tools), drawn.count)
}

const outOfSight = (id: string): BulkDecision => ({ customerId: id, id, label: '', refusal: 'not-found' })

const [wanted, fewest, mostDrawn] = [2000, 200, 5000]

/** Of more files than are judged one by one: how many there are about, and some drawn by lot; else nothing. */
async function drawnFrom(context: Context, filters: Filters): Promise<{ count: number; ids: string[] } | undefined> {
  const where = await fitting(context, filters)
  const { count } = await sizeOf(context, where)
  if (count <= mostChosen) return undefined
  const ids = await drawFitting(context, where, (100 * wanted) / count, mostDrawn)
  // Where few pages hold nearly all that fits, a share of the pages may miss them.
  return { count, ids: ids.length >= fewest ? ids : await drawFitting(context, where, 100, wanted) }
}
