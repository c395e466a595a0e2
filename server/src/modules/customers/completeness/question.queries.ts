import { sql } from 'kysely'
import { insertRows } from '../../../platform/database/insert-rows.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { ofFile } from '../files/file-set.queries.ts'

/** Fields that the customer did not want to speak of. */
export async function readDeclined(context: Context, fileIds: readonly string[]): Promise<Set<string>> {
  const found = await sql<{ field: string }>`
    select distinct field from customers.field_question where ${ofFile('customer_id', fileIds)} and outcome = 'declined'`.execute(
    context.tx,
  )
  return new Set(found.rows.map(({ field }) => field))
}

interface Question {
  customerId: string
  field: string
  accessClass: string
  programmeId: string | null
  outcome: 'answered' | 'declined' | 'later'
  seconds: number
}

/** Keeps that a question was put, and what came of it. */
export async function insertQuestion(context: Context, one: Question): Promise<void> {
  const { personId: person_id, unitId: unit_id } = context.actor
  const { customerId: customer_id, field, accessClass: access_class, programmeId: programme_id, outcome, seconds } = one
  await insertRows(context, 'customers.field_question', [
    { customer_id, id: newId(context.now), field, access_class, programme_id, person_id, unit_id, outcome, seconds, at: context.now },
  ])
}

/** They may be asked again. */
export async function forgetDeclined(context: Context, fileIds: readonly string[], field: string): Promise<void> {
  await sql`
    delete from customers.field_question where ${ofFile('customer_id', fileIds)} and field = ${field} and outcome = 'declined'`.execute(
    context.tx,
  )
}
