import type { Context } from '../../../platform/context.ts'
import type { Import } from './imports.queries.ts'

/** Tells that an import has moved; `work` asks a worker to take it up. */
export async function announceImport(context: Context, one: Import, { work = false }: { work?: boolean } = {}): Promise<void> {
  await context.publish('integrations.import-changed', { id: one.id, state: one.state, work, unitId: one.unit_id, ownerId: one.owner_id })
}
