import type { channels, outcomes, priorities, RequestMapping } from '@parvandeh/contract'
import { foldSpaced } from '@parvandeh/contract/persian'
import type { TableRow } from '../../../../platform/tabular/index.ts'
import { momentReader } from './read-moment.rules.ts'
import type { ReadMoment } from './read-moment.rules.ts'
import { cutValue, faultOfProblem, longestName } from './row-faults.rules.ts'
import type { RowFault } from './row-faults.rules.ts'

export type ColumnRole = keyof RequestMapping['columns']

export const momentRoles = ['at', 'reportedAt', 'registeredAt', 'firstResponseAt', 'resolvedAt', 'closedAt'] as const
type MomentRole = (typeof momentRoles)[number]
type CodeRole = 'priority' | 'channel' | 'outcome'
type TextRole = Exclude<ColumnRole, MomentRole | CodeRole | 'number'>

/** What a row says, by role; roles without a value are absent. Moments are ISO instants. It is kept as JSON while staged. */
export interface ParsedRow extends Partial<Record<TextRole | MomentRole, string>> {
  number: string
  priority?: (typeof priorities)[number]
  channel?: (typeof channels)[number]
  outcome?: (typeof outcomes)[number]
}

/** The row, or what is wrong with it. */
export type ReadRow = { parsed: ParsedRow; faults?: undefined } | { parsed?: undefined; faults: RowFault[] }

interface Place {
  role: ColumnRole
  column: string
  index: number
}

interface Readers {
  missing: ReadonlySet<string>
  needed: readonly ColumnRole[]
  momentOf: (column: string, text: string) => ReadMoment
  codes: Record<CodeRole, ReadonlyMap<string, string>>
}

/** A reader of rows under a mapping that has been checked against the columns. Its answers depend on the row alone. */
export function rowReader(mapping: RequestMapping, columns: readonly string[], now: Date): (row: TableRow) => ReadRow {
  const places = placesOf(mapping, columns)
  const readers: Readers = {
    missing: new Set(['', ...mapping.missing.map((value) => value.trim())]),
    needed: mapping.kind === 'event-log' ? ['number', 'at', 'activity'] : ['number'],
    momentOf: momentReader(mapping, now),
    codes: { priority: codesOf(mapping.priorities), channel: codesOf(mapping.channels), outcome: codesOf(mapping.outcomes) },
  }
  return (row) => {
    if (row.problem) return { faults: [faultOfProblem(row.problem, columns, row.cells)] }
    const values: Partial<Record<ColumnRole, string>> = {}
    const faults = places.flatMap((place) => readCell(place, tidy(row.cells[place.index] ?? ''), readers, values) ?? [])
    const parsed = values as ParsedRow
    if (faults.length === 0) faults.push(...faultsOfWhole(parsed, mapping))
    return faults.length > 0 ? { faults } : { parsed }
  }
}

function placesOf(mapping: RequestMapping, columns: readonly string[]): Place[] {
  const named = Object.entries(mapping.columns) as [ColumnRole, string | undefined][]
  return named.flatMap(([role, column]) => (column ? [{ role, column, index: columns.indexOf(column) }] : []))
}

/** Line ends and other controls have no place in names; otherwise the text stays as it is. */
const tidy = (cell: string): string => cell.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()

/** Codes by the values that stand for them, however these are spelled. */
const codesOf = (given: Record<string, string>): Map<string, string> =>
  new Map(Object.entries(given).map(([value, code]) => [foldSpaced(value), code]))

const longestSubject = 300

function readCell(
  { role, column }: Place,
  text: string,
  { missing, needed, momentOf, codes }: Readers,
  values: Partial<Record<ColumnRole, string>>,
): RowFault | undefined {
  if (missing.has(text)) return needed.includes(role) ? { code: 'missing-value', column, value: cutValue(text) } : undefined
  if (isMoment(role)) {
    const moment = momentOf(column, text)
    if (moment.problem) return { code: moment.problem, column, value: cutValue(text) }
    values[role] = moment.iso
  } else if (role === 'priority' || role === 'channel' || role === 'outcome') {
    const code = codes[role].get(foldSpaced(text))
    if (code !== undefined) values[role] = code
  } else if (role === 'subject')
    values.subject = text.length > longestSubject ? `${text.slice(0, longestSubject - 1).toWellFormed()}…` : text
  else if (text.length > longestName) return { code: 'value-too-long', column, value: cutValue(text) }
  else values[role] = text
  return undefined
}

const isMoment = (role: ColumnRole): role is MomentRole => (momentRoles as readonly string[]).includes(role)

/** What can be told only when all cells are known. */
function faultsOfWhole(parsed: ParsedRow, { kind, columns, withoutCustomer }: RequestMapping): RowFault[] {
  if (withoutCustomer === 'refuse' && parsed.customer === undefined)
    return [{ code: 'missing-customer', column: columns.customer ?? '', value: '' }]
  if (kind === 'event-log') return []
  const reported = parsed.reportedAt ?? parsed.registeredAt
  if (reported === undefined) return [{ code: 'missing-value', column: columns.registeredAt ?? columns.reportedAt ?? '', value: '' }]
  // ISO instants compare as they are written.
  const early = (['firstResponseAt', 'resolvedAt', 'closedAt'] as const).filter((role) => (parsed[role] ?? reported) < reported)
  return early.map((role) => ({ code: 'before-report', column: columns[role] ?? '', value: parsed[role] ?? '' }))
}
