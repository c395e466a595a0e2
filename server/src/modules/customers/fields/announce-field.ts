import type { Context } from '../../../platform/context.ts'

/** Tells that a field was defined anew; `work`: files are to be made ready for it. */
export const announceField = (context: Context, id: string, work: boolean): Promise<void> =>
  context.publish('customers.field-changed', { id, work, unitId: null, ownerId: null })
