/** Whether a topic placed under `parentId` would be above itself. `parents` is the tree as it is. */
export function wouldStandUnderItself(topicId: string, parentId: string | null, parents: ReadonlyMap<string, string>): boolean {
  for (let above = parentId ?? undefined; above !== undefined; above = parents.get(above)) {
    if (above === topicId) return true
  }
  return false
}

/**
 * Which topic a bare name means: the one at the top of the tree, else the only one of that name anywhere.
 * A name that stands in several places below means none of them.
 */
export function topicsOfNames(topics: readonly { id: string; key: string; parentId: string | null }[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, namesakes] of Map.groupBy(topics, (topic) => topic.key)) {
    const meant = namesakes.find((topic) => topic.parentId === null) ?? (namesakes.length === 1 ? namesakes[0] : undefined)
    if (meant) found.set(key, meant.id)
  }
  return found
}
