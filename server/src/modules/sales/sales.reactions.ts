import { onEvent } from '../../platform/outbox/reactions.ts'
import type { Reaction } from '../../platform/outbox/reactions.ts'
import { moveAccount } from './accounts/account.queries.ts'

/** Accounts go where their file goes: its unit and its owner decide who sees them. */
export const salesReactions: readonly Reaction[] = [
  onEvent('customers.customer-changed', 'sales.move-account', (context, { customerId, unitId, ownerId, version }) =>
    moveAccount(context, { customerId, unitId, ownerId, version }),
  ),
]
