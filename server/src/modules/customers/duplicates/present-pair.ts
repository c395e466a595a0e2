import type { DuplicatePair } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { mayReach } from '../../identity/index.ts'
import { accessPointClass } from '../files/search-rows.rules.ts'
import type { PairRow, SideRow } from './pairs.queries.ts'
import { sentenceOfReasons } from './reason-words.ts'
import { reasonClasses } from './score.rules.ts'

/** A file of a pair as the actor may see it. */
export const presentSide = ({ actor }: Context, side: SideRow): DuplicatePair['files'][number] => ({
  ...side,
  mainPhone: actor.fieldClasses.has(accessPointClass) ? side.mainPhone : null,
  createdAt: side.createdAt.toISOString(),
})

/** A pair as the actor may see it: reasons that tell of values they may not read are left out. */
export function presentPair(context: Context, { a, b, ...pair }: PairRow): DuplicatePair {
  const { actor, locale } = context
  const reasons = pair.reasons.filter((reason) => actor.fieldClasses.has(reasonClasses[reason]))
  return {
    score: pair.score / 10_000,
    reasons,
    sentence: sentenceOfReasons(reasons, locale),
    state: pair.state,
    decidedBy: pair.decidedBy,
    decidedAt: pair.decidedAt?.toISOString() ?? null,
    files: [presentSide(context, a), presentSide(context, b)],
    can: { decide: mayReach(actor, 'customers.write', a) && mayReach(actor, 'customers.write', b) },
  }
}
