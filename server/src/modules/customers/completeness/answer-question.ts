import { contract } from '@parvandeh/contract'
import type { BodyOf } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { parseInput } from '../../../platform/http/problems.ts'
import { writeAudit } from '../../identity/index.ts'
import { fileIds } from '../files/file-set.queries.ts'
import type { CustomerFile } from '../files/file.types.ts'
import { patchFile } from '../files/patch-customer.ts'
import type { FilePatch } from '../files/patch-customer.ts'
import { lockForChange } from '../files/write-changed-file.ts'
import type { FileField } from '../fields/file-field.ts'
import { placesAround } from '../places/places.queries.ts'
import { forgetDeclined, insertQuestion } from './question.queries.ts'
import { weighableFields } from './weighable.ts'

type Routes = typeof contract.completeness

/**
 * Writes what the customer said into the file, by all the rules of a change; what was refused before may be said after all.
 * A city says its county and province too, as it does in the form.
 */
export async function answerQuestion(
  context: Context,
  customerId: string,
  { field: key, value, seconds, programmeId, source }: BodyOf<Routes['answer']>,
): Promise<{ version: number }> {
  const field = await requireAskable(context, key)
  const before = await lockForChange(context, customerId)
  const said = patchOf(context, before, field, value)
  const after = await patchFile(context, before, { ...said, ...(await placesAround(context, said)) }, source)
  await forgetDeclined(context, await fileIds(context, before.customerId), field.key)
  await insertQuestion(context, {
    customerId: before.customerId,
    field: field.key,
    accessClass: field.accessClass,
    programmeId,
    outcome: 'answered',
    seconds,
  })
  return { version: after.version }
}

/** The customer did not want to say, or not now; `undo` takes it back. */
export async function putOffQuestion(
  context: Context,
  customerId: string,
  { field: key, outcome, seconds, programmeId, undo }: BodyOf<Routes['putOff']>,
): Promise<void> {
  const field = await requireAskable(context, key)
  const file = await lockForChange(context, customerId)
  if (undo) await forgetDeclined(context, await fileIds(context, file.customerId), field.key)
  else
    await insertQuestion(context, {
      customerId: file.customerId,
      field: field.key,
      accessClass: field.accessClass,
      programmeId,
      outcome,
      seconds,
    })
  const after = { field: field.key, outcome: undo ? 'asked-again' : outcome }
  await writeAudit(context, {
    action: 'question.put-off',
    subjectType: 'customer',
    subjectId: file.customerId,
    customerId: file.customerId,
    after,
  })
}

/** A field that files can be asked for and the actor may read. */
async function requireAskable(context: Context, key: string): Promise<FileField> {
  const field = (await weighableFields(context)).find((one) => one.key === key)
  if (!field || !context.actor.fieldClasses.has(field.accessClass)) throw new AppError('not-found')
  return field
}

function patchOf(context: Context, before: CustomerFile, { key, custom, group }: FileField, value: unknown): FilePatch {
  if (custom) return { custom: { [key.slice(2)]: value as never } }
  const said = group === 'contact' ? { accessPoints: [...before.accessPoints, pointOf(key, value)] } : { [key]: value }
  const { version: _version, ...patch } = parseInput(contract.customers.patch.body, { ...said, version: before.version }, context.locale)
  return patch
}

const pointOf = (kind: string, value: unknown) => ({
  kind,
  value,
  label: null,
  preferredHours: null,
  primary: false,
  verified: false,
  consents: {},
  postalCode: null,
  cityId: null,
})
