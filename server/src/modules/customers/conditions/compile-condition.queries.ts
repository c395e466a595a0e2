import { fieldsNamedIn, isValueFit, leavesOf } from '@parvandeh/contract'
import type { Condition, Leaf } from '@parvandeh/contract'
import { localDay } from '@parvandeh/contract/persian'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Actor, Context } from '../../../platform/context.ts'
import { fieldRefusals } from '../../../platform/refuse-field.ts'
import { zoneOf } from '../../identity/index.ts'
import { fieldsByKey } from '../fields/field-catalogue.ts'
import type { Asking, FileField } from '../fields/file-field.ts'

const refuse = fieldRefusals({
  'unknown-field': {
    fa: 'شرط از ویژگی‌ای می‌پرسد که نیست، یا شما به آن دسترسی ندارید.',
    en: 'The condition asks about a field that is not there, or that you may not read.',
  },
  'unfit-condition': {
    fa: 'از این ویژگی چنین چیزی نمی‌توان پرسید، یا مقدار شرط درست نیست.',
    en: 'This cannot be asked of the field, or the value of the condition is not right.',
  },
})

interface Options {
  /** Whose rights hold, where it is not the context's own actor: a segment is reckoned under its owner's. */
  actor?: Actor
  alias?: string
  /** Segments whose rules led here. */
  within?: readonly string[]
  /** What the refusal calls the input that the condition came in. */
  input?: string
}

/**
 * A condition as SQL over files (`customers.customer`, alias `c`). Fields are looked up in the catalogue under the
 * actor's field classes: one that may not be read is refused just as one that is not there. Which files the actor may
 * see at all is not in it: that is `visibleFiles`.
 */
export async function compileCondition(context: Context, condition: Condition, options: Options = {}): Promise<RawBuilder<boolean>> {
  const { actor = context.actor, alias = 'c', within = [], input = 'where' } = options
  const fields = await fieldsByKey(context, fieldsNamedIn(condition))
  for (const leaf of leavesOf(condition)) {
    const field = fields.get(leaf.field)
    if (field?.ask === undefined || !actor.fieldClasses.has(field.accessClass)) throw refuse(context, input, 'unknown-field')
    if (!isFit(field, leaf)) throw refuse(context, input, 'unfit-condition')
  }
  const zone = await zoneOf(context)
  return compile(condition, fields, { context, actor, alias, within, zone, today: localDay(context.now, zone) })
}

const isFit = (field: FileField, leaf: Leaf): boolean => field.operators.includes(leaf.is) && isValueFit(field.type, leaf)

async function compile(condition: Condition, fields: ReadonlyMap<string, FileField>, asking: Asking): Promise<RawBuilder<boolean>> {
  const each = (parts: readonly Condition[]) => Promise.all(parts.map((part) => compile(part, fields, asking)))
  if ('all' in condition) return sql<boolean>`(${sql.join(await each(condition.all), sql` and `)})`
  if ('any' in condition) return sql<boolean>`(${sql.join(await each(condition.any), sql` or `)})`
  // What is not known is not so: with `not true`, a file without the value is among those that lack it.
  if ('not' in condition) return sql<boolean>`(${await compile(condition.not, fields, asking)}) is not true`
  const ask = fields.get(condition.field)?.ask
  if (ask === undefined) throw new Error(`no field ${condition.field}`)
  return ask(condition, asking)
}
