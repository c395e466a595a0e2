import type { Context } from '../../../../platform/context.ts'
import type { CustomerFile } from '../../files/file.types.ts'
import { readRightsOf } from '../pairs.queries.ts'

/** Tells that files came together or apart: first the one that is left, which changed, and those that were carried along. */
export async function announceMerge(context: Context, files: readonly CustomerFile[], carried: readonly string[]): Promise<void> {
  const [file] = files
  if (file) {
    const { customerId, version, unitId, ownerId } = file
    await context.publish('customers.customer-changed', { customerId, id: customerId, version, unitId, ownerId })
  }
  const rights = [
    ...files.map(({ customerId, unitId, ownerId }) => ({ customerId, unitId, ownerId })),
    ...(await readRightsOf(context, carried)),
  ]
  for (const { customerId, unitId, ownerId } of rights) {
    await context.publish('customers.files-merged', { customerId, id: customerId, unitId, ownerId })
  }
}
