import { channels, outcomes, priorities, requestMapping } from '@parvandeh/contract'
import type { RequestMapping } from '@parvandeh/contract'
import { foldJoined } from '@parvandeh/contract/persian'
import type { DateFormat } from '@parvandeh/contract/persian'
import { columnWords } from './column-words.ts'
import { momentRoles } from './parse-row.rules.ts'
import type { ColumnRole } from './parse-row.rules.ts'
import { settleFormats } from './settle-formats.rules.ts'
import type { ColumnSample } from './settle-formats.rules.ts'
import { activityWords, channelWords, outcomeWords, priorityWords } from './value-words.ts'
import type { ValueWords } from './value-words.ts'

/** A column with the values that are most frequent in it. */
export interface LookedAtColumn extends ColumnSample {
  common: readonly { value: string; count: number }[]
}

/** A first mapping, from what the columns are called and hold. A person looks it over: nothing is imported by it unasked. */
export function suggestMapping(columns: readonly LookedAtColumn[], { fileName, zone }: { fileName: string; zone: string }): RequestMapping {
  const roles: RequestMapping['columns'] = { number: '', ...nameColumns(columns) }
  // Without a key of its own a customer is known by name, which a person may find good enough or not.
  roles.customer ??= roles.customerName
  const kind = roles.at && roles.activity && isRepeated(columns.find(({ name }) => name === roles.number)) ? 'event-log' : 'ticket-table'
  if (kind === 'ticket-table') {
    roles.registeredAt ??= roles.at
    delete roles.at
    delete roles.activity
  }
  const missing = missingValues(columns)
  const isState = kind === 'event-log' && stateWords.test(roles.activity ?? '')
  const valuesOf = (role: ColumnRole) => columns.find(({ name }) => name === roles[role])?.common.map(({ value }) => value) ?? []
  return requestMapping.parse({
    kind,
    source: sourceOf(fileName),
    zone,
    dateFormats: clearFormats(columns, roles, missing),
    missing,
    columns: roles,
    activityIs: isState ? 'state' : 'event',
    activities: kind === 'event-log' ? meaningsOf(valuesOf('activity')) : {},
    firstResponseRecorded: roles.firstResponseAt !== undefined,
    priorities: codesOf(valuesOf('priority'), priorityWords, priorities),
    channels: codesOf(valuesOf('channel'), channelWords, channels),
    outcomes: codesOf(valuesOf('outcome'), outcomeWords, outcomes),
    // Such logs repeat on each row what comes to be known later; these columns stay as they were written.
    keyColumns: isState
      ? [roles.number, roles.at, roles.activity, roles.unit, roles.employee].filter((column) => column !== undefined)
      : [],
  })
}

/** Numbers that come once each are those of a table of requests; those of a log come with every event. */
const isRepeated = (numbers: LookedAtColumn | undefined): boolean =>
  numbers !== undefined && new Set(numbers.values).size < numbers.values.length

const stateWords = /state|status|وضعیت|stato/iu

/** Gives each role the column whose name is the best sign of it; a column has one role. */
function nameColumns(columns: readonly LookedAtColumn[]): Partial<Record<ColumnRole, string>> {
  const roles = Object.entries(columnWords) as [ColumnRole, readonly string[]][]
  const fits = roles.flatMap(([role, words]) =>
    columns.map(({ name }) => ({ role, name, rank: words.findIndex((word) => foldJoined(word) === foldJoined(name)) })),
  )
  const named: Partial<Record<ColumnRole, string>> = {}
  const taken = new Set<string>()
  for (const { role, name } of fits.filter(({ rank }) => rank >= 0).toSorted((a, b) => a.rank - b.rank)) {
    if (named[role] !== undefined || taken.has(name)) continue
    named[role] = name
    taken.add(name)
  }
  return named
}

/** The name of the file without its endings and dates, which differ from one export of a system to the next. */
export function sourceOf(fileName: string): string {
  const bare = fileName.replace(/(\.(csv|tsv|txt|xlsx|gz))+$/iu, '').replaceAll(/[\p{Nd}_\-\s()]+/gu, ' ')
  return bare.trim().slice(0, 60).trim() || 'import'
}

/** Formats of the moments, where the values leave no doubt; the others are for a person to say. */
function clearFormats(
  columns: readonly LookedAtColumn[],
  roles: Partial<Record<ColumnRole, string>>,
  missing: readonly string[],
): Record<string, string> {
  const moments = columns.filter(({ name }) => momentRoles.some((role) => roles[role] === name))
  const settled = [...settleFormats(moments, {}, missing)]
  return Object.fromEntries(settled.filter((one): one is [string, DateFormat] => typeof one[1] === 'string'))
}

const missingSigns = ['?', '-', '—', 'null', 'n/a', 'none', '#n/a']
export const missingValues = (columns: readonly LookedAtColumn[]): string[] => {
  const seen = columns
    .flatMap(({ common }) => common.map(({ value }) => value))
    .filter((value) => missingSigns.includes(value.toLowerCase()))
  return [...new Set(seen)]
}

const meaningsOf = (values: readonly string[]): RequestMapping['activities'] =>
  Object.fromEntries(
    values.map((value) => [value, activityWords.find(([words]) => words.test(value.toLowerCase()))?.[1] ?? { event: 'other' as const }]),
  )

/** A value that is one of our own codes stands for itself. */
function codesOf<C extends string>(values: readonly string[], words: ValueWords<C>, codes: readonly C[]): Record<string, C> {
  const entries = Object.entries(words) as [C, RegExp][]
  const codeOf = (value: string): C | undefined =>
    codes.find((code) => code === value) ?? entries.find(([, one]) => one.test(value.toLowerCase()))?.[0]
  return Object.fromEntries(
    values.map((value) => [value, codeOf(value)] as const).filter((one): one is [string, C] => one[1] !== undefined),
  )
}
