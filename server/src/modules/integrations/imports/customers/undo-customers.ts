import type { z } from 'zod'
import type { undoCounts } from '@parvandeh/contract'
import type { Context } from '../../../../platform/context.ts'
import type { LongTools } from '../../../../platform/outbox/reactions.ts'
import { putBackIntake } from '../../../customers/index.ts'
import type { FileRecord } from '../../../customers/index.ts'
import { writeAudit } from '../../../identity/index.ts'
import { countLoaded } from '../../../sales/index.ts'
import { announceImport } from '../announce.ts'
import { lockImport, updateImport } from '../imports.queries.ts'
import type { Import } from '../imports.queries.ts'
import { ImportStopped } from '../run/stopped.ts'
import { asImporter } from './as-importer.ts'
import { forgetRecords, nextRecords } from './customer-files.queries.ts'

type UndoCounts = z.infer<typeof undoCounts>

const filesAtOnce = 500
const mostCounted = 10_000
const nothing: UndoCounts = { removed: 0, restored: 0, kept: 0 }

/** Takes an import of customers back, some hundreds of files a transaction; begun again after a stop it goes on with what is left. */
export async function undoCustomers(tools: LongTools, one: Import): Promise<void> {
  for (let isLast = false; !isLast;) {
    tools.signal.throwIfAborted()
    isLast = await tools.runAsSystem(async (context) => {
      const held = await lockImport(context, one.id)
      if (held?.state !== 'undoing') throw new ImportStopped()
      const records = await nextRecords(context, one.id, null, filesAtOnce)
      const importer = await asImporter(context, held)
      const undone = await count(importer, one.id, records, { ...nothing, ...held.undone }, { write: true })
      await forgetRecords(context, one.id, [...new Set(records.map(({ customerId }) => customerId))])
      const ends = records.length === 0
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

/** What taking it back would do, counted over so many files. */
export async function previewUndo(context: Context, one: Import): Promise<UndoCounts & { more: boolean }> {
  if (one.kind === 'ledgers') {
    const { untouched, touched } = await countLoaded(context, one.id)
    return { removed: untouched, restored: 0, kept: touched, more: false }
  }
  let counts = nothing
  let after: string | null = null
  for (let seen = 0; seen < mostCounted; seen += filesAtOnce) {
    const records: FileRecord[] = await nextRecords(context, one.id, after, filesAtOnce)
    if (records.length === 0) return { ...counts, more: false }
    counts = await count(context, one.id, records, counts, { write: false })
    after = records.at(-1)?.customerId ?? null
  }
  return { ...counts, more: (await nextRecords(context, one.id, after, 1)).length > 0 }
}

async function count(
  context: Context,
  importId: string,
  records: readonly FileRecord[],
  before: UndoCounts,
  how: { write: boolean },
): Promise<UndoCounts> {
  const counts = { ...before }
  for (const outcome of (await putBackIntake(context, importId, records, how)).values()) counts[outcome] += 1
  return counts
}
