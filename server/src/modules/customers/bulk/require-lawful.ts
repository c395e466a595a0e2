import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { findPerson, unitExists } from '../../identity/index.ts'
import { readFields } from '../fields/fields.queries.ts'
import { judgeCustom } from '../fields/settle-custom.ts'
import { refuseUnknownField } from '../files/refuse-unknown.ts'
import { classOfField, tidyFields } from '../files/tidy.rules.ts'

export type FieldsChange = Exclude<BodyOf<typeof contract.customerBulk.preview>['change'], { act: string }>

/** The change as it will be kept. What it names must be there, and nobody sets a field that they may not read. */
export async function requireLawful(
  context: Context,
  { ownerId, unitId, provisional, custom, ...fields }: FieldsChange,
): Promise<FieldsChange> {
  for (const field of Object.keys(fields) as (keyof typeof fields)[]) {
    if (fields[field] !== undefined && !context.actor.fieldClasses.has(classOfField(field))) throw new AppError('not-permitted')
  }
  if (ownerId && !(await findPerson(context, ownerId))) throw refuseUnknownField(context, 'change.ownerId')
  if (unitId && !(await unitExists(context, unitId))) throw refuseUnknownField(context, 'change.unitId')
  return { ...tidyFields(fields), ownerId, unitId, provisional, custom: custom && (await requireOwn(context, custom)) }
}

/** The own values as they will be kept, before any file is looked at: what no file could take is told at once. */
async function requireOwn(context: Context, given: NonNullable<FieldsChange['custom']>): Promise<FieldsChange['custom']> {
  const keys = Object.keys(given)
  const { values, problems } = await judgeCustom(context, await readFields(context, keys), {
    before: {},
    given,
    fields: {},
    asksAll: false,
  })
  if (problems.length > 0)
    throw new AppError('invalid-input', { problems: problems.map((one) => ({ ...one, field: `change.${one.field}` })) })
  return Object.fromEntries(keys.map((key) => [key, values[key] ?? null]))
}
