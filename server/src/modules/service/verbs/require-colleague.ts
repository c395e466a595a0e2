import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { findPerson, unitExists } from '../../identity/index.ts'
import { refuseField } from '../refuse-field.ts'

/** Somebody to whom a request may be given: known and active. Refuses the field that names them otherwise. */
export async function requireColleague(context: Context, personId: string, field: string): Promise<{ id: string; unitId: string | null }> {
  const person = await findPerson(context, personId)
  if (!person) throw refuseField(context, field, 'unknown')
  if (!person.active) throw new AppError('person-not-active')
  return person
}

/** A unit that exists; refuses the field that names it otherwise. */
export async function requireUnit(context: Context, unitId: string, field = 'unitId'): Promise<void> {
  if (!(await unitExists(context, unitId))) throw refuseField(context, field, 'unknown')
}
