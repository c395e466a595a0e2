import type { RequestMapping } from '@parvandeh/contract'
import { guessDateFormat, isDateFormat, isTimeZone } from '@parvandeh/contract/persian'
import type { FieldProblem } from '../../../../platform/failure.ts'
import { momentRoles } from './parse-row.rules.ts'

/** What is known of a column before the mapping is chosen: its name and some of its values. */
export interface ColumnSample {
  name: string
  values: readonly string[]
}

type Checked = { mapping: RequestMapping; problems?: undefined } | { mapping?: undefined; problems: FieldProblem[] }

/**
 * Holds a mapping against the columns of a file. Gives it with a format for each column of moments, guessed from the
 * values where none is named; or says field by field why it does not fit.
 */
export function checkMapping(given: RequestMapping, columns: readonly ColumnSample[], locale: 'fa' | 'en'): Checked {
  const say = (field: string, code: ProblemCode, value = ''): FieldProblem => ({
    field,
    code,
    message: words[code][locale].replace('{}', value),
  })
  const problems: FieldProblem[] = []
  if (!isTimeZone(given.zone)) problems.push(say('zone', 'no-such-zone', given.zone))
  const names = new Set(columns.map((column) => column.name))
  for (const [role, column] of Object.entries(given.columns))
    if (column && !names.has(column)) problems.push(say(`columns.${role}`, 'no-such-column', column))
  given.keyColumns.forEach((column, index) => names.has(column) || problems.push(say(`keyColumns.${index}`, 'no-such-column', column)))
  for (const role of missingRoles(given)) problems.push(say(`columns.${role}`, 'column-needed'))
  const dateFormats: Record<string, string> = {}
  for (const role of momentRoles) {
    const column = columns.find(({ name }) => name === given.columns[role])
    if (!column) continue
    const format = formatOf(column, given)
    if (typeof format === 'string') dateFormats[column.name] = format
    else problems.push(say(`dateFormats.${column.name}`, format.code, column.name))
  }
  return problems.length > 0 ? { problems } : { mapping: { ...given, dateFormats } }
}

function missingRoles({ kind, columns }: RequestMapping): string[] {
  if (kind === 'event-log') return (['number', 'at', 'activity'] as const).filter((role) => !columns[role])
  return [...(columns.number ? [] : ['number']), ...(columns.registeredAt || columns.reportedAt ? [] : ['registeredAt'])]
}

function formatOf({ name, values }: ColumnSample, { dateFormats, missing }: RequestMapping): string | { code: ProblemCode } {
  const named = dateFormats[name]
  if (named !== undefined) return isDateFormat(named) ? named : { code: 'no-such-format' }
  const guess = guessDateFormat(values.filter((value) => !missing.includes(value)))
  if (guess.format === null) return { code: 'no-dates' }
  return guess.ambiguous ? { code: 'ambiguous-dates' } : guess.format
}

const words = {
  'no-such-zone': { fa: 'منطقهٔ زمانی «{}» شناخته نیست.', en: 'The time zone “{}” is not known.' },
  'no-such-column': { fa: 'ستون «{}» در این فایل نیست.', en: 'The file has no column “{}”.' },
  'column-needed': { fa: 'این ستون باید معلوم شود.', en: 'This column must be named.' },
  'no-such-format': {
    fa: 'شکل تاریخی که برای ستون «{}» گفته شده شناخته نیست.',
    en: 'The date format named for the column “{}” is not known.',
  },
  'no-dates': {
    fa: 'در ستون «{}» تاریخی پیدا نشد؛ شکل تاریخ آن را بگویید.',
    en: 'No dates were found in the column “{}”; name its format.',
  },
  'ambiguous-dates': {
    fa: 'تاریخ‌های ستون «{}» را بیش از یک جور می‌توان خواند؛ شکل درست را بگویید.',
    en: 'The dates in the column “{}” can be read in more than one way; name the right one.',
  },
} as const
type ProblemCode = keyof typeof words
