import { conditionText, fieldsNamedIn, leavesOf, readCondition } from '@parvandeh/contract'
import type { Condition } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import type { ReadConditions } from '../../identity/index.ts'
import { fieldsByKey } from '../fields/field-catalogue.ts'

/** Of the named fields those that the actor cannot ask about: out of their sight, or no longer there. */
export async function hiddenAmong(context: Context, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const fields = await fieldsByKey(context, [...new Set(keys)])
  const isHidden = (key: string) => {
    const field = fields.get(key)
    return field?.ask === undefined || !context.actor.fieldClasses.has(field.accessClass)
  }
  return new Set(keys.filter(isHidden))
}

/** A condition without the values that hidden fields are compared with: a value alone would tell of what is kept in them. */
export function withoutHidden(condition: Condition, hidden: ReadonlySet<string>): Condition {
  const each = (parts: readonly Condition[]) => parts.map((part) => withoutHidden(part, hidden))
  if ('all' in condition) return { all: each(condition.all) }
  if ('any' in condition) return { any: each(condition.any) }
  if ('not' in condition) return { not: withoutHidden(condition.not, hidden) }
  return hidden.has(condition.field) ? { field: condition.field, is: condition.is } : condition
}

/** Conditions that were kept as text, each as the reader may read it, and whether they can ask it. */
export const conditionsForReader: ReadConditions = async (context, texts) => {
  const known = texts.filter((text) => conditionText.safeParse(text).success).map((text) => ({ text, condition: readCondition(text) }))
  const hidden = await hiddenAmong(
    context,
    known.flatMap(({ condition }) => fieldsNamedIn(condition)),
  )
  return new Map(
    known.map(({ text, condition }) => {
      const isOpen = !leavesOf(condition).some(({ field }) => hidden.has(field))
      return [text, { isOpen, text: isOpen ? text : JSON.stringify(withoutHidden(condition, hidden)) }]
    }),
  )
}
