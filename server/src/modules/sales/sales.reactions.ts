import { onEvents } from '../../platform/outbox/reactions.ts'
import type { Reaction } from '../../platform/outbox/reactions.ts'
import { moveAccounts } from './accounts/account.queries.ts'

/** Accounts go where their file goes: its unit and its owner decide who sees them. */
export const salesReactions: readonly Reaction[] = [
  onEvents('customers.customer-changed', 'sales.move-account', moveAccounts),
  onEvents('customers.files-merged', 'sales.move-merged-account', moveAccounts),
]
