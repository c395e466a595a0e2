/** Kinds of values that an organisation's own field can hold. Money is whole Rials, a date is a Gregorian day on the wire. */
export const customFieldTypes = [
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'choice',
  'choices',
  'yes-no',
  'person',
  'customer',
  'file',
  'phone',
  'email',
  'address',
] as const
export type CustomFieldType = (typeof customFieldTypes)[number]

/** By fields of these types a list can be put in order. */
export const sortedFieldTypes: readonly CustomFieldType[] = ['text', 'number', 'money', 'date']

/** Kinds of values of any field: `moment` has a time, `unit` is one of the organisation, `place` a province, county or city, `segment` whether the file is in one. */
export const fieldTypes = [...customFieldTypes, 'moment', 'unit', 'place', 'segment'] as const
export type FieldType = (typeof fieldTypes)[number]

/** What can be asked of a field's value, and in which shape the answer is compared. */
export const operators = {
  equals: 'one',
  'one-of': 'many',
  /** All of these, of a field of many choices. */
  'all-of': 'many',
  contains: 'one',
  begins: 'one',
  above: 'one',
  below: 'one',
  'at-least': 'one',
  'at-most': 'one',
  /** From the first to the second, both included. */
  between: 'range',
  /** Before, or after, a day. */
  before: 'day',
  after: 'day',
  /** In a period that moves with today, by its name: `this-month` is the Jalali month. */
  'in-period': 'period',
  /** In the last so many days, today included. */
  'last-days': 'days',
  /** In the next so many days, from tomorrow. */
  'next-days': 'days',
  /** More than so many days ago. */
  'older-than': 'days',
  /** In this unit or one below it. */
  under: 'one',
  filled: 'none',
  empty: 'none',
} as const
export type Operator = keyof typeof operators
export const operatorKeys = Object.keys(operators) as Operator[]

const whether = ['filled', 'empty'] as const
const ofText = ['equals', 'one-of', 'contains', 'begins', ...whether] as const
const ofNumbers = ['equals', 'one-of', 'above', 'below', 'at-least', 'at-most', 'between', ...whether] as const
const ofDays = ['equals', 'before', 'after', 'between', 'in-period', 'last-days', 'next-days', 'older-than', ...whether] as const
const ofNames = ['equals', 'one-of', ...whether] as const

/** What can be asked of a field of each type. */
export const operatorsOf: Readonly<Record<FieldType, readonly Operator[]>> = {
  text: ofText,
  'long-text': ['contains', ...whether],
  number: ofNumbers,
  money: ofNumbers,
  date: ofDays,
  moment: ofDays,
  choice: ofNames,
  choices: ['one-of', 'all-of', ...whether],
  'yes-no': ['equals', ...whether],
  person: ofNames,
  customer: ofNames,
  unit: ['equals', 'one-of', 'under', ...whether],
  place: ofNames,
  segment: ['equals', 'one-of'],
  file: whether,
  phone: ofText,
  email: ofText,
  address: ['contains', ...whether],
}
