import type { Notice } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { writeAudit } from '../../identity/index.ts'
import type { ImportState } from '../integrations.tables.ts'
import type { Import } from './imports.queries.ts'

/** Tells that an import has moved; `work` asks a worker to take it up. Whoever brought the file is told when it stands still without anybody's doing. */
export async function announceImport(context: Context, one: Import, { work = false }: { work?: boolean } = {}): Promise<void> {
  const rights = { unitId: one.unit_id, ownerId: one.owner_id }
  const notices = context.actor.kind === 'system' && ended.includes(one.state) ? [endOf(one)] : []
  await context.publish('integrations.import-changed', { id: one.id, state: one.state, work, ...rights, notices })
}

/** States to which the work itself comes. */
const ended: readonly ImportState[] = ['done', 'failed', 'paused']

const endOf = (one: Import): Notice => ({
  kind: 'import-ended',
  personIds: one.owner_id === null ? [] : [one.owner_id],
  toUnitId: null,
  byPersonId: null,
  permission: 'imports.run',
  unitId: one.unit_id,
  ownerId: one.owner_id,
  subjectType: 'import',
  subjectId: one.id,
  label: one.file_name,
  title: null,
  titleClass: 'internal',
  outcome: one.state,
})

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
