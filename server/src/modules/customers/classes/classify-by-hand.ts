import type { BodyOf, contract } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudits } from '../../identity/index.ts'
import { lockForChange } from '../files/write-changed-file.ts'
import { refuseField } from '../refuse-field.ts'
import { lineOf } from './classify-by-rule.ts'
import { readClassIn, writeClasses } from './file-classes.queries.ts'
import { requireScheme } from './run-scheme.ts'
import type { Scheme } from './schemes.queries.ts'
import { presentClasses } from './show-classes.ts'

interface HeldFile {
  customerId: string
  unitId: string | null
  ownerId: string | null
  version: number
}

/** A scheme whose classes are set by hand, and the class in it; refuses what is out of use. */
export async function requireClass(context: Context, schemeId: string, classId: string | null): Promise<Scheme> {
  const scheme = await requireScheme(context, schemeId)
  if (scheme.by !== 'hand') throw new AppError('scheme-not-by-hand')
  if (!scheme.active) throw refuseField(context, 'schemeId', 'out-of-use')
  const chosen = scheme.classes.find(({ id }) => id === classId)
  if (classId !== null && !chosen) throw refuseField(context, 'classId', 'unknown')
  if (chosen && !chosen.active) throw refuseField(context, 'classId', 'out-of-use')
  return scheme
}

/** Puts files that the caller holds and may write into a class by hand; gives what each was of before, of those that changed. */
export async function classifyFiles(
  context: Context,
  files: readonly HeldFile[],
  scheme: Scheme,
  classId: string | null,
  reason: string | null,
): Promise<Map<string, string | null>> {
  const had = await readClassIn(
    context,
    scheme.id,
    files.map(({ customerId }) => customerId),
  )
  const changes = files
    .map(({ customerId }) => ({ customerId, from: had.get(customerId) ?? null, to: classId }))
    .filter(({ from }) => from !== classId)
  await writeClasses(context, { schemeId: scheme.id, accessClass: scheme.accessClass, byRule: false, reason }, changes)
  await writeAudits(
    context,
    changes.map(({ customerId, from, to }) => ({
      action: 'customer.classified',
      subjectType: 'customer',
      subjectId: customerId,
      customerId,
      before: { schemeId: scheme.id, classId: from, accessClass: scheme.accessClass },
      after: { schemeId: scheme.id, classId: to, reason, accessClass: scheme.accessClass },
    })),
  )
  const held = new Map(files.map((file) => [file.customerId, file]))
  for (const { customerId, from, to } of changes) {
    const file = held.get(customerId)
    if (!file) continue
    const { unitId, ownerId, version } = file
    const timeline = [lineOf(context, scheme, { from, to }, { customerId, unitId, ownerId })]
    await context.publish('customers.facts-changed', { customerId, id: customerId, version, unitId, ownerId, timeline })
  }
  return new Map(changes.map(({ customerId, from }) => [customerId, from]))
}

/** Puts one file into a class, or takes it out of the scheme. */
export async function classifyFile(
  context: Context,
  customerId: string,
  schemeId: string,
  { classId, reason }: BodyOf<typeof contract.classification.classify>,
) {
  const file = await lockForChange(context, customerId)
  const scheme = await requireClass(context, schemeId, classId)
  await classifyFiles(context, [file], scheme, classId, reason === null ? null : foldForStorage(reason) || null)
  return presentClasses(context, file)
}
