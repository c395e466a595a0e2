import { mostGraphNodes } from '@parvandeh/contract'
import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { requireVisibleCustomer } from '../files/require-visible-customer.ts'
import { growGraph } from './graph.rules.ts'
import type { Graph } from './graph.rules.ts'
import { countRelations, readNode, readRelations } from './relations.queries.ts'
import { relationsClass } from './relations.rules.ts'

/** Relations looked at in one step: enough for all that can be drawn, of files that have hundreds each. */
const mostAtOnce = 600

/**
 * The files around a file, as far as the actor may see them, by at most two steps: a file in sight beyond one that is
 * not is not reached. A few statements for each step.
 */
export async function showGraph(context: Context, customerId: string, steps: number): Promise<AnswerOf<typeof contract.relations.graph>> {
  const file = await requireVisibleCustomer(context, customerId)
  const start = await readNode(context, file.customerId)
  let graph: Graph = { nodes: start ? [{ ...start, step: 0 }] : [], edges: [], more: false }
  if (!context.actor.fieldClasses.has(relationsClass)) return { ...graph, nodes: graph.nodes.map((node) => ({ ...node, more: false })) }
  for (let step = 1; step <= steps; step += 1) {
    const rim = graph.nodes.filter((node) => node.step === step - 1).map((node) => node.customerId)
    graph = growGraph(graph, await readRelations(context, rim, mostAtOnce), step, mostGraphNodes)
  }
  const ids = graph.nodes.map((node) => node.customerId)
  // Two of the outer rim may be related, too.
  const within = (await readRelations(context, ids, mostAtOnce)).filter(({ otherId }) => ids.includes(otherId))
  graph = growGraph(graph, within, steps, mostGraphNodes)
  const counts = await countRelations(context, ids)
  const drawn = (id: string): number => graph.edges.filter(({ from, to }) => from === id || to === id).length
  return { ...graph, nodes: graph.nodes.map((node) => ({ ...node, more: (counts.get(node.customerId) ?? 0) > drawn(node.customerId) })) }
}
