import type { MatchKey } from '@parvandeh/contract'
import { checkCompanyId, checkNationalCode, foldSpaced } from '@parvandeh/contract/persian'
import { nameOf } from '../files/display-name.rules.ts'
import type { AccessPoint, FixedFields } from '../files/file.types.ts'
import { externalValue } from '../files/external-value.ts'
import { isPhone } from '../files/tidy.rules.ts'
import type { IntakeRow, IntakeRules } from './intake.types.ts'

interface Known {
  code?: string | undefined
  /** As it is kept: with the name of its system. */
  external?: string | undefined
  fields: Partial<FixedFields>
  points: readonly Pick<AccessPoint, 'kind' | 'digits'>[]
}

export interface KeyOf {
  by: MatchKey
  /** Unique among the keys of all kinds. */
  key: string
}

/** By what a customer can be known again, of the kinds that are asked for, in their order. */
export function keysOf({ code, external, fields, points }: Known, matchBy: readonly MatchKey[]): KeyOf[] {
  const values: Record<MatchKey, () => (string | undefined)[]> = {
    code: () => [code],
    external: () => [external],
    'national-code': () => [soundCode(fields.nationalCode, checkNationalCode)],
    'company-id': () => [soundCode(fields.companyNationalId, checkCompanyId)],
    'phone-name': () => phonesWithName(fields, points),
  }
  return matchBy.flatMap((by) => values[by]().flatMap((value) => (value === undefined ? [] : [{ by, key: `${by}:${value}` }])))
}

/** The keys of a row, worked out once: they are asked for as the row is read, looked up and laid out. */
export function keysOfRow(row: IntakeRow, { matchBy, source, defaultKind }: IntakeRules): KeyOf[] {
  const before = remembered.get(row)
  if (before) return before
  const external = row.external === undefined ? undefined : externalValue(source, row.external)
  const keys = keysOf({ code: row.code, external, fields: { kind: defaultKind, ...row.facts }, points: row.points }, matchBy)
  remembered.set(row, keys)
  return keys
}

const remembered = new WeakMap<IntakeRow, KeyOf[]>()

/** A code that cannot be right (1111111111, a slip of the keyboard) is many people's, and so is nobody's. */
export const soundCode = (
  code: string | null | undefined,
  check: (text: string) => { valid: boolean; value: string },
): string | undefined => {
  if (!code) return undefined
  const { valid, value } = check(code)
  return valid ? value : undefined
}

function phonesWithName(fields: Partial<FixedFields>, points: Known['points']): string[] {
  const name = nameOf({ firstName: null, lastName: null, organisationName: null, kind: 'person', ...fields } as FixedFields)
  if (name === null) return []
  const key = nameKey(name)
  return points.flatMap(({ kind, digits }) => (isPhone(kind) && kind !== 'fax' && digits !== null ? [`${digits}:${key}`] : []))
}

/** One name however its parts are ordered, spelled and joined. */
const nameKey = (name: string): string => foldSpaced(name).split(' ').toSorted().join('')
