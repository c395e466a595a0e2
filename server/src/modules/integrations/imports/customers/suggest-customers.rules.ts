import { customerMapping, pointTargets } from '@parvandeh/contract'
import type { CustomerMapping, CustomerTarget } from '@parvandeh/contract'
import { checkCompanyId, checkNationalCode, checkPhone, foldJoined } from '@parvandeh/contract/persian'
import type { LookedAtColumn } from '../mapping/suggest-mapping.rules.ts'
import { missingValues, sourceOf } from '../mapping/suggest-mapping.rules.ts'
import { settleFormats } from '../mapping/settle-formats.rules.ts'
import { headerWords } from './header-words.ts'

/** One of the organisation's own fields, by what it is called in either language. */
export interface NamedField {
  key: string
  names: readonly string[]
  isDate: boolean
}

type MappedColumn = CustomerMapping['columns'][number]

/** A first mapping of a file of customers, from what its columns are called and hold. */
export function suggestCustomers(
  columns: readonly LookedAtColumn[],
  { fileName, hasCards, own }: { fileName: string; hasCards: boolean; own: readonly NamedField[] },
): CustomerMapping {
  const missing = missingValues(columns)
  const mapped = mapColumns(
    columns.filter(({ values }) => hasCards || values.some((value) => value.trim() !== '')),
    own,
  )
  const dates = columns.filter(({ name }) =>
    mapped.some(({ column, to }) => column === name && (to === 'birthDate' || own.some(({ key, isDate }) => isDate && to === `x.${key}`))),
  )
  const settled = [...settleFormats(dates, {}, missing)].filter(
    (one): one is [string, Extract<(typeof one)[1], string>] => typeof one[1] === 'string',
  )
  return customerMapping.parse({
    kind: 'customers',
    source: sourceOf(fileName),
    columns: mapped,
    dateFormats: Object.fromEntries(settled),
    missing,
  })
}

/** By header where it says it, else by the values; what is one of a kind goes to the first that claims it. */
function mapColumns(columns: readonly LookedAtColumn[], own: readonly NamedField[]): MappedColumn[] {
  const mapped: MappedColumn[] = []
  const taken = new Set<CustomerTarget>()
  const groups = new Map<string, number>()
  let last = 0
  for (const column of columns) {
    const field = own.find(({ key, names }) => [key, ...names].some((name) => foldJoined(name) === foldJoined(column.name)))
    if (field && !mapped.some(({ to }) => to === `x.${field.key}`)) {
      mapped.push({ column: column.name, to: `x.${field.key}`, group: 0 })
      continue
    }
    const named = targetByName(column.name)
    const to = named?.to ?? targetByValues(column.values)
    if (to === undefined) continue
    const isPoint = (pointTargets as readonly string[]).includes(to)
    const isPart = (['label', 'postalCode', 'addressCity', 'addressProvince', 'addressRest'] as readonly string[]).includes(to)
    if (!isPoint && !isPart && taken.has(to)) continue
    taken.add(to)
    const stem = named?.stem ?? column.name
    const group = isPart || isPoint ? (groups.get(stem) ?? (last += 1)) : 0
    if (isPart || isPoint) groups.set(stem, group)
    // A formatted address has its street in it: the second of the two only repeats it.
    if (to === 'address' && mapped.some((one) => one.to === 'address' && one.group === group)) continue
    mapped.push({ column: column.name, to, group })
  }
  return joinLoneParts(mapped)
}

/** A postal code or a city beside the only address of a file is that address's. */
function joinLoneParts(mapped: readonly MappedColumn[]): MappedColumn[] {
  const points = new Set(mapped.filter(({ to }) => (pointTargets as readonly string[]).includes(to)).map(({ group }) => group))
  const address = mapped.find(({ to }) => to === 'address')
  return mapped.flatMap((one) => {
    if (one.group === 0 || points.has(one.group)) return [one]
    return address && one.to !== 'label' ? [{ ...one, group: address.group }] : []
  })
}

const byWord = new Map<string, CustomerTarget>()
for (const [target, words] of Object.entries(headerWords) as [CustomerTarget, readonly string[]][]) {
  for (const word of words) if (!byWord.has(foldJoined(word))) byWord.set(foldJoined(word), target)
}

/** `stem` is what columns of one way to reach have in common: «Phone 2», «Business». */
function targetByName(name: string): { to: CustomerTarget; stem: string } | undefined {
  const numbered = name.replace(/\p{Nd}+/u, '#')
  const to = byWord.get(foldJoined(name)) ?? byWord.get(foldJoined(numbered))
  if (to === undefined) return undefined
  const stem =
    /^(.*?\p{Nd}+)\s*-/u.exec(name)?.[1] ?? /^(?:(business|home|other) (?:street|city|state|postal code))/iu.exec(name)?.[1] ?? name
  return { to, stem: stem.trim().toLowerCase() }
}

/** Nine in ten of the values must be of the kind. */
function targetByValues(values: readonly string[]): CustomerTarget | undefined {
  const given = values.map((value) => value.trim()).filter(Boolean)
  if (given.length === 0) return undefined
  const most = (test: (value: string) => boolean) => given.filter(test).length >= given.length * 0.9
  if (most((value) => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/u.test(value))) return 'email'
  if (most((value) => checkNationalCode(value).valid || checkNationalCode(value).problem === 'leading-zeros-dropped')) return 'nationalCode'
  if (most((value) => checkPhone(value).phone?.kind === 'mobile')) return 'mobile'
  if (most((value) => checkCompanyId(value).valid)) return 'companyNationalId'
  return most((value) => checkPhone(value).phone?.kind === 'landline') ? 'phone' : undefined
}
