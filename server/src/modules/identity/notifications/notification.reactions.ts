import { eventNames, events } from '@parvandeh/contract'
import type { EventPayload } from '@parvandeh/contract'
import { onEvent, onEventOutward } from '../../../platform/outbox/reactions.ts'
import type { Reaction } from '../../../platform/outbox/reactions.ts'
import { deliverNotices, withdrawNotices } from './deliver-notices.ts'
import { moveNotifications } from './notification.queries.ts'
import { sendNotices } from './notifier.ts'
import type { Notifier } from './notifier.ts'

type NoticedEvent = 'service.request-changed' | 'service.requests-slow' | 'integrations.import-changed' | 'identity.bulk-changed'

/** Every event that tells somebody something, whoever sends it; the contract says which these are. */
const noticedEvents = eventNames.filter((name): name is NoticedEvent => 'notices' in (events[name].payload.shape as object))

/** The bell is filled from other modules' events; what goes out of the house waits until its cause can no longer be undone. */
export const notificationReactions = (notifiers: readonly Notifier[]): Reaction[] => [
  ...noticedEvents.map((name) =>
    onEvent(name, 'identity.deliver-notices', (context, { notices }: EventPayload<NoticedEvent>) => deliverNotices(context, notices)),
  ),
  onEvent('service.request-changed', 'identity.follow-notices', async (context, { id, change, ...rights }) => {
    if (change === 'undone') await withdrawNotices(context, id)
    await moveNotifications(context, id, rights)
  }),
  ...(notifiers.length === 0 ? [] : noticedEvents).map((name) =>
    onEventOutward(name, 'identity.send-notices', (context, { notices }: EventPayload<NoticedEvent>) =>
      sendNotices(context, notifiers, notices),
    ),
  ),
]
