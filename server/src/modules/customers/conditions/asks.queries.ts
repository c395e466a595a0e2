import type { FieldType, Leaf } from '@parvandeh/contract'
import { addDays, checkPhone, foldForStorage, foldJoined, instantOfLocal, relativePeriod, toAsciiDigits } from '@parvandeh/contract/persian'
import type { RelativePeriod } from '@parvandeh/contract/persian'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Asking } from '../fields/file-field.ts'

type Ask = (leaf: Leaf, asking: Asking) => RawBuilder<boolean>
type Expression = (asking: Asking) => RawBuilder<unknown>

/** Days from one, to before another; open where there is none. */
interface Span {
  from: string | null
  to: string | null
}

const literal = (text: string) => text.replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`)
export const pattern = (is: Leaf['is'], text: string): string => `${is === 'begins' ? '' : '%'}${literal(text)}%`
export const manyOf = ({ value }: Leaf): (string | number | boolean)[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

const spans: Partial<Record<Leaf['is'], (first: string, second: string, today: string) => Span>> = {
  before: (first) => ({ from: null, to: first }),
  after: (first) => ({ from: addDays(first, 1), to: null }),
  between: (first, second) => ({ from: first, to: addDays(second, 1) }),
  'in-period': (name, _, today) => relativePeriod(name as RelativePeriod, today),
  'last-days': (days, _, today) => ({ from: addDays(today, 1 - Number(days)), to: addDays(today, 1) }),
  'next-days': (days, _, today) => ({ from: addDays(today, 1), to: addDays(today, 1 + Number(days)) }),
  'older-than': (days, _, today) => ({ from: null, to: addDays(today, -Number(days)) }),
}
const oneDay = (first: string): Span => ({ from: first, to: addDays(first, 1) })

/** The days that a leaf over a date or a moment speaks of; of a day by itself, that day. */
export function spanOf(leaf: Leaf, today: string): Span {
  const [first = today, second = first] = manyOf(leaf).map(String)
  return (spans[leaf.is] ?? oneDay)(first, second, today)
}

/** Asks a column of folded or plain text. */
export const askText =
  (column: Expression): Ask =>
  (leaf, asking) => {
    const text = column(asking)
    if (leaf.is === 'empty') return sql<boolean>`${text} is null`
    if (leaf.is === 'filled') return sql<boolean>`${text} is not null`
    if (leaf.is === 'contains' || leaf.is === 'begins')
      return sql<boolean>`platform.fold_joined(${text}) like ${pattern(leaf.is, foldJoined(String(leaf.value)))}`
    return sql<boolean>`${text} = any(${manyOf(leaf).map((one) => foldForStorage(String(one)))}::text[])`
  }

/** Asks a column of one word out of a list, or of an id. */
export const askName =
  (column: Expression, type: 'text' | 'uuid' | 'int'): Ask =>
  (leaf, asking) => {
    const name = column(asking)
    if (leaf.is === 'empty') return sql<boolean>`${name} is null`
    if (leaf.is === 'filled') return sql<boolean>`${name} is not null`
    return sql<boolean>`${name} = any(${namesOf(leaf, asking)}::${sql.raw(type)}[])`
  }

/** The values that are named; `me` is whoever asks. */
export const namesOf = (leaf: Leaf, { actor }: Asking): unknown[] => manyOf(leaf).map((one) => (one === 'me' ? actor.personId : one))

export const askNumber =
  (column: Expression): Ask =>
  (leaf, asking) =>
    compareNumbers(column(asking), leaf, (value) => sql`${value}`)

const comparisons: Partial<Record<Leaf['is'], RawBuilder<unknown>>> = {
  above: sql`>`,
  below: sql`<`,
  'at-least': sql`>=`,
  'at-most': sql`<=`,
}

/** A comparison of numbers in whatever form they are kept. */
export function compareNumbers(
  number: RawBuilder<unknown>,
  leaf: Leaf,
  written: (value: number) => RawBuilder<unknown>,
): RawBuilder<boolean> {
  if (leaf.is === 'empty') return sql<boolean>`${number} is null`
  if (leaf.is === 'filled') return sql<boolean>`${number} is not null`
  const values = manyOf(leaf).map((one) => written(Number(one)))
  if (leaf.is === 'between') return sql<boolean>`${number} between ${sql.join(values, sql` and `)}`
  const comparison = comparisons[leaf.is]
  return comparison ? sql<boolean>`${number} ${comparison} ${values[0]}` : sql<boolean>`${number} in (${sql.join(values)})`
}

export const askYesNo =
  (column: Expression): Ask =>
  (leaf, asking) =>
    leaf.is === 'equals' ? sql<boolean>`${column(asking)} = ${leaf.value === true}` : sql<boolean>`${leaf.is === 'filled'}::boolean`

export const askDay =
  (column: Expression): Ask =>
  (leaf, asking) => {
    const day = column(asking)
    if (leaf.is === 'empty') return sql<boolean>`${day} is null`
    if (leaf.is === 'filled') return sql<boolean>`${day} is not null`
    const { from, to } = spanOf(leaf, asking.today)
    return within(day, from && sql`${from}::date`, to && sql`${to}::date`)
  }

/** Asks a column of moments by local days; `none` is what stands where there was none. */
export const askMoment =
  (column: Expression): Ask =>
  (leaf, asking) => {
    const at = column(asking)
    // Minus infinity stands for never where lists need an order.
    const never = sql`'-infinity'::timestamptz`
    if (leaf.is === 'empty') return sql<boolean>`(${at} is null or ${at} = ${never})`
    if (leaf.is === 'filled') return sql<boolean>`${at} > ${never}`
    const { from, to } = spanOf(leaf, asking.today)
    const midnight = (day: string) => sql`${instantOfLocal(day, '00:00', asking.zone)}::timestamptz`
    const span = within(at, from && midnight(from), to && midnight(to))
    return from === null ? sql<boolean>`(${at} > ${never} and ${span})` : span
  }

function within(
  value: RawBuilder<unknown>,
  from: RawBuilder<unknown> | null | '',
  to: RawBuilder<unknown> | null | '',
): RawBuilder<boolean> {
  if (from && to) return sql<boolean>`(${value} >= ${from} and ${value} < ${to})`
  if (from) return sql<boolean>`${value} >= ${from}`
  return to ? sql<boolean>`${value} < ${to}` : sql<boolean>`true`
}

/** Asks the ways to reach a customer of one kind. */
export function askAccess(kind: string, type: FieldType): Ask {
  return (leaf, { alias }) => {
    const points = sql`select from customers.access_point p where p.customer_id = ${sql.ref(`${alias}.customer_id`)} and p.kind = ${kind}`
    if (leaf.is === 'empty') return sql<boolean>`not exists (${points})`
    if (leaf.is === 'filled') return sql<boolean>`exists (${points})`
    return sql<boolean>`exists (${points} and ${type === 'phone' ? phoneMatch(leaf) : textMatch(leaf)})`
  }
}

function textMatch(leaf: Leaf): RawBuilder<boolean> {
  return leaf.is === 'contains' || leaf.is === 'begins'
    ? sql<boolean>`platform.fold_joined(p.value) like ${pattern(leaf.is, foldJoined(String(leaf.value)))}`
    : sql<boolean>`p.value = any(${manyOf(leaf).map((one) => foldForStorage(String(one)))}::text[])`
}

/** Numbers are kept with the country's prefix, and typed as one dials them. */
function phoneMatch(leaf: Leaf): RawBuilder<boolean> {
  if (leaf.is === 'contains' || leaf.is === 'begins')
    return sql<boolean>`p.digits like ${pattern(leaf.is, dialled(String(leaf.value), leaf.is === 'begins'))}`
  return sql<boolean>`p.value = any(${manyOf(leaf).map((one) => checkPhone(String(one)).value)}::text[])`
}

/** The digits that a typed part of a number has when it is kept. */
export function dialled(typed: string, fromStart: boolean): string {
  const digits = toAsciiDigits(typed).replaceAll(/\D/gu, '')
  if (digits.startsWith('00')) return digits.slice(2)
  if (!digits.startsWith('0')) return digits
  return fromStart ? `98${digits.slice(1)}` : digits.slice(1)
}
