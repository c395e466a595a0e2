import { pointTargets } from '@parvandeh/contract'
import type { CustomerMapping, CustomerTarget } from '@parvandeh/contract'
import { checkNationalCode, checkPhone, foldJoined, foldSpaced, parseDate, toAsciiDigits } from '@parvandeh/contract/persian'
import type { DateFormat } from '@parvandeh/contract/persian'
import type { TableRow } from '../../../../platform/tabular/index.ts'
import { prepareRow } from '../../../customers/index.ts'
import type { FixedField, GivenPoint, IntakeRow, RowDoubt } from '../../../customers/index.ts'
import { cutValue, faultOfProblem } from '../mapping/row-faults.rules.ts'
import type { SaidFault } from '../mapping/row-faults.rules.ts'
import { sentenceOfRowFault } from '../mapping/row-fault-sentences.ts'
import { faultOf } from './customer-faults.rules.ts'
import type { Lookups } from './open-lookups.ts'
import { readOwn } from './read-own.ts'
import type { Cell, Draft } from './reading.types.ts'
import { genderOf, kindOf, partsOf, splitName } from './value-words.ts'

/** A row as it would be taken in, or why it is not; and what each cell is read as. */
export interface ReadCustomer {
  row: IntakeRow | undefined
  faults: SaidFault[]
}

const longest: Partial<Record<CustomerTarget, number>> = {
  features: 1000,
  address: 500,
  addressRest: 300,
  nationalCode: 20,
  companyNationalId: 20,
  foreignCode: 40,
  registrationNumber: 40,
  economicCode: 40,
  code: 40,
  postalCode: 20,
}
const longestLine = 200

/** A reader of rows under a mapping that has been checked against the columns. Its answers depend on the row and the lists alone. */
export function customerReader(
  mapping: CustomerMapping,
  columns: readonly string[],
  lookups: Lookups,
  today: string,
): (row: TableRow) => ReadCustomer {
  const places = mapping.columns.map(({ column, to, group }) => ({
    column,
    to: to as CustomerTarget,
    group,
    index: columns.indexOf(column),
  }))
  const missing = new Set(['', ...mapping.missing.map((value) => value.trim())])
  return (tableRow) => {
    const { number, cells, problem } = tableRow
    if (problem) {
      const fault = faultOfProblem(problem, columns, cells)
      return {
        row: undefined,
        faults: [{ code: fault.code, column: fault.column, value: fault.value, ...sentenceOfRowFault(fault), kept: false }],
      }
    }
    const draft: Draft = { given: { number, fields: {}, points: [] }, points: [], columnOf: {}, faults: [] }
    const given: Cell[] = []
    for (const { column, to, group, index } of places) {
      const text = to === 'address' || to === 'features' ? (cells[index] ?? '').trim() : tidy(cells[index] ?? '')
      if (missing.has(text)) continue
      if (text.length > (longest[to] ?? longestLine)) draft.faults.push(faultOf('value-too-long', column, text, { kept: true }))
      else given.push({ column, to, group, text })
    }
    for (const cell of given) readCell(cell, draft, mapping, lookups)
    settleKind(given, draft, mapping)
    settlePlaces(given, draft, lookups)
    draft.given.points = draft.points
    return settleDoubts(draft, mapping, today)
  }
}

/** Line ends and other controls have no place in names; otherwise the text stays as it is. */
const tidy = (cell: string): string => cell.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()

const texts: readonly CustomerTarget[] = [
  'firstName',
  'lastName',
  'fatherName',
  'organisationName',
  'foreignCode',
  'companyNationalId',
  'registrationNumber',
  'economicCode',
  'district',
  'features',
]

function readCell(cell: Cell, draft: Draft, mapping: CustomerMapping, lookups: Lookups): void {
  const { column, to, text } = cell
  const { given } = draft
  const put = (field: FixedField, value: unknown) => {
    ;(given.fields as Record<string, unknown>)[field] = value
    draft.columnOf[field] = column
  }
  if (texts.includes(to)) put(to as FixedField, text)
  else if (to === 'nationalCode') put('nationalCode', mapping.padCodes ? padded(text) : text)
  else if (to === 'code') given.code = toAsciiDigits(text)
  else if (to === 'externalKey') given.external = text
  else if (to === 'birthDate') {
    const parsed = parseDate(text, mapping.dateFormats[column] as DateFormat, 'Asia/Tehran')
    if (parsed.ok) put('birthDate', parsed.day)
    else if (parsed.reason !== 'empty')
      draft.faults.push({
        ...sentenceOfRowFault({ code: parsed.reason, column, value: '' }),
        code: parsed.reason,
        column,
        value: cutValue(text),
        kept: true,
      })
  } else if (to === 'gender') {
    const gender = genderOf(foldSpaced(text))
    if (gender) put('gender', gender)
    else draft.faults.push(faultOf('unknown-gender', column, text, { kept: true }))
  } else if (to === 'unit' || to === 'owner') {
    const found = lookups[to].get(foldJoined(text)) ?? []
    if (found.length === 1) given[to === 'unit' ? 'unitId' : 'ownerId'] = found[0] ?? ''
    else
      draft.faults.push(
        faultOf(found.length > 1 ? 'several-so-named' : to === 'unit' ? 'no-such-unit' : 'no-such-person', column, text, { kept: true }),
      )
  } else if ((pointTargets as readonly string[]).includes(to)) readPoints(cell, draft)
  else readOwn(cell, draft, mapping, lookups)
}

