import type { Context } from '../../../platform/context.ts'
import type { LongTools } from '../../../platform/outbox/reactions.ts'
import { readFilesAfter } from '../consistency/evidence.queries.ts'
import { reckonFiles } from '../consistency/reckon-files.ts'

const filesAtOnce = 300
const first = '00000000-0000-0000-0000-000000000000'

/** Each night every file is held against the rules again: confirmations grow old, and what was seen goes out of its span. */
export async function refreshTrust({ runAsSystem, signal }: Pick<LongTools, 'runAsSystem' | 'signal'>): Promise<void> {
  let after: string | undefined = first
  while (after !== undefined && !signal.aborted) {
    const from: string = after
    after = await runAsSystem((context) => refreshSome(context, from))
  }
}

async function refreshSome(context: Context, after: string): Promise<string | undefined> {
  const files = await readFilesAfter(context, after, filesAtOnce)
  await reckonFiles(
    context,
    files.map((file) => ({ file })),
    { tells: false },
  )
  return files.length === filesAtOnce ? files.at(-1)?.customerId : undefined
}
