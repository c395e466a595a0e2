interface Node {
  id: string
  name: string
  parentId: string | null
}

/** A row of a tree laid out as a list: its depth, and whether others hang below it. */
export interface TreeRow<T extends Node> {
  node: T
  depth: number
}

/**
 * Lays a tree out from the top, those under one parent by name. What hangs under an absent parent stands at the top,
 * so that nothing is lost to view; a circle, which the server refuses, would be left out.
 */
export function layOutTree<T extends Node>(nodes: readonly T[], language: 'fa' | 'en'): TreeRow<T>[] {
  const known = new Set(nodes.map(({ id }) => id))
  const order = new Intl.Collator(language)
  const below = (parentId: string | null, depth: number): TreeRow<T>[] =>
    nodes
      .filter((node) => (node.parentId !== null && known.has(node.parentId) ? node.parentId : null) === parentId)
      .toSorted((left, right) => order.compare(left.name, right.name))
      .flatMap((node) => [{ node, depth }, ...below(node.id, depth + 1)])
  return below(null, 0)
}

/** The ids of a node and of everything below it. */
export function withAllBelow(nodes: readonly Node[], id: string): Set<string> {
  const found = new Set([id])
  for (const held of found) for (const node of nodes) if (node.parentId === held) found.add(node.id)
  return found
}
