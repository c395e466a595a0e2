import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../../platform/context.ts'
import type { ScanRow } from '../duplicates.tables.ts'

type Presented = AnswerOf<typeof contract.duplicates.startScan>

/** Making sure of the keys takes about as long as comparing. */
const shareOfKeys = 0.5

/** A scan as it is shown. */
export function presentScan(scan: ScanRow): Presented {
  const keys = scan.keys_done ? 1 : Math.min(1, scan.files_done / Math.max(1, scan.files))
  const progress = shareOfKeys * keys + (1 - shareOfKeys) * (scan.parts_done / scan.parts)
  return {
    id: scan.id,
    state: scan.state,
    startedAt: scan.started_at.toISOString(),
    finishedAt: scan.finished_at?.toISOString() ?? null,
    progress: scan.state === 'done' ? 1 : progress,
    compared: scan.compared,
    found: scan.found,
  }
}

/** Tells that a scan went on; `work`: that it wants to be worked on. */
export async function announceScan(context: Context, id: string, work: boolean): Promise<void> {
  await context.publish('customers.duplicate-scan-changed', { id, work, unitId: null, ownerId: null })
}
