import type { CustomValue } from '@parvandeh/contract'
import { checkPhone, foldForStorage, toAsciiDigits } from '@parvandeh/contract/persian'
import { z } from 'zod'
import type { FieldRow } from '../customers.tables.ts'
import { hasShape } from './pattern.rules.ts'

/** Why a value is refused; the sentences are in `custom-words.ts`. */
export type CustomProblem =
  | 'unfit'
  | 'unknown-choice'
  | 'too-short'
  | 'too-long'
  | 'too-small'
  | 'too-large'
  | 'pattern'
  | 'required'
  | 'not-unique'
  | 'not-there'
  | 'no-document'
  | 'no-such-field'

export type Tidied = { value: CustomValue } | { problem: CustomProblem; detail?: string }
export type Definition = Pick<FieldRow, 'key' | 'type' | 'choices' | 'rules'>

/** An index takes so much of a value and no more. */
const longestText: Partial<Record<FieldRow['type'], number>> = { 'long-text': 5000 }
const mostOfText = 500
const mostOfNumber = 1e15

/** A value as it is kept, or why it is not taken. `before` may hold a choice that is offered no more. */
export function tidyCustom(field: Definition, given: CustomValue, before?: CustomValue): Tidied {
  if (given === null || given === '' || (Array.isArray(given) && given.length === 0)) return { value: null }
  return tidiers[field.type](field, given, before)
}

type Tidy = (field: Definition, given: NonNullable<CustomValue>, before?: CustomValue) => Tidied
const unfit: Tidied = { problem: 'unfit' }

const tidyText: Tidy = ({ type, rules }, given) => {
  if (typeof given !== 'string') return unfit
  const value = type === 'long-text' ? given.split(/\r?\n/u).map(foldForStorage).join('\n').trim() : foldForStorage(given)
  if (value === '') return { value: null }
  const most = longestText[type] ?? mostOfText
  if (value.length > Math.min(rules.most ?? most, most)) return { problem: 'too-long', detail: String(Math.min(rules.most ?? most, most)) }
  if (value.length < (rules.least ?? 0)) return { problem: 'too-short', detail: String(rules.least) }
  if (rules.pattern && !hasShape(toAsciiDigits(value), rules.pattern)) return { problem: 'pattern', detail: rules.pattern }
  return { value: rules.pattern ? toAsciiDigits(value) : value }
}

const tidyNumber: Tidy = ({ type, rules }, given) => {
  const value = typeof given === 'string' ? numberIn(given) : given
  if (typeof value !== 'number' || !Number.isFinite(value) || Math.abs(value) > mostOfNumber) return unfit
  if (type === 'money' && !Number.isInteger(value)) return unfit
  if (rules.least !== undefined && value < rules.least) return { problem: 'too-small', detail: String(rules.least) }
  if (rules.most !== undefined && value > rules.most) return { problem: 'too-large', detail: String(rules.most) }
  return { value }
}

/** A number as people write it: grouped, in any digits, with any decimal sign. */
function numberIn(text: string): number {
  const plain = toAsciiDigits(text)
    .replaceAll(/[\s,٬،']/gu, '')
    .replaceAll(/[٫/]/gu, '.')
  return /^[+-]?\d{1,15}(?:\.\d{1,9})?$/u.test(plain) ? Number(plain) : Number.NaN
}

const day = z.iso.date()
const tidyDate: Tidy = (_, given) =>
  typeof given === 'string' && day.safeParse(given).success && given >= '1000' && given < '3000' ? { value: given } : unfit

const yes = new Set(['بله', 'بلی', 'آری', 'yes', 'true', '1'])
const no = new Set(['خیر', 'نه', 'no', 'false', '0'])
const tidyYesNo: Tidy = (_, given) => {
  if (typeof given === 'boolean') return { value: given }
  const word = foldForStorage(String(given)).toLowerCase()
  return yes.has(word) ? { value: true } : no.has(word) ? { value: false } : unfit
}

/** A choice by its key, or by what it is called, as a table from elsewhere has it. */
function choiceNamed({ choices }: Definition, word: unknown, before: readonly unknown[]): string | undefined {
  if (typeof word !== 'string') return undefined
  const named = foldForStorage(word)
  const found = choices.find(({ key, label }) => key === word || foldForStorage(label.fa) === named || label.en === named)
  return found && (!found.retired || before.includes(found.key)) ? found.key : undefined
}

const tidyChoice: Tidy = (field, given, before) => {
  const key = choiceNamed(field, given, [before])
  return key === undefined ? { problem: 'unknown-choice' } : { value: key }
}

const tidyChoices: Tidy = (field, given, before) => {
  const words = Array.isArray(given) ? given : String(given).split(/[,،؛;]/u)
  const keys = words.map((word) => choiceNamed(field, word.trim(), Array.isArray(before) ? before : []))
  const known = [...new Set(keys.filter((key) => key !== undefined))]
  if (keys.includes(undefined)) return { problem: 'unknown-choice' }
  const order = field.choices.map(({ key }) => key)
  return { value: known.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)) }
}

const tidyId: Tidy = (_, given) => (z.uuid().safeParse(given).success ? { value: String(given).toLowerCase() } : unfit)

const tidyPhone: Tidy = (_, given) => {
  if (typeof given !== 'string') return unfit
  const { valid, value, phone } = checkPhone(given)
  const kept = valid && !phone?.extension ? value : foldForStorage(given)
  return kept.length > 60 ? { problem: 'too-long', detail: '60' } : { value: kept || null }
}

const tidiers: Record<FieldRow['type'], Tidy> = {
  text: tidyText,
  'long-text': tidyText,
  email: tidyText,
  address: tidyText,
  number: tidyNumber,
  money: tidyNumber,
  date: tidyDate,
  'yes-no': tidyYesNo,
  choice: tidyChoice,
  choices: tidyChoices,
  person: tidyId,
  customer: tidyId,
  file: tidyId,
  phone: tidyPhone,
}

/** A value as it is compared when no two files may hold the same. */
export const uniqueKeyOf = (value: CustomValue): string =>
  foldForStorage(typeof value === 'string' ? value : JSON.stringify(value)).toLowerCase()
