import type { LongTools } from '../../../../platform/outbox/reactions.ts'
import { writeAudit } from '../../../identity/index.ts'
import { countLoaded, unloadLedger } from '../../../sales/index.ts'
import { announceImport } from '../announce.ts'
import { lockImport, updateImport } from '../imports.queries.ts'
import type { Import } from '../imports.queries.ts'
import { ImportStopped } from '../run/stopped.ts'

const entriesAtOnce = 500

/** Takes an import of ledgers back, some hundreds of vouchers a transaction; those that somebody changed since stay. */
export async function undoLedgers(tools: LongTools, one: Import): Promise<void> {
  for (let isLast = false; !isLast;) {
    tools.signal.throwIfAborted()
    isLast = await tools.runAsSystem(async (context) => {
      const held = await lockImport(context, one.id)
      if (held?.state !== 'undoing') throw new ImportStopped()
      const removed = await unloadLedger(context, one.id, entriesAtOnce)
      const { touched } = await countLoaded(context, one.id)
      const undone = { removed: (held.undone?.removed ?? 0) + removed, restored: 0, kept: touched }
      const ends = removed < entriesAtOnce
      const after = await updateImport(context, one.id, {
        undone,
        ...(ends && { state: 'undone' as const, progress: 1, finished_at: new Date() }),
      })
      if (ends) await writeAudit(context, { action: 'import.undone', subjectType: 'import', subjectId: one.id, after: { ...undone } })
      await announceImport(context, after)
      return ends
    })
  }
}
