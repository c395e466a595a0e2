import type { TimelineLine } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { compileCondition } from '../conditions/compile-condition.queries.ts'
import { judgeFiles, readClassIn, readPlaces, writeClasses } from './file-classes.queries.ts'
import type { ClassChange } from './file-classes.queries.ts'
import { readRules } from './schemes.queries.ts'
import type { Scheme } from './schemes.queries.ts'

/** Puts files into the classes that they belong to by the rules of all schemes; after something of them changed. */
export async function classifyByRules(context: Context, customerIds: readonly string[]): Promise<void> {
  for (const scheme of await readRules(context)) await classifyByRule(context, scheme, customerIds)
}

/**
 * Puts files into the classes of one scheme by its rules: the first that fits. Some hundreds of files at once, under
 * the rights of the system; gives how many changed. A rule that asks for a field which is gone stops the scheme from
 * being applied until it is mended: its classes stay as they are.
 */
export async function classifyByRule(context: Context, scheme: Scheme, customerIds: readonly string[]): Promise<number> {
  const rules = await compiledRules(context, scheme)
  if (!rules) return 0
  const [judged, had] = [await judgeFiles(context, customerIds, rules), await readClassIn(context, scheme.id, customerIds)]
  const changes = [...judged].flatMap(([customerId, to]): ClassChange[] => {
    const from = had.get(customerId) ?? null
    return from === to ? [] : [{ customerId, from, to }]
  })
  await writeClasses(context, { schemeId: scheme.id, accessClass: scheme.accessClass, byRule: true, reason: null }, changes)
  await tellOfMoves(context, scheme, changes)
  return changes.length
}

async function compiledRules(context: Context, scheme: Scheme) {
  try {
    const rules = []
    for (const { id: classId, active, condition } of scheme.classes)
      if (active && condition) rules.push({ classId, condition: await compileCondition(context, condition) })
    return rules
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

/** Files that had a class and have another now tell of it; the first class that a rule finds is no news. */
async function tellOfMoves(context: Context, scheme: Scheme, changes: readonly ClassChange[]): Promise<void> {
  const moved = new Map(changes.filter(({ from }) => from !== null).map((change) => [change.customerId, change]))
  if (moved.size === 0) return
  const lines = (await readPlaces(context, [...moved.keys()])).map(({ customerId, unitId, ownerId }) =>
    lineOf(context, scheme, moved.get(customerId), { customerId, unitId, ownerId }),
  )
  await context.publish('customers.files-classified', { timeline: lines })
}

/** The line that tells of a change of class. */
export function lineOf(
  context: Context,
  scheme: Scheme,
  change: Pick<ClassChange, 'from' | 'to'> | undefined,
  place: { customerId: string; unitId: string | null; ownerId: string | null },
): TimelineLine {
  const named = (id: string | null | undefined) => scheme.classes.find((one) => one.id === id)
  const [from, to] = [named(change?.from), named(change?.to)]
  return {
    lineId: newId(context.now),
    ...place,
    at: context.now.toISOString(),
    kind: 'customer.classified',
    personId: context.actor.personId,
    permission: 'customers.read',
    accessClass: scheme.accessClass,
    subjectType: 'customer',
    subjectId: place.customerId,
    facts: {
      scheme: scheme.name,
      schemeEn: scheme.nameEn,
      from: from?.name ?? null,
      fromEn: from?.nameEn ?? null,
      to: to?.name ?? null,
      toEn: to?.nameEn ?? null,
    },
  }
}
