import { z } from 'zod'
import { day } from '../fields.ts'
import { relativePeriodNames } from '../persian/periods.ts'
import { operatorKeys, operators } from './field-types.ts'
import type { FieldType, Operator } from './field-types.ts'

export const deepestCondition = 5
export const mostLeaves = 50

export type ConditionValue = string | number | boolean | (string | number)[]

/** One thing asked of one field. */
export interface Leaf {
  field: string
  is: Operator
  value?: ConditionValue | undefined
}

/** What files are chosen by: leaves, joined by all, any and not. */
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Leaf

/** How the catalogue calls a field: a built-in name, or `x.` and the key of the organisation's own. */
export const fieldKey = z
  .string()
  .max(60)
  .regex(/^[a-zA-Z][a-zA-Z0-9._-]*$/u)

const text = z
  .string()
  .max(300)
  .regex(/^[^\u0000\p{Cs}]*$/u)
const scalar = z.union([text, z.number()])
const leaf = z.strictObject({
  field: fieldKey,
  is: z.enum(operatorKeys as [Operator, ...Operator[]]),
  value: z.union([scalar, z.boolean(), z.array(scalar).min(1).max(100)]).optional(),
})

const anyCondition: z.ZodType<Condition, Condition> = z.lazy(() =>
  z.union([
    leaf,
    z.strictObject({ all: z.array(anyCondition).min(1).max(mostLeaves) }),
    z.strictObject({ any: z.array(anyCondition).min(1).max(mostLeaves) }),
    z.strictObject({ not: anyCondition }),
  ]),
)

/** Measured before anything else looks at it: what is nested a thousand deep is not walked into. */
function isBounded(given: unknown): boolean {
  let leaves = 0
  const within = (one: unknown, depth: number): boolean => {
    if (typeof one !== 'object' || one === null) return true
    if (depth > deepestCondition) return false
    const { all, any, not } = one as { all?: unknown; any?: unknown; not?: unknown }
    const parts = [all, any].flatMap((part): unknown[] => (Array.isArray(part) ? part : []))
    if (not !== undefined) parts.push(not)
    if (parts.length === 0) leaves += 1
    return leaves <= mostLeaves && parts.every((part) => within(part, depth + 1))
  }
  return within(given, 1)
}

/**
 * A condition on files: at most five levels and fifty leaves. Whether its fields are there, may be read by whoever asks
 * and are asked what can be asked of them is seen when it is used.
 */
export const condition = z
  .record(z.string(), z.unknown())
  .refine(isBounded, { abort: true })
  .refine((given) => anyCondition.safeParse(given).success)
  .meta({ description: '{"all":[…]}, {"any":[…]}, {"not":…} or {"field":…,"is":…,"value":…}' }) as unknown as z.ZodType<
  Condition,
  Condition
>

/** The same as JSON, for the query of a list; `readCondition` reads it. */
export const conditionText = z
  .string()
  .max(4000)
  .refine((json) => condition.safeParse(jsonOf(json)).success)

/** The condition that a text which met `conditionText` holds. */
export const readCondition = (json: string): Condition => condition.parse(jsonOf(json))

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Every field that a condition names, each once. */
export function fieldsNamedIn(one: Condition): string[] {
  return [...new Set(leavesOf(one).map(({ field }) => field))]
}

/** The leaves of a condition, in their order. */
export function leavesOf(one: Condition): Leaf[] {
  if ('all' in one) return one.all.flatMap(leavesOf)
  if ('any' in one) return one.any.flatMap(leavesOf)
  if ('not' in one) return leavesOf(one.not)
  return [one]
}

const isDay = (text: string) => day.safeParse(text).success
const isNumeric = (type: FieldType) => type === 'number' || type === 'money' || type === 'place'
const isDated = (type: FieldType) => type === 'date' || type === 'moment'
const isNamed = (type: FieldType) => type === 'person' || type === 'customer' || type === 'unit' || type === 'segment'

function isValueOf(type: FieldType, value: unknown): value is string | number | boolean {
  if (type === 'yes-no') return typeof value === 'boolean'
  if (isNumeric(type)) return typeof value === 'number'
  if (typeof value !== 'string' || value.trim() === '') return false
  if (isDated(type)) return isDay(value)
  if (isNamed(type)) return z.uuid().safeParse(value).success || (type === 'person' && value === 'me')
  return true
}

/** Whether a leaf's value is one that its operator can compare a field of this type with. */
export function isValueFit(type: FieldType, { is, value }: Leaf): boolean {
  switch (operators[is]) {
    case 'none':
      return value === undefined
    case 'one':
      return isValueOf(type, value)
    case 'many':
      return Array.isArray(value) && value.every((one) => isValueOf(type, one))
    case 'range':
      return Array.isArray(value) && value.length === 2 && value.every((one) => isValueOf(type, one)) && value[0]! <= value[1]!
    case 'day':
      return typeof value === 'string' && isDay(value)
    case 'period':
      return relativePeriodNames.some((name) => name === value)
    case 'days':
      return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 40_000
  }
}
