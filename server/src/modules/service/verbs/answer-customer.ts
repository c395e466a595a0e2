import type { requestRoutes, BodyOf } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import type { RequestKey } from '../requests/request.queries.ts'
import { actOnRequest } from './act-on-request.ts'
import { logInFile } from './log-in-file.ts'

/** Answers the customer: an outgoing message in the file, linked to the request; the first one is the first response. */
export const answerCustomer = (context: Context, key: RequestKey, { body, channel, documentIds }: BodyOf<typeof requestRoutes.answer>) =>
  actOnRequest(context, key, 'answer', async (request) => {
    const message = await logInFile(context, key.customerId, {
      kind: 'message',
      direction: 'out',
      channel,
      personId: context.actor.personId,
      startedAt: context.now.toISOString(),
      minutes: null,
      answered: true,
      subject: request.subject,
      body,
      documentIds,
    })
    return { kind: 'answered', channel, public: true, interactionId: message.id }
  })
