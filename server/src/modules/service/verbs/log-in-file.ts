import type { Context } from '../../../platform/context.ts'
import { logInteraction } from '../../interactions/index.ts'
import type { Interaction } from '../../interactions/index.ts'
import { throughRequest } from '../requests/through-request.ts'

/**
 * Logs what was said about a request in the customer's file. A request that was referred here may be answered here,
 * though its customer's file belongs to another unit.
 */
export const logInFile = (
  context: Context,
  customerId: string,
  input: Omit<Parameters<typeof logInteraction>[2], 'source'>,
): Promise<Interaction> => logInteraction(throughRequest(context, ['customers.read']), customerId, input, customerId)
