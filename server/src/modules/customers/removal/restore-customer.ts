import type { Context } from '../../../platform/context.ts'
import { requireRemoved } from './require-file.ts'
import { bringBack } from './take-away.ts'

/** Puts a removed file back where it was, with all that hangs on it, to be found as before. */
export async function restoreCustomer(context: Context, customerId: string) {
  const removed = await requireRemoved(context, customerId)
  const [{ version } = removed] = await bringBack(context, [removed])
  return { customerId, version }
}
