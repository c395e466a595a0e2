import { onEventAtLength, onEvents } from '../../platform/outbox/reactions.ts'
import type { Reaction } from '../../platform/outbox/reactions.ts'
import { recountClocks, recountHeld } from './history/recount.ts'
import { refreshSearchKeys } from './requests/refresh-search-keys.ts'

/** What service does when others change: names that requests are found by, calendars that their clocks run on. */
export const serviceReactions: readonly Reaction[] = [
  onEvents('customers.files-merged', 'service.refresh-merged-search-keys', refreshSearchKeys),
  onEvents('customers.customer-changed', 'service.refresh-search-keys', refreshSearchKeys),
  onEventAtLength('identity.calendar-changed', 'service.recount-clocks', async (tools, days) => {
    const { read, changed } = await recountClocks(tools, days)
    tools.log.info({ read, changed }, 'clocks of requests reckoned again')
  }),
  onEventAtLength('identity.leave-changed', 'service.recount-held', async (tools, { personId, from, to }) => {
    const { read, changed } = await recountHeld(tools, personId, { from: new Date(from), to: new Date(to) })
    tools.log.info({ read, changed }, 'clocks of requests reckoned again after a leave')
  }),
]
