import { foldJoined, foldForStorage } from '../persian/folding.ts'
import { addDays } from '../persian/days.ts'
import { relativePeriod } from '../persian/periods.ts'
import type { RelativePeriod } from '../persian/periods.ts'
import type { Condition, Leaf } from './conditions.ts'

/** What stands in a form, by the keys of the catalogue; what is empty is null or absent. */
export type FormValues = Readonly<Record<string, unknown>>

/**
 * Whether a condition holds of what stands in a form: the same on the screen, where it shows and hides, and on the
 * server, which asks for what must be filled. Leaves over fields that a form does not have do not hold.
 */
export function conditionHolds(condition: Condition, values: FormValues, today: string): boolean {
  if ('all' in condition) return condition.all.every((part) => conditionHolds(part, values, today))
  if ('any' in condition) return condition.any.some((part) => conditionHolds(part, values, today))
  if ('not' in condition) return !conditionHolds(condition.not, values, today)
  return leafHolds(condition, values[condition.field], today)
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])
const plain = (value: unknown): unknown => (typeof value === 'string' ? foldForStorage(value) : value)

type Holds = (value: unknown, asked: unknown[], today: string) => boolean

const compare =
  (holds: (value: number | string, asked: number | string) => boolean): Holds =>
  (value, [asked]) =>
    typeof value === typeof asked && holds(value as number, asked as number)
const isDated =
  (holds: (day: string, today: string, asked: unknown) => boolean): Holds =>
  (value, [asked], today) =>
    typeof value === 'string' && holds(value, today, asked)

const meanings: Partial<Record<Leaf['is'], Holds>> = {
  equals: (value, [asked]) => plain(value) === plain(asked),
  'one-of': (value, asked) => listOf(value).some((one) => asked.map(plain).includes(plain(one))),
  'all-of': (value, asked) => asked.every((one) => listOf(value).includes(one)),
  contains: (value, [asked]) => foldJoined(String(value)).includes(foldJoined(String(asked))),
  begins: (value, [asked]) => foldJoined(String(value)).startsWith(foldJoined(String(asked))),
  above: compare((value, asked) => value > asked),
  below: compare((value, asked) => value < asked),
  'at-least': compare((value, asked) => value >= asked),
  'at-most': compare((value, asked) => value <= asked),
  between: (value, [least, most]) =>
    typeof value === typeof least && (value as number) >= (least as number) && (value as number) <= (most as number),
  before: compare((value, asked) => value < asked),
  after: compare((value, asked) => value > asked),
  'in-period': isDated((day, today, name) => {
    const { from, to } = relativePeriod(name as RelativePeriod, today)
    return day >= from && day < to
  }),
  'last-days': isDated((day, today, count) => day > addDays(today, -Number(count)) && day <= today),
  'next-days': isDated((day, today, count) => day > today && day <= addDays(today, Number(count))),
  'older-than': isDated((day, today, count) => day < addDays(today, -Number(count))),
}

function leafHolds({ is, value: asked }: Leaf, value: unknown, today: string): boolean {
  if (is === 'empty') return isEmpty(value)
  if (is === 'filled') return !isEmpty(value)
  return !isEmpty(value) && (meanings[is]?.(value, listOf(asked), today) ?? false)
}
