import type { Context } from '../../../platform/context.ts'
import type { CustomerFile } from '../files/file.types.ts'
import { moveOwnTimeline } from '../files/files.queries.ts'
import { keepChangedFiles } from '../files/keep-files.ts'
import { mayReach } from '../../identity/index.ts'
import { withoutChange } from './apply-row.rules.ts'
import { readFiles } from './intake.queries.ts'
import type { FileRecord } from './intake.types.ts'
import { markRemoved } from '../removal/removal.queries.ts'
import { readFields } from '../fields/fields.queries.ts'
import { releaseValues } from '../fields/field-values.queries.ts'
import { uniqueKeyOf } from '../fields/tidy-custom.rules.ts'
import { readWorkedOn, releaseExternal } from './put-back.queries.ts'

export type PutBack = 'removed' | 'restored' | 'kept'

/**
 * Takes back what an import did to some hundreds of files: those that it made go, unless somebody has worked on them
 * since, and those that it changed get the values back that nobody has changed since. `records`: all that the import
 * did to these files. Without `write` it only tells what would become of each.
 */
export async function putBackIntake(
  context: Context,
  importId: string,
  records: readonly FileRecord[],
  { write }: { write: boolean },
): Promise<Map<string, PutBack>> {
  const byFile = Map.groupBy(records, ({ customerId }) => customerId)
  const files = await readFiles(context, [...byFile.keys()], { lock: write })
  const workedOn = await readWorkedOn(
    context,
    files.map(({ customerId }) => customerId),
  )
  const outcomes = new Map<string, PutBack>([...byFile.keys()].map((id) => [id, 'kept']))
  const [gone, changed]: [CustomerFile[], { before: CustomerFile; after: CustomerFile }[]] = [[], []]
  for (const file of files) {
    const its = (byFile.get(file.customerId) ?? []).toSorted((a, b) => b.version - a.version)
    if (!mayReach(context.actor, 'customers.write', file)) continue
    if (its.some(({ made }) => made)) {
      if (file.version !== its[0]?.version || workedOn.has(file.customerId)) continue
      gone.push(file)
      outcomes.set(file.customerId, 'removed')
      continue
    }
    const after = its.reduce((left, { change }) => (change ? withoutChange(left, change) : left), file)
    if (after === file || !mayReach(context.actor, 'customers.write', after)) continue
    changed.push({ before: file, after: { ...after, version: file.version + 1, updatedAt: context.now } })
    outcomes.set(file.customerId, 'restored')
  }
  if (!write) return outcomes
  await takeOut(
    context,
    gone,
    gone.flatMap(({ customerId }) => (byFile.get(customerId) ?? []).flatMap(({ external }) => external ?? [])),
  )
  const source = { kind: 'import' as const, id: importId }
  await keepChangedFiles(
    context,
    changed.map((one) => ({ ...one, source })),
  )
  for (const { after } of changed) await moveOwnTimeline(context, after)
  return outcomes
}

/** Takes files out of every list, with whatever they held that no other file could have. */
async function takeOut(context: Context, gone: readonly CustomerFile[], externals: readonly string[]): Promise<void> {
  if (gone.length === 0) return
  const ids = gone.map(({ customerId }) => customerId)
  await markRemoved(context, ids, 'پس‌گرفتن درون‌ریزی')
  await releaseExternal(context, ids, externals)
  for (const { id, key } of (await readFields(context)).filter(({ is_unique: isUnique }) => isUnique)) {
    const claims = gone.flatMap(({ customerId, custom }) =>
      custom[key] === undefined ? [] : [{ customerId, value: uniqueKeyOf(custom[key]) }],
    )
    await releaseValues(context, id, claims)
  }
}
