import type { Notice } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import type { Export } from './exports.queries.ts'

/** Tells whoever asked for an export that it has moved; when it ends by itself they find it in the bell. */
export async function announceExport(context: Context, one: Export, { work = false }: { work?: boolean } = {}): Promise<void> {
  const hasEnded = one.state === 'done' || one.state === 'failed'
  const rights = { unitId: null, ownerId: one.person_id }
  await context.publish('integrations.export-changed', {
    id: one.id,
    state: one.state,
    work,
    ...rights,
    notices: hasEnded ? [endOf(one)] : [],
  })
}

const endOf = (one: Export): Notice => ({
  kind: 'export-ended',
  personIds: [one.person_id],
  toUnitId: null,
  byPersonId: null,
  permission: 'customers.export',
  unitId: null,
  ownerId: one.person_id,
  subjectType: 'export',
  subjectId: one.id,
  label: one.file_name ?? '',
  title: null,
  titleClass: 'internal',
  outcome: one.state,
})
