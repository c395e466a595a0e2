import type { BodyOf, requestRoutes } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { refuseField } from '../refuse-field.ts'
import type { RequestKey } from '../requests/request.queries.ts'
import { actOnRequest } from './act-on-request.ts'
import { eventKindOfContact } from './contact.rules.ts'
import { logInFile } from './log-in-file.ts'
import { whyNotHappened } from './moment.rules.ts'

/** Logs a call, visit, message or note about a request, at the moment at which it took place. */
export const logAboutRequest = (context: Context, key: RequestKey, input: BodyOf<typeof requestRoutes.logInteraction>) =>
  actOnRequest(context, key, 'logInteraction', async () => {
    // A clock a little fast is the interaction's to forgive or to refuse.
    if (whyNotHappened(new Date(input.startedAt), context.now) === 'too-long-ago') throw refuseField(context, 'startedAt', 'too-long-ago')
    const logged = await logInFile(context, key.customerId, input)
    const startedAt = new Date(logged.startedAt)
    return {
      kind: eventKindOfContact(input),
      // A clock a little fast is forgiven there; here nothing happens after now.
      at: startedAt < context.now ? startedAt : context.now,
      personId: logged.personId,
      unitId: logged.unitId,
      channel: input.channel,
      public: input.direction !== 'internal',
      answered: input.kind === 'call' ? input.answered : null,
      byCustomer: input.direction === 'in' && input.kind === 'message',
      interactionId: logged.id,
    }
  })
