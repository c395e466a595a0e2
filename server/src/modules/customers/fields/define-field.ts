import { fieldsNamedIn, isValueFit, leavesOf, mostFields } from '@parvandeh/contract'
import type { BodyOf, Condition, CustomField, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { fieldRefusals } from '../../../platform/refuse-field.ts'
import { writeAudit } from '../../identity/index.ts'
import type { FieldRow } from '../customers.tables.ts'
import { announceField } from './announce-field.ts'
import { asksWork, choicesOf, definitionColumns, keyFrom, lawful } from './definition.rules.ts'
import type { Definition } from './definition.rules.ts'
import { fieldsByKey } from './field-catalogue.ts'
import { holdFields } from './field-values.queries.ts'
import {
  claimHeldValues,
  countFields,
  dropClaims,
  findField,
  findGroup,
  insertField,
  nextPlace,
  takenKeys,
  updateField,
} from './fields.queries.ts'
import { presentField } from './present-field.ts'

const refuse = fieldRefusals({
  unknown: { fa: 'چنین موردی تعریف نشده است.', en: 'There is no such entry.' },
  taken: { fa: 'ویژگی دیگری با این شناسه هست.', en: 'Another field has this key.' },
  range: { fa: 'کمترین از بیشترین بزرگ‌تر است.', en: 'The least is more than the most.' },
  choices: { fa: 'دست‌کم یک گزینه لازم است.', en: 'At least one choice is needed.' },
  condition: {
    fa: 'شرط نمایش از چیزی می‌پرسد که در این فرم نیست، یا مقدارش درست نیست.',
    en: 'The condition asks about something that is not in the form, or its value is not right.',
  },
  'not-unique': { fa: 'چند پرونده مقدار یکسانی در این ویژگی دارند.', en: 'Several files hold the same value of this field.' },
  'too-many': { fa: 'شمار ویژگی‌ها به بیشینهٔ خود رسیده است.', en: 'There are as many fields as there can be.' },
})

/** Adds a field to the files of customers. */
export async function addField(context: Context, body: BodyOf<typeof contract.customFields.add>): Promise<CustomField> {
  const { key: given, type, ...rest } = body
  const definition = lawful(type, rest)
  await holdFields(context)
  if ((await countFields(context)) >= mostFields) throw refuse(context, 'key', 'too-many')
  const key = await freeKey(context, given, definition.label.en)
  await requireSound(context, key, type, definition)
  const row: FieldRow = {
    id: newId(context.now),
    key,
    type,
    ...rowOf(definition, choicesOf(definition.choices, [])),
    position: await nextPlace(context, definition.groupId),
    work_state: 'ready',
    work_after: null,
    work_done: 0,
    work_total: 0,
    version: 1,
    created_at: context.now,
    updated_at: context.now,
    removed_at: null,
    removed_by: null,
  }
  await insertField(context, { ...row, ...definitionColumns(definition, row.choices) })
  await announceField(context, row.id, false)
  const { work: _work, ...after } = presentField(row)
  await writeAudit(context, { action: 'field.added', subjectType: 'customer-field', subjectId: row.id, after })
  return presentField(row)
}

/** Says anew what is asked of a field. Its values stay; how search and filters find by them follows in the background. */
export async function changeField(
  context: Context,
  fieldId: string,
  { version, ...given }: BodyOf<typeof contract.customFields.change>,
): Promise<CustomField> {
  await holdFields(context)
  const before = await findField(context, fieldId)
  if (!before || before.removed_at !== null) throw new AppError('not-found')
  if (before.version !== version) throw new AppError('changed-meanwhile')
  const definition = lawful(before.type, given)
  await requireSound(context, before.key, before.type, definition)
  if (definition.unique && !before.is_unique && !(await claimHeldValues(context, before))) throw refuse(context, 'unique', 'not-unique')
  if (!definition.unique && before.is_unique) await dropClaims(context, before.id)
  const choices = choicesOf(definition.choices, before.choices)
  const work = asksWork(before, definition, choices)
  const after: FieldRow = { ...before, ...rowOf(definition, choices), version: version + 1, updated_at: context.now }
  if (work) Object.assign(after, { work_state: 'working', work_after: null, work_done: 0, work_total: 0 })
  await updateField(context, { ...after, ...definitionColumns(definition, choices) })
  await announceField(context, before.id, work)
  await auditChange(context, presentField(before), presentField(after))
  return presentField(after)
}

async function auditChange(context: Context, before: CustomField, after: CustomField): Promise<void> {
  const names = (Object.keys(after) as (keyof CustomField)[]).filter(
    (name) => !['version', 'updatedAt', 'work'].includes(name) && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  if (names.length === 0) return
  const only = (field: CustomField) => Object.fromEntries(names.map((name) => [name, field[name]]))
  await writeAudit(context, {
    action: 'field.changed',
    subjectType: 'customer-field',
    subjectId: after.id,
    before: only(before),
    after: only(after),
  })
}

const rowOf = (definition: Definition, choices: FieldRow['choices']) => ({
  ...definitionColumns(definition, choices),
  choices,
  rules: JSON.parse(definitionColumns(definition, choices).rules) as FieldRow['rules'],
  visible_when: definition.visibleWhen,
})

async function freeKey(context: Context, given: string | undefined, name: string | null): Promise<string> {
  const taken = await takenKeys(context)
  if (given !== undefined) {
    if (taken.has(given)) throw refuse(context, 'key', 'taken')
    return given
  }
  const named = keyFrom(name)
  if (named !== undefined && !taken.has(named)) return named
  for (let number = taken.size + 1; ; number += 1) {
    const key = `${named ?? 'field'}_${number}`
    if (!taken.has(key)) return key
  }
}

async function requireSound(context: Context, key: string, type: FieldRow['type'], given: Definition): Promise<void> {
  if (!(await findGroup(context, given.groupId))) throw refuse(context, 'groupId', 'unknown')
  const { least, most } = given.rules
  if (least !== null && most !== null && least > most) throw refuse(context, 'rules.least', 'range')
  if ((type === 'choice' || type === 'choices') && !given.choices.some(({ retired }) => !retired))
    throw refuse(context, 'choices', 'choices')
  if (given.visibleWhen !== null) await requireForm(context, key, given.visibleWhen)
}

/** A form can ask only about what stands in it: fixed fields and the organisation's own, and not the field about itself. */
async function requireForm(context: Context, key: string, condition: Condition): Promise<void> {
  const fields = await fieldsByKey(context, fieldsNamedIn(condition))
  for (const leaf of leavesOf(condition)) {
    const field = fields.get(leaf.field)
    const isOfForm = field !== undefined && (field.custom || ['identity', 'place'].includes(field.group)) && field.importable
    if (!isOfForm || leaf.field === `x.${key}` || leaf.is === 'under') throw refuse(context, 'visibleWhen', 'condition')
    if (!field.operators.includes(leaf.is) || !isValueFit(field.type, leaf)) throw refuse(context, 'visibleWhen', 'condition')
  }
}
