import { customerTargets, pointTargets } from '@parvandeh/contract'
import type { AccessClass, CustomerMapping } from '@parvandeh/contract'
import type { FieldProblem } from '../../../../platform/failure.ts'
import type { OwnField } from '../../../customers/index.ts'
import { nameFinder } from '../mapping/check-mapping.rules.ts'
import { problemWords } from '../mapping/problem-words.ts'
import { settleFormats } from '../mapping/settle-formats.rules.ts'
import type { ColumnSample } from '../mapping/settle-formats.rules.ts'
import { classOfColumn } from './class-of-column.ts'

type Checked = { mapping: CustomerMapping; problems?: undefined } | { mapping?: undefined; problems: FieldProblem[] }

const repeatable: readonly string[] = [...pointTargets, 'label', 'postalCode', 'addressCity', 'addressProvince', 'addressRest']

/**
 * Holds a mapping of customers against the columns of a file and the classes that the importer may read: what one may
 * not read one may not write over either, nor ask for by matching. Gives it with the names as the file has them.
 */
export function checkCustomers(
  given: CustomerMapping,
  columns: readonly ColumnSample[],
  { locale, classes, own }: { locale: 'fa' | 'en'; classes: ReadonlySet<AccessClass>; own: readonly OwnField[] },
): Checked {
  const problems: FieldProblem[] = []
  const complain = (field: string, code: keyof typeof words, value = '') =>
    void problems.push({ field, code, message: words[code][locale].replace('{}', value) })
  const nameOf = nameFinder(columns.map(({ name }) => name))
  const seen = new Set<string>()
  const ownFields = new Map(own.filter(({ type }) => !notImported.includes(type)).map((field) => [`x.${field.key}`, field]))
  const isDate = (to: string) => to === 'birthDate' || ownFields.get(to)?.type === 'date'
  const mapped = given.columns.map((one, index) => {
    const name = nameOf(one.column)
    const field = `columns.${index}`
    if (name === undefined) complain(field, 'no-such-column', one.column)
    const ownField = ownFields.get(one.to)
    if (!ownField && !(customerTargets as readonly string[]).includes(one.to)) complain(field, 'no-such-target', one.to)
    else if (!classes.has(classOfColumn(one.to, own))) complain(field, 'class-not-yours', one.column)
    if (seen.has(one.to) && !repeatable.includes(one.to)) complain(field, 'target-taken', one.column)
    seen.add(one.to)
    return { ...one, column: name ?? one.column }
  })
  const tells = (...targets: string[]) => mapped.some(({ to }) => targets.includes(to))
  if (!tells('fullName', 'firstName', 'lastName', 'organisationName', 'code', 'externalKey', 'nationalCode', ...pointTargets))
    complain('columns', 'nobody-named')

  const dateFormats: Record<string, string> = {}
  const dates = columns.filter(({ name }) => mapped.some(({ column, to }) => column === name && isDate(to)))
  const formats = Object.fromEntries(Object.entries(given.dateFormats).map(([name, format]) => [nameOf(name) ?? name, format]))
  for (const [name, format] of settleFormats(dates, formats, given.missing)) {
    if (typeof format === 'string') dateFormats[name] = format
    // Nothing among the first rows: what comes later is read as most people here write it, and reported where it is not so.
    else if (dates.find((one) => one.name === name)?.values.every((value) => value.trim() === '')) dateFormats[name] = 'jalali-ymd'
    else complain(`dateFormats.${name}`, format.problem, name)
  }
  for (const { column, to } of mapped) {
    if (ownFields.get(to)?.type === 'money' && given.moneyUnits[column] === undefined)
      complain(`moneyUnits.${column}`, 'unit-needed', column)
  }
  return problems.length > 0 ? { problems } : { mapping: { ...given, columns: mapped, dateFormats } }
}

/** Kinds of values that a cell cannot hold. */
const notImported: readonly string[] = ['file', 'customer']

const words = {
  ...problemWords,
  'no-such-target': { fa: 'جایی به نام «{}» در پرونده نیست.', en: 'A file has no place for “{}”.' },
  'target-taken': { fa: 'دو ستون برای یک جا برگزیده شده است: «{}».', en: 'Two columns are meant for the same place: “{}”.' },
  'class-not-yours': {
    fa: 'شما اجازهٔ دیدن این داده را ندارید و ستون «{}» را نمی‌توانید وارد کنید.',
    en: 'You may not read this field, so the column “{}” cannot be imported by you.',
  },
  'nobody-named': {
    fa: 'دست‌کم یک ستون باید نام، کد یا راه ارتباطی مشتری باشد.',
    en: 'At least one column must be a name, a code or a way to reach the customer.',
  },
  'unit-needed': { fa: 'بگویید مبلغ‌های ستون «{}» ریال است یا تومان.', en: 'Say whether the amounts in “{}” are Rials or Tomans.' },
} as const
