import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { findPerson, unitExists } from '../../identity/index.ts'
import { refuseUnknownField } from '../files/refuse-unknown.ts'
import { classOfField, tidyFields } from '../files/tidy.rules.ts'

type Change = BodyOf<typeof contract.customerBulk.preview>['change']

/** The change as it will be kept. What it names must be there, and nobody sets a field that they may not read. */
export async function requireLawful(context: Context, { ownerId, unitId, provisional, ...fields }: Change): Promise<Change> {
  for (const field of Object.keys(fields) as (keyof typeof fields)[]) {
    if (fields[field] !== undefined && !context.actor.fieldClasses.has(classOfField(field))) throw new AppError('not-permitted')
  }
  if (ownerId && !(await findPerson(context, ownerId))) throw refuseUnknownField(context, 'change.ownerId')
  if (unitId && !(await unitExists(context, unitId))) throw refuseUnknownField(context, 'change.unitId')
  return { ...tidyFields(fields), ownerId, unitId, provisional }
}