/** The zeros that a spreadsheet took from a national code, where with them its check digit fits. */
function padded(text: string): string {
  const { problem, suggestion } = checkNationalCode(text)
  return problem === 'leading-zeros-dropped' && suggestion !== undefined ? suggestion : text
}

function readPoints({ column, to, text }: Cell, draft: Draft): void {
  const kind = to as GivenPoint['kind']
  const isNumber = kind === 'mobile' || kind === 'phone'
  const values = kind === 'address' ? [text] : partsOf(text)
  for (const value of values) {
    const found = isNumber ? checkPhone(value).phone?.kind : undefined
    const seen = found === 'mobile' ? 'mobile' : found === 'landline' ? 'phone' : kind
    draft.points.push({ kind: seen, value, label: null, postalCode: null, cityId: null, column })
  }
}

/** What the row says, else what it can only be, else what the mapping says. A whole name goes where its kind has it. */
function settleKind(given: readonly Cell[], { given: row, columnOf, faults }: Draft, { defaultKind }: CustomerMapping): void {
  const { fields } = row
  const cell = (to: CustomerTarget) => given.find((one) => one.to === to)
  const said = cell('kind')
  const told = said && kindOf(foldSpaced(said.text))
  if (said && !told) faults.push(faultOf('unknown-kind', said.column, said.text, { kept: true }))
  const whole = cell('fullName')
  const hasPersonName = Boolean(fields.firstName ?? fields.lastName)
  const onlyOrganisation = Boolean(fields.organisationName ?? fields.companyNationalId) && !hasPersonName && !fields.nationalCode
  fields.kind =
    told ?? (onlyOrganisation && (!whole || Boolean(fields.organisationName)) ? 'organisation' : hasPersonName ? 'person' : defaultKind)
  if (!whole) return
  if (fields.kind === 'organisation') {
    fields.organisationName ??= whole.text
    columnOf.organisationName ??= whole.column
  } else if (!hasPersonName) {
    Object.assign(fields, splitName(whole.text))
    columnOf.lastName = whole.column
  }
}

function settlePlaces(given: readonly Cell[], { given: row, points, faults }: Draft, { place }: Lookups): void {
  const cell = (to: CustomerTarget, group = 0) => given.find((one) => one.to === to && one.group === group)
  const look = (province: Cell | undefined, county: Cell | undefined, city: Cell | undefined) => {
    if (!province && !county && !city) return undefined
    const found = place({ province: province?.text, county: county?.text, city: city?.text })
    const at = city ?? county ?? province
    if (found.problem) faults.push(faultOf(found.problem, at?.column ?? null, at?.text ?? '', { kept: true }))
    return found.place
  }
  const own = look(cell('province'), cell('county'), cell('city'))
  if (own) Object.assign(row.fields, own)
  // A row without places of its own lives where its first address is.
  for (const { group, column } of given.filter(({ to }) => (pointTargets as readonly string[]).includes(to))) {
    const parts = given.filter((one) => one.group === group)
    const point = points.find((one) => one.column === column)
    const part = (to: CustomerTarget) => parts.find((one) => one.to === to)
    if (!point) continue
    point.label = part('label')?.text ?? null
    if (point.kind !== 'address') continue
    point.postalCode = part('postalCode')?.text ?? null
    const rest = parts.filter(({ to }) => to === 'addressRest').map(({ text }) => text)
    if (rest.length > 0) point.value = [point.value, ...rest].join('، ').slice(0, 500)
    const lies = look(part('addressProvince'), undefined, part('addressCity'))
    point.cityId = lies?.cityId ?? row.fields.cityId ?? null
    if (lies && row.fields.provinceId === undefined) Object.assign(row.fields, lies)
  }
}

function settleDoubts({ given, points, columnOf, faults }: Draft, { doubts: policy }: CustomerMapping, today: string): ReadCustomer {
  const { row, doubts } = prepareRow(given, today)
  const columnOfDoubt = ({ field }: RowDoubt) => (typeof field === 'number' ? points[field]?.column : columnOf[field]) ?? null
  const valueOfDoubt = ({ field }: RowDoubt) => (typeof field === 'number' ? points[field]?.value : String(row.facts[field] ?? '')) ?? ''
  const kept = policy !== 'refuse'
  faults.push(
    ...doubts.map((doubt) => ({
      code: doubt.problem,
      column: columnOfDoubt(doubt),
      value: cutValue(valueOfDoubt(doubt)),
      fa: doubt.fa,
      en: doubt.en,
      kept,
    })),
  )
  if (doubts.length > 0 && !kept) return { row: undefined, faults }
  if (policy === 'leave-out') return { row: withoutDoubtful(row, doubts), faults }
  return { row, faults }
}

function withoutDoubtful(row: IntakeRow, doubts: readonly RowDoubt[]): IntakeRow {
  const doubted = new Set(doubts.map(({ field }) => field))
  return {
    ...row,
    facts: Object.fromEntries(Object.entries(row.facts).filter(([field]) => !doubted.has(field as FixedField))),
    points: row.points.filter((_, index) => !doubted.has(index)),
  }
}
