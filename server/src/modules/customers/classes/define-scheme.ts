import { fieldsNamedIn } from '@parvandeh/contract'
import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { writeAudit } from '../../identity/index.ts'
import { compileCondition } from '../conditions/compile-condition.queries.ts'
import { fieldsByKey } from '../fields/field-catalogue.ts'
import { refuseField } from '../refuse-field.ts'
import { readName } from '../tags/read-name.rules.ts'
import { protectedAmong, tooDelicateFor } from './protected.rules.ts'
import { readScheme, writeScheme } from './schemes.queries.ts'
import type { Scheme } from './schemes.queries.ts'
import { startRun } from './run-scheme.ts'

type Given = BodyOf<typeof contract.classification.add>

/** Adds a scheme; one by rule is at once run over all files. */
export async function addScheme(context: Context, given: Given): Promise<Scheme> {
  const scheme = await schemeOf(context, given, { id: newId(context.now), version: 1, known: new Set() })
  await writeScheme(context, scheme)
  await writeAudit(context, { action: 'scheme.added', subjectType: 'scheme', subjectId: scheme.id, after: scheme })
  await startRun(context, scheme)
  return scheme
}

/** Changes a scheme, its classes and their rules. Files are classified anew where rules decide. */
export async function changeScheme(
  context: Context,
  schemeId: string,
  { version, ...given }: BodyOf<typeof contract.classification.change>,
): Promise<Scheme> {
  const before = await readScheme(context, schemeId, true)
  if (!before || !context.actor.fieldClasses.has(before.accessClass)) throw new AppError('not-found')
  if (before.version !== version) throw new AppError('changed-meanwhile')
  const known = new Set(before.classes.map(({ id }) => id))
  const after = await schemeOf(context, given, { id: schemeId, version: version + 1, known })
  await writeScheme(context, after)
  await writeAudit(context, { action: 'scheme.changed', subjectType: 'scheme', subjectId: schemeId, before, after })
  await startRun(context, after)
  return (await readScheme(context, schemeId)) ?? after
}

interface Place {
  id: string
  version: number
  /** Classes that the scheme has already. */
  known: ReadonlySet<string>
}

async function schemeOf(context: Context, given: Given, { id, version, known }: Place): Promise<Scheme> {
  if (!context.actor.fieldClasses.has(given.accessClass)) throw new AppError('not-permitted')
  const named = readName(given.name)
  if (!named) throw refuseField(context, 'name', 'unreadable')
  const left = new Set(known)
  const classes = given.classes.map((one, index) => {
    const name = readName(one.name)
    if (!name) throw refuseField(context, `classes.${index}.name`, 'unreadable')
    // An id that is not of this scheme, or is given twice, names a new class.
    const classId = one.id !== null && left.delete(one.id) ? one.id : newId(context.now)
    return { ...one, id: classId, name: name.name, nameEn: one.nameEn || null, condition: given.by === 'rule' ? one.condition : null }
  })
  const scheme = {
    ...given,
    id,
    version,
    name: named.name,
    nameEn: given.nameEn || null,
    protectedReason: given.protectedReason || null,
    classes,
  }
  for (const index of classes.keys()) await requireLawfulRule(context, scheme, index)
  return scheme
}

/** A rule asks for what there is, for nothing more delicate than its scheme, and for nothing protected unless that is allowed. */
async function requireLawfulRule(context: Context, scheme: Scheme, index: number): Promise<void> {
  const condition = scheme.classes[index]?.condition
  if (!condition) return
  const input = `classes.${index}.condition`
  await compileCondition(context, condition, { input })
  const fields = [...(await fieldsByKey(context, fieldsNamedIn(condition))).values()]
  // Neither what follows from other rules, nor a segment, which may itself ask for what is protected.
  if (fields.some(({ key, type }) => key.startsWith('class.') || type === 'segment')) throw refuseField(context, input, 'asks-for-class')
  if (tooDelicateFor(scheme.accessClass, fields).length > 0) throw refuseField(context, input, 'more-delicate-than-scheme')
  if (scheme.protectedReason === null && protectedAmong(fields).length > 0) throw refuseField(context, input, 'protected-field')
}
