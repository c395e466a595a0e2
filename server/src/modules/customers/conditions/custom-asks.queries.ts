import type { Leaf } from '@parvandeh/contract'
import { checkPhone, foldForStorage, foldJoined } from '@parvandeh/contract/persian'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { FieldRow } from '../customers.tables.ts'
import type { Asking, FileField } from '../fields/file-field.ts'
import { compareNumbers, dialled, manyOf, namesOf, pattern, spanOf } from './asks.queries.ts'

type Field = Pick<FieldRow, 'id' | 'key' | 'type' | 'filtered' | 'work_state'>

/** What is compared: a value as JSON, and its text as search folds it. */
interface Place {
  value: RawBuilder<unknown>
  folded: RawBuilder<unknown>
}

/**
 * Asks one of the organisation's own fields. Where it is kept for filters, its rows there are asked; until they are
 * complete, or where it is not kept so, the file itself is, which is slower and no less right.
 */
export const askCustom =
  (field: Field): NonNullable<FileField['ask']> =>
  (leaf, asking) => {
    const { alias } = asking
    const onFile = sql`${sql.ref(`${alias}.custom`)} -> ${sql.lit(field.key)}`
    if (leaf.is === 'filled') return sql<boolean>`${sql.ref(`${alias}.custom`)} ? ${field.key}`
    if (leaf.is === 'empty') return sql<boolean>`not (${sql.ref(`${alias}.custom`)} ? ${field.key})`
    if (!field.filtered || field.work_state !== 'ready' || leaf.is === 'all-of')
      return compared(field, leaf, asking, { value: onFile, folded: sql`platform.fold_joined(${onFile} #>> '{}')` })
    const kept = compared({ ...field, type: field.type === 'choices' ? 'choice' : field.type }, leaf, asking, {
      value: sql`v.value`,
      folded: sql`v.folded`,
    })
    return sql<boolean>`exists (select from customers.field_value v
      where v.customer_id = ${sql.ref(`${alias}.customer_id`)} and v.field_id = ${field.id}::uuid and ${kept})`
  }

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

type Compare = (leaf: Leaf, asking: Asking, place: Place) => RawBuilder<boolean>

// Numbers stand together in the order of JSON values, so that what is compared needs no cast that could fail.
const compareNumber: Compare = (leaf, _, { value }) =>
  sql<boolean>`(${value} < 'false'::jsonb and ${value} >= '-1e30'::jsonb and ${compareNumbers(value, leaf, json)})`
const compareDay: Compare = (leaf, { today }, { value }) => inSpan(value, spanOf(leaf, today))
const compareChoices: Compare = (leaf, _, { value }) =>
  leaf.is === 'all-of' ? sql<boolean>`${value} @> ${json(manyOf(leaf))}` : sql<boolean>`${value} ?| ${manyOf(leaf).map(String)}::text[]`
const compareName: Compare = (leaf, asking, { value }) => oneOf(value, namesOf(leaf, asking))

const comparisons: Partial<Record<FieldRow['type'], Compare>> = {
  number: compareNumber,
  money: compareNumber,
  date: compareDay,
  choices: compareChoices,
  'yes-no': compareName,
  choice: compareName,
  person: compareName,
  customer: compareName,
  file: compareName,
}

const compared = ({ type }: Pick<Field, 'type'>, leaf: Leaf, asking: Asking, place: Place): RawBuilder<boolean> =>
  comparisons[type]?.(leaf, asking, place) ?? textual(type, leaf, place)

const oneOf = (value: RawBuilder<unknown>, wanted: readonly unknown[]) => sql<boolean>`${value} in (${sql.join(wanted.map(json))})`

function inSpan(value: RawBuilder<unknown>, { from, to }: ReturnType<typeof spanOf>): RawBuilder<boolean> {
  return sql<boolean>`(${value} >= ${json(from ?? '0')} and ${value} < ${json(to ?? '9')})`
}

function textual(type: FieldRow['type'], leaf: Leaf, { value, folded }: Place): RawBuilder<boolean> {
  const kept = (text: string) => (type === 'phone' ? checkPhone(text).value : foldForStorage(text))
  if (leaf.is !== 'contains' && leaf.is !== 'begins')
    return oneOf(
      value,
      manyOf(leaf).map((one) => kept(String(one))),
    )
  const text = String(leaf.value)
  if (type !== 'phone') return sql<boolean>`${folded} like ${pattern(leaf.is, foldJoined(text))}`
  const digits = dialled(text, leaf.is === 'begins')
  return sql<boolean>`${folded} like ${leaf.is === 'begins' ? `+${digits}%` : pattern(leaf.is, digits)}`
}
