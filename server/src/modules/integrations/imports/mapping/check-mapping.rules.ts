import type { RequestMapping } from '@parvandeh/contract'
import { foldJoined, isTimeZone } from '@parvandeh/contract/persian'
import type { FieldProblem } from '../../../../platform/failure.ts'
import { momentRoles } from './parse-row.rules.ts'
import { problemWords } from './problem-words.ts'
import { settleFormats } from './settle-formats.rules.ts'
import type { ColumnSample } from './settle-formats.rules.ts'

type Checked = { mapping: RequestMapping; problems?: undefined } | { mapping?: undefined; problems: FieldProblem[] }

/**
 * Holds a mapping against the columns of a file, however their names are spelled. Gives it with the names as the file
 * has them and with a format for each column of moments; or says field by field why it does not fit.
 */
export function checkMapping(given: RequestMapping, columns: readonly ColumnSample[], locale: 'fa' | 'en'): Checked {
  const problems: FieldProblem[] = []
  const complain = (field: string, code: ProblemCode, value = '') =>
    void problems.push({ field, code, message: words[code][locale].replace('{}', value) })
  const nameOf = nameFinder(columns.map(({ name }) => name))
  const find = (field: string, name: string): string => {
    const found = nameOf(name)
    if (found === undefined) complain(field, 'no-such-column', name)
    return found ?? name
  }

  if (!isTimeZone(given.zone)) complain('zone', 'no-such-zone', given.zone)
  const named = Object.entries(given.columns).filter((one): one is [string, string] => Boolean(one[1]))
  const roles = {
    number: '',
    ...Object.fromEntries(named.map(([role, name]) => [role, find(`columns.${role}`, name)])),
  } as RequestMapping['columns']
  const keyColumns = given.keyColumns.map((name, index) => find(`keyColumns.${index}`, name))
  for (const role of missingRoles({ ...given, columns: roles })) complain(`columns.${role}`, 'column-needed')

  const dateFormats: Record<string, string> = {}
  const moments = columns.filter(({ name }) => momentRoles.some((role) => roles[role] === name))
  const formats = Object.fromEntries(Object.entries(given.dateFormats).map(([name, format]) => [nameOf(name) ?? name, format]))
  for (const [name, format] of settleFormats(moments, formats, given.missing)) {
    if (typeof format === 'string') dateFormats[name] = format
    else complain(`dateFormats.${name}`, format.problem, name)
  }
  return problems.length > 0 ? { problems } : { mapping: { ...given, columns: roles, keyColumns, dateFormats } }
}

/** A column by its name, or by the only one that is the same but for the spelling. */
export function nameFinder(names: readonly string[]): (name: string) => string | undefined {
  const byKey = Map.groupBy(names, foldJoined)
  return (name) => {
    if (names.includes(name)) return name
    const alike = byKey.get(foldJoined(name)) ?? []
    return alike.length === 1 ? alike[0] : undefined
  }
}

function missingRoles({ kind, columns }: RequestMapping): string[] {
  if (kind === 'event-log') return (['number', 'at', 'activity'] as const).filter((role) => !columns[role])
  return [...(columns.number ? [] : ['number']), ...(columns.registeredAt || columns.reportedAt ? [] : ['registeredAt'])]
}

const words = {
  ...problemWords,
  'no-such-zone': { fa: 'منطقهٔ زمانی «{}» شناخته نیست.', en: 'The time zone “{}” is not known.' },
  'column-needed': { fa: 'این ستون باید معلوم شود.', en: 'This column must be named.' },
} as const
type ProblemCode = keyof typeof words
