import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { judgeValue } from './judge-value.ts'

/** Says that a value is right, which also ends a doubt about it; or takes that back. */
export const confirmValue = (context: Context, customerId: string, { field, confirmed }: BodyOf<typeof contract.provenance.confirm>) =>
  judgeValue(context, customerId, field, confirmed ? 'value.confirmed' : 'value.judgement-withdrawn', (before) =>
    confirmed
      ? { confirmedBy: context.actor.personId, confirmedAt: context.now, doubtedBy: null, doubtedAt: null, doubt: null }
      : { ...before, confirmedBy: null, confirmedAt: null },
  )
