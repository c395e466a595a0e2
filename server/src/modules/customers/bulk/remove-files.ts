import type { FailureCode } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { mayReach } from '../../identity/index.ts'
import type { BulkItem, BulkOutcome } from '../../identity/index.ts'
import { lockAnyFiles } from '../removal/removal.queries.ts'
import type { FileState } from '../removal/removal.queries.ts'
import { bringBack, takeAway } from '../removal/take-away.ts'
import { filesAtWork } from '../removal/weigh-removal.ts'
import type { ChangeOf, FileVerb } from './verb.types.ts'

const requireRight = (context: Context): void => {
  if (context.actor.grants['customers.delete'] === undefined) throw new AppError('not-permitted')
}

/** Removes many files; they can be restored like any that was removed. */
export const removeFiles: FileVerb<ChangeOf<'remove'>> = {
  settle: async (context, change) => {
    requireRight(context)
    return change
  },
  foresee: async (context, files, { despiteOpenWork }, { holders }) => {
    const ids = files.map(({ customerId }) => customerId)
    const busy = despiteOpenWork ? new Set<string>() : await filesAtWork(context, holders, ids)
    return files.map((file) => {
      const key = { customerId: file.customerId, id: file.customerId, label: file.code }
      if (!mayReach(context.actor, 'customers.delete', file)) return { ...key, refusal: 'not-permitted' as const }
      if (busy.has(file.customerId)) return { ...key, refusal: 'file-has-open-work' as const }
      return { ...key, before: { removed: false }, after: { removed: true } }
    })
  },
  change: async (context, items, { reason, despiteOpenWork }, { holders }) => {
    const ids = items.map(({ customerId }) => customerId)
    const files = await lockAnyFiles(context, ids)
    const busy = despiteOpenWork ? new Set<string>() : await filesAtWork(context, holders, ids)
    return dealWith(
      items,
      files,
      (file) => whyNotRemoved(context, file, busy),
      (some) => takeAway(context, some, reason),
    )
  },
  putBack: async (context, items) => {
    const files = await lockAnyFiles(
      context,
      items.map(({ customerId }) => customerId),
    )
    const versions = new Map(items.map(({ customerId, version }) => [customerId, version]))
    const why = (file: FileState | undefined) =>
      whyNotRestored(context, file) ?? (file?.version === versions.get(file?.customerId ?? '') ? undefined : 'changed-meanwhile')
    return dealWith(items, files, why, (some) => bringBack(context, some))
  },
}

/** Restores many removed files; putting that back removes them again. */
export const restoreFiles: FileVerb<ChangeOf<'restore'>> = {
  settle: async (context, change) => {
    requireRight(context)
    return change
  },
  foresee: async (_context, files) =>
    files.map(({ customerId, code }) => ({
      customerId,
      id: customerId,
      label: code,
      before: { removed: true },
      after: { removed: false },
    })),
  change: async (context, items) => {
    const ids = items.map(({ customerId }) => customerId)
    const files = await lockAnyFiles(context, ids)
    return dealWith(
      items,
      files,
      (file) => whyNotRestored(context, file),
      (some) => bringBack(context, some),
    )
  },
  putBack: async (context, items) => {
    const files = await lockAnyFiles(
      context,
      items.map(({ customerId }) => customerId),
    )
    const none = new Set<string>()
    return dealWith(
      items,
      files,
      (file) => whyNotRemoved(context, file, none),
      (some) => takeAway(context, some, ''),
    )
  },
}

/** Deals together with the files that nothing is said against. */
async function dealWith(
  items: readonly BulkItem[],
  files: ReadonlyMap<string, FileState>,
  whyNot: (file: FileState | undefined) => FailureCode | undefined,
  deal: (some: readonly FileState[]) => Promise<FileState[]>,
): Promise<BulkOutcome[]> {
  const judged = items.map(({ customerId }) => ({ file: files.get(customerId), refusal: whyNot(files.get(customerId)) }))
  const done = await deal(judged.flatMap(({ file, refusal }) => (file && !refusal ? [file] : [])))
  const versions = new Map(done.map(({ customerId, version }) => [customerId, version]))
  return judged.map(({ file, refusal }) => {
    const version = versions.get(file?.customerId ?? '')
    return refusal || version === undefined ? { refusal: refusal ?? 'not-found' } : { done: { before: null, version } }
  })
}

function whyNotRemoved({ actor }: Context, file: FileState | undefined, busy: ReadonlySet<string>): FailureCode | undefined {
  if (!file || file.deletedAt !== null || file.mergedInto !== null || !mayReach(actor, 'customers.read', file)) return 'not-found'
  if (!mayReach(actor, 'customers.delete', file)) return 'not-permitted'
  return busy.has(file.customerId) ? 'file-has-open-work' : undefined
}

const whyNotRestored = ({ actor }: Context, file: FileState | undefined): FailureCode | undefined =>
  file?.deletedAt != null && file.erasedAt === null && mayReach(actor, 'customers.delete', file) ? undefined : 'not-found'
