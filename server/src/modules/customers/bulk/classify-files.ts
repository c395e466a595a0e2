import type { FailureCode } from '@parvandeh/contract'
import type { Actor } from '../../../platform/context.ts'
import { mayReach } from '../../identity/index.ts'
import type { BulkOutcome } from '../../identity/index.ts'
import { classifyFiles as putInto, requireClass } from '../classes/classify-by-hand.ts'
import { readClassIn } from '../classes/file-classes.queries.ts'
import type { CustomerFile } from '../files/file.types.ts'
import { lockFiles } from '../files/files.queries.ts'
import type { ChangeOf, FileVerb } from './verb.types.ts'

/** Puts many files into a class of a scheme, or takes them out of it. */
export const classifyFiles: FileVerb<ChangeOf<'classify'>> = {
  settle: async (context, change) => {
    await requireClass(context, change.schemeId, change.classId)
    return change
  },
  foresee: async (context, files, { schemeId, classId }) => {
    const scheme = await requireClass(context, schemeId, classId)
    const had = await readClassIn(
      context,
      schemeId,
      files.map(({ customerId }) => customerId),
    )
    const nameOf = (id: string | null | undefined) => scheme.classes.find((one) => one.id === id)?.name ?? null
    return files.map((file) => {
      const key = { customerId: file.customerId, id: file.customerId, label: file.code }
      if (!mayReach(context.actor, 'customers.write', file)) return { ...key, refusal: 'not-permitted' as const }
      const before = had.get(file.customerId) ?? null
      return before === classId ? key : { ...key, before: { class: nameOf(before) }, after: { class: nameOf(classId) } }
    })
  },
  change: async (context, items, { schemeId, classId, reason }) => {
    const files = await lockFiles(
      context,
      items.map(({ customerId }) => customerId),
    )
    const free = [...files.values()].filter((file) => whyNot(context.actor, file) === undefined)
    const scheme = await requireClass(context, schemeId, classId)
    const before = await putInto(context, free, scheme, classId, reason)
    return items.map(({ customerId }): BulkOutcome => {
      const file = files.get(customerId)
      const refusal = whyNot(context.actor, file)
      if (refusal || !file || !before.has(customerId)) return { refusal }
      return { done: { before: before.get(customerId) ?? null, version: file.version } }
    })
  },
  putBack: async (context, items, { schemeId, classId }) => {
    const ids = items.map(({ customerId }) => customerId)
    const [files, now] = [await lockFiles(context, ids), await readClassIn(context, schemeId, ids)]
    const judge = (customerId: string): FailureCode | undefined =>
      whyNot(context.actor, files.get(customerId)) ?? ((now.get(customerId) ?? null) === classId ? undefined : 'changed-meanwhile')
    const free = items.filter(({ customerId }) => judge(customerId) === undefined)
    for (const [before, some] of Map.groupBy(free, (item) => item.before as string | null)) {
      const scheme = await requireClass(context, schemeId, before)
      await putInto(context, filesOf(files, some), scheme, before, null)
    }
    return items.map(({ customerId }) => ({ refusal: judge(customerId) }))
  },
}

const filesOf = (files: ReadonlyMap<string, CustomerFile>, items: readonly { customerId: string }[]): CustomerFile[] =>
  items.flatMap(({ customerId }) => files.get(customerId) ?? [])

function whyNot(actor: Actor, file: CustomerFile | undefined): FailureCode | undefined {
  if (!file || !mayReach(actor, 'customers.read', file)) return 'not-found'
  return mayReach(actor, 'customers.write', file) ? undefined : 'not-permitted'
}
