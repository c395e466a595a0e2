import { onEventAtLength } from '../../../../platform/outbox/reactions.ts'
import type { LongTools, Reaction } from '../../../../platform/outbox/reactions.ts'
import type { ScanRow } from '../duplicates.tables.ts'
import { compareWithAll } from '../compare-candidates.ts'
import { takeDue } from '../keys.queries.ts'
import { mergeBeyondDoubt } from '../merge/merge-beyond-doubt.ts'
import { announceScan } from './present-scan.ts'
import { scanStep } from './scan-step.ts'

const stepsBetweenNews = 10

/** Scans are worked off by the job queue: in any process, step by step, and on from where they were after a stop. */
export const scanReaction: Reaction = onEventAtLength(
  'customers.duplicate-scan-changed',
  'customers.scan-duplicates',
  async (tools, { id, work }) => {
    if (work) await runScan(tools, id)
  },
)

async function runScan(tools: LongTools, id: string): Promise<void> {
  for (let steps = 1; ; steps += 1) {
    tools.signal.throwIfAborted()
    const { scan, found } = await tools.runAsSystem((context) => scanStep(context, id))
    if (!scan) return
    await mergeBeyondDoubt(tools, found)
    if (scan.state === 'done' || steps % stepsBetweenNews === 0) await tell(tools, scan)
    if (scan.state !== 'working') return
  }
}

const tell = (tools: LongTools, scan: ScanRow): Promise<void> => tools.runAsSystem((context) => announceScan(context, scan.id, false))

const filesAtOnce = 200

/** Compares files that changed since they were last compared: some hundreds at a time, each in a transaction of its own. */
export async function compareChangedFiles(tools: Pick<LongTools, 'runAsSystem'> & Partial<LongTools>): Promise<void> {
  for (;;) {
    if (tools.signal?.aborted) return
    const { taken, found } = await tools.runAsSystem(async (context) => {
      const ids = await takeDue(context, filesAtOnce)
      return { taken: ids.length, found: ids.length === 0 ? [] : (await compareWithAll(context, ids)).found }
    })
    await mergeBeyondDoubt(tools, found)
    if (taken < filesAtOnce) return
  }
}
