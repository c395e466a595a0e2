import type { BodyOf, contract } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { judgeValue } from './judge-value.ts'

/** Says why a value may be wrong, which takes back its confirmation; or takes the doubt back. */
export const doubtValue = (context: Context, customerId: string, { field, note }: BodyOf<typeof contract.provenance.doubt>) =>
  judgeValue(context, customerId, field, note === null ? 'value.judgement-withdrawn' : 'value.doubted', (before) =>
    note === null
      ? { ...before, doubtedBy: null, doubtedAt: null, doubt: null }
      : { confirmedBy: null, confirmedAt: null, doubtedBy: context.actor.personId, doubtedAt: context.now, doubt: foldForStorage(note) },
  )
