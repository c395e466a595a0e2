import { conditionHolds } from '@parvandeh/contract'
import type { CustomValue } from '@parvandeh/contract'
import { localDay } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import type { FieldProblem } from '../../../platform/failure.ts'
import { findPerson } from '../../identity/index.ts'
import type { FieldRow } from '../customers.tables.ts'
import type { CustomValues, FixedFields } from '../files/file.types.ts'
import { mayReadFile } from './custom-references.ts'
import { sentenceOfCustom } from './custom-words.ts'
import { hasDocument } from './documents-in-sight.ts'
import { readFields } from './fields.queries.ts'
import { tidyCustom } from './tidy-custom.rules.ts'
import type { CustomProblem } from './tidy-custom.rules.ts'

interface Said {
  /** Whose values they are; a file that is not opened yet has no id. */
  customerId?: string | undefined
  /** Values as they were; those of a new file are none. */
  before: CustomValues
  /** What is said anew; what is not named stays. */
  given: Readonly<Record<string, CustomValue>> | undefined
  fields: Partial<FixedFields>
  /** Whether every field that must be filled is asked for, and not only that none is emptied. */
  asksAll: boolean
}

/** What the input of a custom field is called in refusals, in the trail and among what is withheld. */
export const customPath = (key: string): string => `custom.${key}`

/**
 * The custom values of a file as they will be kept: tidied by their types, within the bounds that the organisation set.
 * Refuses with a sentence for each field. A field that the actor may not read cannot be written either.
 */
export async function settleCustom(context: Context, said: Said): Promise<CustomValues> {
  if (said.given === undefined && !said.asksAll) return said.before
  const fields = await readFields(context)
  const { values, problems } = await judgeCustom(context, fields, said)
  if (problems.length > 0) throw new AppError('invalid-input', { problems })
  return values
}

/** The same without refusing: the values that can be kept, and what is wrong with the others. */
export async function judgeCustom(
  context: Context,
  fields: readonly FieldRow[],
  { customerId, before, given = {}, fields: fixed, asksAll }: Said,
): Promise<{ values: CustomValues; problems: FieldProblem[] }> {
  const values: CustomValues = { ...before }
  const problems: FieldProblem[] = []
  const refuse = (key: string, problem: CustomProblem, detail?: string) =>
    problems.push({ field: customPath(key), code: problem, message: sentenceOfCustom(problem, context.locale, detail) })
  const byKey = new Map(fields.map((field) => [field.key, field]))
  for (const [key, value] of Object.entries(given)) {
    const field = byKey.get(key)
    if (!field || !context.actor.fieldClasses.has(field.access_class)) refuse(key, 'no-such-field')
    else {
      const tidied = tidyCustom(field, value, before[key])
      if ('problem' in tidied) refuse(key, tidied.problem, tidied.detail)
      else if (!(await isThere(context, field, tidied.value, before[key]))) refuse(key, 'not-there')
      else if (!(await isOwnDocument(context, field, tidied.value, { customerId, before: before[key] }))) refuse(key, 'no-document')
      else if (tidied.value === null) delete values[key]
      else values[key] = tidied.value
    }
  }
  const form = formOf(fixed, values)
  const today = localDay(context.now, 'Asia/Tehran')
  for (const field of fields) {
    const isAsked = asksAll || (given[field.key] !== undefined && before[field.key] !== undefined)
    if (isAsked && isMissing(context, field, fixed, form, today) && values[field.key] === undefined) {
      if (!problems.some((problem) => problem.field === customPath(field.key))) refuse(field.key, 'required')
    }
  }
  return { values, problems }
}

/** Nobody is asked for what they may not read, nor for what the rest of the form leaves out. */
function isMissing(
  { actor }: Context,
  field: FieldRow,
  fixed: Partial<FixedFields>,
  form: Record<string, unknown>,
  today: string,
): boolean {
  if (!field.required || !actor.fieldClasses.has(field.access_class)) return false
  if (fixed.kind !== undefined && !field.kinds.includes(fixed.kind)) return false
  return field.visible_when === null || conditionHolds(field.visible_when, form, today)
}

/** What stands in the form, by the keys of the catalogue. */
const formOf = (fixed: Partial<FixedFields>, custom: CustomValues): Record<string, unknown> => ({
  ...fixed,
  ...Object.fromEntries(Object.entries(custom).map(([key, value]) => [`x.${key}`, value])),
})

/** Colleagues and customers that a value names are there and in sight; what stood there before may stay. */
async function isThere(context: Context, { type }: FieldRow, value: CustomValue, before: CustomValue | undefined): Promise<boolean> {
  if (typeof value !== 'string' || value === before) return true
  if (type === 'person') return (await findPerson(context, value)) !== undefined
  return type !== 'customer' || mayReadFile(context, value)
}

/** A document lies in the file of the same customer, in the sight of whoever names it; one that stood there before may stay. */
async function isOwnDocument(
  context: Context,
  { type }: FieldRow,
  value: CustomValue,
  { customerId, before }: { customerId: string | undefined; before: CustomValue | undefined },
): Promise<boolean> {
  return type !== 'file' || typeof value !== 'string' || value === before || hasDocument(context, customerId, value)
}
