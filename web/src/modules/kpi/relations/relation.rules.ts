import type { ResponseOf, testedRelationRoutes } from '@parvandeh/contract'

export type Relation = ResponseOf<typeof testedRelationRoutes.list>['relations'][number]

/** Bounds that are in use: of Cliff's delta by Romano (2006), of eta squared by Cohen (1988). */
const bounds: Record<Relation['effect'], readonly [number, number, number]> = {
  'cliffs-delta': [0.147, 0.33, 0.474],
  'eta-squared': [0.01, 0.06, 0.14],
}

/** How strong an effect is in a word. */
export function strengthOf({ effect, value }: Pick<Relation, 'effect' | 'value'>): 'none' | 'weak' | 'middling' | 'strong' {
  const [weak, middling, strong] = bounds[effect]
  const size = Math.abs(value)
  if (size < weak) return 'none'
  if (size < middling) return 'weak'
  return size < strong ? 'middling' : 'strong'
}

/** The groups that differ most. */
export function extremesOf({
  groups,
}: Pick<Relation, 'groups'>): [more: Relation['groups'][number], less: Relation['groups'][number]] | undefined {
  const [more, ...rest] = groups.toSorted((a, b) => b.mean - a.mean)
  const less = rest.at(-1)
  return more && less ? [more, less] : undefined
}
