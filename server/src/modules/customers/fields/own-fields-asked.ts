import type { Context } from '../../../platform/context.ts'
import type { FieldRow } from '../customers.tables.ts'
import { customPrefix } from './field-catalogue.ts'
import { readFields } from './fields.queries.ts'

/** The own fields among these columns, or all of them where none are named: those that the actor may read. */
export async function ownFieldsAsked(context: Context, columns: readonly string[] | undefined): Promise<FieldRow[]> {
  const keys = columns?.flatMap((column) => (column.startsWith(customPrefix) ? column.slice(customPrefix.length) : []))
  const fields = await readFields(context, keys)
  return fields.filter(({ access_class }) => context.actor.fieldClasses.has(access_class))
}
