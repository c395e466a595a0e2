import type { Context } from '../../../platform/context.ts'
import type { FieldRow } from '../customers.tables.ts'
import type { CustomValues } from '../files/file.types.ts'
import { namesInSight } from './custom-references.ts'
import { readFields } from './fields.queries.ts'
import { customPath } from './settle-custom.ts'

interface Presented {
  values: CustomValues
  names: Record<string, string>
  withheld: string[]
}

/** Custom values as the actor may see them. What is of a removed field is not shown, and of a withheld one not told whether it is there. */
export async function presentCustom(context: Context, fields: readonly FieldRow[], custom: CustomValues): Promise<Presented> {
  const { fieldClasses } = context.actor
  const values: CustomValues = {}
  for (const { key, access_class: accessClass } of fields) {
    const value = custom[key]
    if (value !== undefined && fieldClasses.has(accessClass)) values[key] = value
  }
  return {
    values,
    names: await namesOfReferences(context, fields, [values]),
    withheld: fields.filter(({ access_class }) => !fieldClasses.has(access_class)).map(({ key }) => customPath(key)),
  }
}

/** What the customers that stand in these values are called, as far as they are in the actor's sight. */
export async function namesOfReferences(
  context: Context,
  fields: readonly FieldRow[],
  rows: readonly CustomValues[],
): Promise<Record<string, string>> {
  const keys = fields.filter(({ type }) => type === 'customer').map(({ key }) => key)
  const ids = new Set(rows.flatMap((row) => keys.map((key) => row[key])).filter((value) => typeof value === 'string'))
  return Object.fromEntries(await namesInSight(context, [...ids]))
}

/** The paths of those shown values that are delicate: reading them is put on record. */
export async function delicateCustom(context: Context, shown: Readonly<Record<string, unknown>>): Promise<string[]> {
  const fields = await readFields(context, Object.keys(shown))
  return fields.filter(({ access_class }) => access_class === 'sensitive' || access_class === 'financial').map(({ key }) => customPath(key))
}
