import type { Context } from '../../../platform/context.ts'
import { codeColumn, column, copiedTable, rowsById, wordOf } from '../../../platform/subjects/copied-table.ts'
import type { CopiedTable, LineWords } from '../../../platform/subjects/holder.types.ts'
import type { CustomerFile } from '../files/file.types.ts'
import { readAllLines, readAllProvenance } from './copy.queries.ts'
import { accessColumns, accessRows } from './access-table.ts'
import { factNames, fileLines, sources } from './copy-words.ts'
import { fieldRows } from './field-rows.ts'
import { numberIn } from './said-of-values.ts'
import type { Telling } from './said-of-values.ts'
import { tablesBeside } from './tables-beside.ts'

type Row = Record<string, unknown>
type Locale = Context['locale']

/** What the file itself says: its fields, its ways of access, the history of its values, and what happened in it. */
export function ownTables(files: readonly CustomerFile[], telling: Telling, lines: readonly LineWords[]): CopiedTable[] {
  const ids = files.map(({ customerId }) => customerId)
  return [
    {
      name: 'file',
      title: { fa: 'اطلاعات پرونده', en: 'What the file says' },
      columns: [
        { ...column('field', 'ویژگی', 'Field'), read: (row, locale) => row['title'] ?? telling.nameOf(String(row['field']), locale) },
        { ...column('value', 'مقدار', 'Value'), read: (row, locale) => telling.valueOf(String(row['field']), row['value'], locale) },
      ],
      rows: (context) => fieldRows(context, files),
    },
    {
      name: 'access-points',
      title: { fa: 'راه‌های تماس', en: 'Ways to reach them' },
      columns: accessColumns(telling),
      rows: () => accessRows(files),
    },
    ...tablesBeside(ids, telling),
    copiedTable(historyOf(telling), ids, readAllProvenance),
    {
      name: 'timeline',
      title: { fa: 'خط زمان', en: 'Timeline' },
      columns: [
        column('at', 'زمان', 'When'),
        codeColumn('kind', 'رویداد', 'Event', wordsOfAll([fileLines, ...lines].map(({ kinds }) => kinds))),
        {
          ...column('facts', 'شرح', 'What it says'),
          read: (row, locale) => factsOf(row['facts'] as Row, [fileLines, ...lines], telling, locale),
        },
      ],
      rows: (context) => rowsById(context, ids, readAllLines),
    },
  ]
}

const historyOf = ({ nameOf, valueOf }: Telling) => ({
  name: 'value-history',
  title: { fa: 'مقدارها و سرچشمهٔ آن‌ها', en: 'Values and where they came from' },
  note: {
    fa: 'مقداری که هنوز تغییر نکرده، از همان جایی آمده است که پرونده از آن آمده.',
    en: 'A value that has never changed came from where the file came from.',
  },
  columns: [
    { ...column('field', 'ویژگی', 'Field'), read: (row: Row, locale: Locale) => nameOf(String(row['field']), locale) },
    { ...column('value', 'مقدار', 'Value'), read: (row: Row, locale: Locale) => valueOf(String(row['field']), row['value'], locale) },
    codeColumn('source', 'سرچشمه', 'Source', sources),
    column('fromAt', 'از', 'From'),
    column('untilAt', 'تا', 'Until'),
    column('confirmedAt', 'تأیید', 'Confirmed'),
  ],
})

const wordsOfAll = <T>(all: readonly Readonly<Record<string, T>>[]): Record<string, T> =>
  Object.fromEntries(all.flatMap((one) => Object.entries(one)))

/** The facts of a line that say something, a line each. */
function factsOf(facts: Row, lines: readonly LineWords[], { namesOf, valueOf }: Telling, locale: Locale): string[] {
  const words = wordsOfAll(lines.map((one) => one.facts))
  const told = (key: string, value: unknown): string => {
    if (key === 'fields') return namesOf(String(value).split(' '), locale).join(locale === 'fa' ? '، ' : ', ')
    const english = locale === 'en' ? facts[`${key}En`] : undefined
    const codes = words[key]
    return String(english ?? (codes ? wordOf(codes, value, locale) : valueOf(key.endsWith('ay') ? 'birthDate' : '', value, locale)))
  }
  return Object.entries(factNames).flatMap(([key, name]) => {
    const value = facts[key]
    return value === null || value === undefined || value === '' ? [] : [`${name[locale]}: ${numberIn(told(key, value), locale)}`]
  })
}
