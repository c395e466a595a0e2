import { operatorsOf } from '@parvandeh/contract'
import type { AnswerOf, DescribedGroup, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { askCustom } from '../conditions/custom-asks.queries.ts'
import type { FieldRow } from '../customers.tables.ts'
import { builtInFields, builtInGroups } from './built-in-fields.queries.ts'
import { readFields, readGroups } from './fields.queries.ts'
import type { FileField } from './file-field.ts'
import { peopleFields, peopleGroups } from './people-fields.queries.ts'

/** What the keys of the organisation's own fields begin with in the catalogue, in filters and as columns. */
export const customPrefix = 'x.' as const

const offered = new Map<string, FileField>()

/**
 * Adds fields that are kept elsewhere to what files can be filtered by: tags and classes within this module, facts of
 * other modules (an open request, purchases) at the composition root. A key offered again takes the other's place.
 */
export function offerFields(fields: readonly FileField[]): void {
  for (const field of fields) offered.set(field.key, field)
}

/** What every kind of field has in common is here described alike: built-in, offered by others, and the organisation's own. */
export async function fieldCatalogue(context: Pick<Context, 'tx'>): Promise<{ groups: DescribedGroup[]; fields: FileField[] }> {
  const [groups, own] = [await readGroups(context), await readFields(context)]
  return {
    groups: [
      ...builtInGroups,
      ...peopleGroups,
      ...groups.map(({ id, label_fa: fa, label_en: en }) => ({ key: id, label: { fa, en: en ?? fa } })),
    ],
    fields: [...builtInFields, ...(await peopleFields(context)), ...offered.values(), ...own.map(ownField)],
  }
}

/** The named fields only: what a condition or a list of columns needs. */
export async function fieldsByKey(context: Pick<Context, 'tx'>, keys: readonly string[]): Promise<Map<string, FileField>> {
  const own = keys.filter((key) => key.startsWith(customPrefix)).map((key) => key.slice(customPrefix.length))
  const kept = await peopleFields(context, keys)
  const fields = [...builtInFields, ...kept, ...offered.values(), ...(await readFields(context, own)).map(ownField)]
  return new Map(fields.filter(({ key }) => keys.includes(key)).map((field) => [field.key, field]))
}

/** One of the organisation's own fields as the catalogue has it. */
function ownField(row: FieldRow): FileField {
  return {
    key: `${customPrefix}${row.key}`,
    type: row.type,
    label: { fa: row.label_fa, en: row.label_en ?? row.label_fa },
    group: row.group_id,
    accessClass: row.access_class,
    kinds: row.kinds,
    custom: true,
    choices:
      row.type === 'choice' || row.type === 'choices'
        ? row.choices.map(({ key, label }) => ({ key, label: { fa: label.fa, en: label.en ?? label.fa } }))
        : null,
    operators: [...operatorsOf[row.type]],
    sortable: false,
    exportable: true,
    importable: row.type !== 'file' && row.type !== 'customer',
    ask: askCustom(row),
  }
}

/** The catalogue as the actor may know it. */
export async function showFieldCatalogue(context: Context): Promise<AnswerOf<typeof contract.customerFields.show>> {
  const { groups, fields } = await fieldCatalogue(context)
  return { groups, fields: fields.filter(({ accessClass }) => context.actor.fieldClasses.has(accessClass)) }
}
