import type { FailureCode } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { mayReach } from '../../identity/index.ts'
import type { BulkItem, BulkOutcome } from '../../identity/index.ts'
import { filesWithTag } from '../behaviour/behaviour.queries.ts'
import { requireTag, tagFiles as putOn, untagFiles as takeOff } from '../behaviour/tag-files.ts'
import type { CustomerFile } from '../files/file.types.ts'
import { lockFiles } from '../files/files.queries.ts'
import { refuseField } from '../refuse-field.ts'
import type { ChangeOf, FileVerb } from './verb.types.ts'

/** Puts a tag on many files, or takes it off them. */
export const tagFiles: FileVerb<ChangeOf<'tag'>> = {
  settle: async (context, change) => {
    const tag = await requireTag(context, change.tagId)
    if (change.on && !tag.active) throw refuseField(context, 'tagId', 'out-of-use')
    return { ...change, tagId: tag.id }
  },
  foresee: async (context, files, { tagId, on }) => {
    const ids = files.map(({ customerId }) => customerId)
    const [tag, had] = [await requireTag(context, tagId), await filesWithTag(context, ids, tagId)]
    return files.map((file) => {
      const key = { customerId: file.customerId, id: file.customerId, label: file.code }
      if (!mayReach(context.actor, 'customers.write', file)) return { ...key, refusal: 'not-permitted' as const }
      if (had.has(file.customerId) === on) return key
      return { ...key, before: { tag: on ? null : tag.name }, after: { tag: on ? tag.name : null } }
    })
  },
  change: (context, items, { tagId, on }) => setTag(context, items, tagId, on),
  putBack: async (context, items, { tagId, on }) =>
    // Whatever has the tag no longer, or has it again, was changed since by somebody else.
    (await setTag(context, items, tagId, !on)).map(({ refusal, done }) => ({
      refusal: refusal ?? (done ? undefined : 'changed-meanwhile'),
    })),
}

async function setTag(context: Context, items: readonly BulkItem[], tagId: string, on: boolean): Promise<BulkOutcome[]> {
  const files = await lockFiles(
    context,
    items.map(({ customerId }) => customerId),
  )
  const judged = items.map(({ customerId }) => ({ file: files.get(customerId), refusal: whyNot(context, files.get(customerId)) }))
  const free = judged.flatMap(({ file, refusal }) => (file && !refusal ? [file] : []))
  const tag = await requireTag(context, tagId)
  const changed = new Set(await (on ? putOn(context, free, tag) : takeOff(context, free, tag)))
  return judged.map(({ file, refusal }) => {
    if (refusal || !file || !changed.has(file.customerId)) return { refusal }
    return { done: { before: null, version: file.version } }
  })
}

function whyNot({ actor }: Context, file: CustomerFile | undefined): FailureCode | undefined {
  if (!file || !mayReach(actor, 'customers.read', file)) return 'not-found'
  return mayReach(actor, 'customers.write', file) ? undefined : 'not-permitted'
}
