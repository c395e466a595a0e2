import type { Context } from '../../../platform/context.ts'
import type { StoredBulk } from './bulk.types.ts'

/** Tells whoever asked for the change that it has come further. `work`: there are rows to deal with. */
export const announceBulk = (context: Context, { id, personId }: StoredBulk, { work }: { work: boolean }): Promise<void> =>
  context.publish('identity.bulk-changed', { id, work, unitId: null, ownerId: personId })
