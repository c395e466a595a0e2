/**
 * Which of `count` things hang together, given the sets that link their members: union-find with path halving.
 * Returns the component of each, from 0, the largest first (equal sizes: by their first member).
 */
export function linkedComponents(count: number, links: Iterable<readonly number[]>): Int32Array {
  const parent = Int32Array.from({ length: count }, (_, index) => index)
  for (const members of links) {
    const [first] = members
    if (first === undefined) continue
    for (const member of members) parent[rootOf(parent, member)] = rootOf(parent, first)
  }
  return numbered(parent)
}

function rootOf(parent: Int32Array, start: number): number {
  let node = start
  for (;;) {
    const above = parent[node] ?? node
    if (above === node) return node
    parent[node] = parent[above] ?? above
    node = above
  }
}

function numbered(parent: Int32Array): Int32Array {
  const sizes = new Map<number, number>()
  const roots = Int32Array.from(parent, (_, index) => rootOf(parent, index))
  for (const root of roots) sizes.set(root, (sizes.get(root) ?? 0) + 1)
  // A map keeps the order of first members, and sorting is stable.
  const order = new Map([...sizes].sort((a, b) => b[1] - a[1]).map(([root], position) => [root, position]))
  return roots.map((root) => order.get(root) ?? 0)
}
