import type { Context } from '../../../platform/context.ts'
import { gatherEvents } from '../../../platform/outbox/held-effects.ts'
import type { BulkItem, BulkNoun } from '../../identity/index.ts'
import { classifyFiles } from './classify-files.ts'
import { editFiles } from './edit-files.ts'
import { removeFiles, restoreFiles } from './remove-files.ts'
import { tagFiles } from './tag-files.ts'
import type { FileChange, FileVerb, VerbTools } from './verb.types.ts'

const verbs = { classify: classifyFiles, remove: removeFiles, restore: restoreFiles, tag: tagFiles }

/** The verb of a change; one that names none sets fields. */
export const verbOf = (change: FileChange): FileVerb<FileChange> =>
  ('act' in change ? verbs[change.act] : editFiles) as unknown as FileVerb<FileChange>

/** How many files are changed and put back, some hundreds at a time. */
export const customerBulk = (tools: VerbTools): BulkNoun => ({
  noun: 'customers',
  rowsAtOnce: 250,
  change: (context, items, given) =>
    gathered(context, items, (gathering) => verbOf(given as FileChange).change(gathering, items, given as FileChange, tools)),
  putBack: (context, items, { change }) =>
    gathered(context, items, (gathering) => verbOf(change as FileChange).putBack(gathering, items, change as FileChange)),
})

async function gathered<T>(context: Context, items: readonly BulkItem[], deal: (context: Context) => Promise<T>): Promise<T> {
  const gathering = gatherEvents(context, new Map(items.map(({ customerId, hold }) => [customerId, hold])))
  const result = await deal(gathering.context)
  await gathering.tell()
  return result
}
