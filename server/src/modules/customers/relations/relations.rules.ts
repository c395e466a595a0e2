import type { AccessClass, RelationKind, RelationSide, customerKinds } from '@parvandeh/contract'

/** Who somebody is related to is for colleagues. */
export const relationsClass: AccessClass = 'internal'

type Kind = (typeof customerKinds)[number]

/** Whether a file of the one kind may stand on this side of a relation, with one of the other kind across. */
export function fitsKind(relation: Pick<RelationKind, 'aKind' | 'bKind'>, side: RelationSide, own: Kind, other: Kind): boolean {
  const [a, b] = side === 'a' ? [own, other] : [other, own]
  return (relation.aKind === null || relation.aKind === a) && (relation.bKind === null || relation.bKind === b)
}

/** A kind whose two directions have one name has no direction: it is kept as seen from side a, whoever says it. */
export const hasDirection = ({ aFa, bFa, aEn, bEn }: Pick<RelationKind, 'aFa' | 'bFa' | 'aEn' | 'bEn'>): boolean =>
  aFa !== bFa || aEn !== bEn
