import type { SeenRelation } from './relation.types.ts'

interface GraphNode {
  customerId: string
  code: string
  displayName: string
  kind: SeenRelation['kind']
  step: number
}

interface GraphEdge {
  id: string
  kindId: string
  from: string
  to: string
  role: string | null
  ended: boolean
}

/** Files and the relations between them; `more`: what lies within reach was not all drawn. */
export interface Graph {
  nodes: GraphNode[]
  edges: GraphEdge[]
  more: boolean
}

/** The graph with these relations drawn, and the files that they lead to as long as there is room for them. */
export function growGraph(graph: Graph, relations: readonly SeenRelation[], step: number, mostNodes: number): Graph {
  const nodes = new Map(graph.nodes.map((node) => [node.customerId, node]))
  const edges = new Map(graph.edges.map((edge) => [edge.id, edge]))
  let { more } = graph
  for (const { id, customerId, otherId, kindId, side, role, endedOn, code, displayName, kind } of relations) {
    if (!nodes.has(otherId)) {
      if (nodes.size >= mostNodes) {
        more = true
        continue
      }
      nodes.set(otherId, { customerId: otherId, code, displayName, kind, step })
    }
    const [from, to] = side === 'a' ? [customerId, otherId] : [otherId, customerId]
    if (!edges.has(id)) edges.set(id, { id, kindId, from, to, role, ended: endedOn !== null })
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()], more }
}
