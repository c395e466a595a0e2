import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { readFields, readGroups, readRemoved } from './fields.queries.ts'
import { presentField, presentGroup, presentRemoved } from './present-field.ts'

/** The organisation's own fields as forms need them: those that the actor may read, and for who manages them the removed ones. */
export async function listFields(context: Context): Promise<AnswerOf<typeof contract.customFields.list>> {
  const { grants, fieldClasses } = context.actor
  const manages = grants['customers.fields'] !== undefined
  const [groups, fields, removed] = [await readGroups(context), await readFields(context), manages ? await readRemoved(context) : []]
  return {
    groups: groups.map(presentGroup),
    // Whoever manages fields knows that they are there, whatever is in them.
    fields: fields.filter((field) => manages || fieldClasses.has(field.access_class)).map(presentField),
    removed: removed.flatMap((field) => (field.removed_at ? presentRemoved({ ...field, removed_at: field.removed_at }) : [])),
    can: { manage: manages },
  }
}
