import type { Context } from '../../../platform/context.ts'
import { writeAudit } from '../../identity/index.ts'
import type { Import } from './imports.queries.ts'

/** Tells that an import has moved; `work` asks a worker to take it up. */
export async function announceImport(context: Context, one: Import, { work = false }: { work?: boolean } = {}): Promise<void> {
  await context.publish('integrations.import-changed', { id: one.id, state: one.state, work, unitId: one.unit_id, ownerId: one.owner_id })
}

/** Puts on record that somebody moved an import from one state to another. */
export async function auditState(context: Context, action: `import.${string}`, before: Import, after: Import): Promise<void> {
  await writeAudit(context, {
    action,
    subjectType: 'import',
    subjectId: after.id,
    before: { state: before.state },
    after: { state: after.state, fileName: after.file_name },
  })
}
