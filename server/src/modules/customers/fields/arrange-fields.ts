import type { BodyOf, FieldGroup, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { writeAudit } from '../../identity/index.ts'
import { announceField } from './announce-field.ts'
import {
  findGroup,
  insertGroup,
  isGroupEmpty,
  placeFields,
  placeGroups,
  readGroups,
  removeGroupRow,
  renameGroup,
} from './fields.queries.ts'
import { presentGroup } from './present-field.ts'

type Routes = typeof contract.customFields

/** Puts groups and fields in order; what is not named keeps its place after them. */
export async function arrangeFields(context: Context, { groups }: BodyOf<Routes['arrange']>): Promise<void> {
  const known = new Set((await readGroups(context)).map(({ id }) => id))
  const ours = groups.filter(({ id }) => known.has(id))
  await placeGroups(
    context,
    ours.map(({ id }) => id),
  )
  const places = ours.flatMap(({ id: groupId, fieldIds }) => fieldIds.map((fieldId, position) => ({ fieldId, groupId, position })))
  await placeFields(context, places)
  await writeAudit(context, { action: 'fields.arranged', subjectType: 'customer-field-group', after: { groups: ours } })
  await announceField(context, ours[0]?.id ?? newId(context.now), false)
}

export async function addGroup(context: Context, { label }: BodyOf<Routes['addGroup']>): Promise<FieldGroup> {
  const row = { id: newId(context.now), label_fa: label.fa, label_en: label.en, position: (await readGroups(context)).length, version: 1 }
  await insertGroup(context, row)
  await writeAudit(context, { action: 'field-group.added', subjectType: 'customer-field-group', subjectId: row.id, after: { label } })
  return presentGroup(row)
}

export async function changeGroup(
  context: Context,
  groupId: string,
  { label, version }: BodyOf<Routes['changeGroup']>,
): Promise<FieldGroup> {
  const before = await findGroup(context, groupId)
  if (!before) throw new AppError('not-found')
  if (before.version !== version || !(await renameGroup(context, groupId, label, version))) throw new AppError('changed-meanwhile')
  await writeAudit(context, {
    action: 'field-group.changed',
    subjectType: 'customer-field-group',
    subjectId: groupId,
    before: { label: presentGroup(before).label },
    after: { label },
  })
  return { id: groupId, label, version: version + 1 }
}

/** A group that no field stands in, removed ones included. */
export async function removeGroup(context: Context, groupId: string): Promise<void> {
  const group = await findGroup(context, groupId)
  if (!group) throw new AppError('not-found')
  if (!(await isGroupEmpty(context, groupId))) throw new AppError('still-in-use')
  await removeGroupRow(context, groupId)
  await writeAudit(context, {
    action: 'field-group.removed',
    subjectType: 'customer-field-group',
    subjectId: groupId,
    before: { label: presentGroup(group).label },
  })
}
