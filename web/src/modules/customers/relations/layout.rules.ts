/** A place of a file in the drawing. */
export interface Placed {
  id: string
  x: number
  y: number
}

interface Linked {
  nodes: readonly { customerId: string; step: number }[]
  edges: readonly { from: string; to: string }[]
}

/** So close that the few files of most customers are seen at once. */
const [innerGap, outerGap] = [170, 110]
/** Lines run sideways rather than up and down, since the names on them and under places are read along. */
const [wideness, height] = [1.6, 0.85]
/** Room that a label needs along a ring. */
const roomForLabel = 130

/**
 * Files in rings around the first: those of one step around it, those of two beyond them, each near the one that it is
 * reached by. The same graph is always drawn alike.
 */
export function placeInRings({ nodes, edges }: Linked): Placed[] {
  const [first] = nodes
  if (!first) return []
  const parent = parentsOf(nodes, edges)
  const near = nodes.filter(({ step }) => step === 1).map(({ customerId }) => customerId)
  const far = new Map(near.map((id) => [id, nodes.filter(({ step, customerId }) => step > 1 && parent.get(customerId) === id)]))
  // Whoever has many beyond gets a wider slice.
  const weights = near.map((id) => Math.max(1, far.get(id)?.length ?? 0))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const inner = Math.max(innerGap, (near.length * roomForLabel) / (2 * Math.PI))
  const outer = Math.max(inner + outerGap, (total * roomForLabel) / (2 * Math.PI))
  const placed: Placed[] = [{ id: first.customerId, x: 0, y: 0 }]
  let begun = 0
  for (const [index, id] of near.entries()) {
    const weight = weights[index] ?? 1
    placed.push(at(id, inner, (begun + weight / 2) / total))
    const beyond = far.get(id) ?? []
    for (const [place, { customerId }] of beyond.entries())
      placed.push(at(customerId, outer, (begun + (weight * (place + 0.5)) / beyond.length) / total))
    begun += weight
  }
  return placed
}

/** On a ring, by the share of the round gone since its top; wider than high, as screens are. */
const at = (id: string, radius: number, share: number): Placed => ({
  id,
  x: Math.round(Math.sin(share * 2 * Math.PI) * radius * wideness),
  y: Math.round(-Math.cos(share * 2 * Math.PI) * radius * height),
})

function parentsOf(nodes: Linked['nodes'], edges: Linked['edges']): Map<string, string> {
  const step = new Map(nodes.map((node) => [node.customerId, node.step]))
  const parents = new Map<string, string>()
  for (const { from, to } of edges)
    for (const [child, above] of [
      [from, to],
      [to, from],
    ] as const)
      if (step.get(above) === (step.get(child) ?? 0) - 1 && !parents.has(child)) parents.set(child, above)
  return parents
}

export type Direction = 'up' | 'down' | 'left' | 'right'
const vectors: Record<Direction, [number, number]> = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] }

/** The nearest file in a direction from one, looked for in a quarter of the plane; none where nothing lies there. */
export function nearestIn(direction: Direction, from: Placed, all: readonly Placed[]): Placed | undefined {
  const [dx, dy] = vectors[direction]
  let best: { placed: Placed; cost: number } | undefined
  for (const placed of all) {
    const [x, y] = [placed.x - from.x, placed.y - from.y]
    const [along, aside] = [x * dx + y * dy, Math.abs(x * dy) + Math.abs(y * dx)]
    if (along <= 0 || aside > along * 1.5) continue
    const cost = along + aside * 2
    if (!best || cost < best.cost) best = { placed, cost }
  }
  return best?.placed
}
