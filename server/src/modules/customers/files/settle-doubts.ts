import { foldJoined } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { customDoubts } from '../fields/custom-doubts.rules.ts'
import { readFields } from '../fields/fields.queries.ts'
import { sentenceOfDoubt } from './doubt-words.ts'
import { doubtsOf } from './doubts.rules.ts'
import type { Doubt } from './doubts.rules.ts'
import type { AccessPoint, CustomValues, CustomerFile, FixedFields } from './file.types.ts'
import { findSameValue } from './files.queries.ts'

interface Facts {
  fields: Partial<FixedFields>
  accessPoints: readonly AccessPoint[]
  custom: CustomValues
}

export type CodesToLookUp = Partial<Pick<FixedFields, 'nationalCode' | 'companyNationalId'>>

/** Every doubt about the facts, also that another file (which the actor may see) has one of these codes: the file's own, unless others are given. */
export async function raiseDoubts(
  context: Context,
  facts: Facts,
  customerId?: string,
  codes: CodesToLookUp = facts.fields,
): Promise<Doubt[]> {
  const same = [
    await sameValue(context, 'nationalCode', 'national-code', codes.nationalCode, customerId),
    await sameValue(context, 'companyNationalId', 'company-national-id', codes.companyNationalId, customerId),
  ]
  const own = Object.keys(facts.custom)
  const custom = own.length === 0 ? [] : customDoubts(await readFields(context, own), facts.custom)
  return [...doubtsOf(facts, latestDay(context.now)), ...custom, ...same.flat()]
}

async function sameValue(
  context: Context,
  field: string,
  source: string,
  value: string | null | undefined,
  customerId: string | undefined,
): Promise<Doubt[]> {
  const code = value ? await findSameValue(context, source, foldJoined(value), customerId) : undefined
  return code === undefined ? [] : [{ field, problem: 'in-another-file', suggestion: null, detail: code }]
}

/** The day it is by now where the day begins first: nobody is born after it. */
export const latestDay = (now: Date): string => new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10)

/**
 * Reasons for keeping the doubtful values, by the key under which they are stored; refuses, with every doubt in
 * words, when one has no reason. `remembered` are reasons that were given before for values that have not changed.
 */
export function requireReasons(
  context: Context,
  doubts: readonly Doubt[],
  given: Record<string, string>,
  points: readonly AccessPoint[],
  remembered: Record<string, string> = {},
): Record<string, string> {
  const reasonOf = (field: string) => given[field] ?? remembered[storedKey(field, points)]
  const open = doubts.filter(({ field }) => reasonOf(field) === undefined)
  if (open.length > 0) {
    throw new AppError('invalid-input', {
      problems: open.map((doubt) => ({ field: doubt.field, code: doubt.problem, message: sentenceOfDoubt(doubt, context.locale) })),
    })
  }
  return Object.fromEntries(doubts.map(({ field }) => [storedKey(field, points), reasonOf(field) ?? '']))
}

/** Points change places; a reason stays with the id of its point. */
export function storedKey(field: string, points: readonly AccessPoint[]): string {
  const position = /^accessPoints\.(\d+)$/u.exec(field)?.[1]
  return position === undefined ? field : `accessPoints.${points[Number(position)]?.id ?? position}`
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The reasons of a file for values that are the same in the facts to come. */
export function rememberedReasons(before: CustomerFile, after: Facts): Record<string, string> {
  const isSame = (key: string): boolean => {
    const pointId = /^accessPoints\.(.+)$/u.exec(key)?.[1]
    if (key.startsWith('custom.')) return same(before.custom[key.slice(7)], after.custom[key.slice(7)])
    if (pointId === undefined) return before.fields[key as keyof FixedFields] === after.fields[key as keyof FixedFields]
    const [old, next] = [before.accessPoints, after.accessPoints].map((points) => points.find(({ id }) => id === pointId))
    return old?.kind === next?.kind && old?.value === next?.value && old?.postalCode === next?.postalCode
  }
  return Object.fromEntries(Object.entries(before.acceptedProblems).filter(([key]) => isSame(key)))
}
