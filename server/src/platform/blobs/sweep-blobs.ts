import type { LongTools } from '../outbox/reactions.ts'
import type { BlobStore } from './blob-store.ts'
import { unknownAmong } from './blob.queries.ts'

/** Longer than any upload takes from its last byte to its row. */
const graceMs = 86_400_000
const atOnce = 500

/** Removes contents that no row names: of uploads that were refused after they had arrived, or never came to an end. */
export async function sweepBlobs(blobs: BlobStore, { runAsSystem, signal, log }: LongTools): Promise<void> {
  const before = await runAsSystem(async ({ now }) => new Date(now.getTime() - graceMs))
  let removed = 0
  const sweep = async (some: readonly string[]) => {
    for (const sha256 of await runAsSystem((context) => unknownAmong(context, some))) {
      await blobs.removeOlder(sha256, before)
      removed += 1
    }
  }
  let some: string[] = []
  for await (const { sha256, storedAt } of blobs.all()) {
    if (signal.aborted) return
    if (storedAt < before) some.push(sha256)
    if (some.length < atOnce) continue
    await sweep(some)
    some = []
  }
  await sweep(some)
  log.info({ removed }, 'contents that nothing names are gone')
}
