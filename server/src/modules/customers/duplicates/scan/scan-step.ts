import type { Context } from '../../../../platform/context.ts'
import type { ScanRow } from '../duplicates.tables.ts'
import { comparePairs } from '../compare-candidates.ts'
import type { FoundPair } from '../pairs.queries.ts'
import { readComparable } from '../comparable.queries.ts'
import { comparedFile } from '../compared-file.rules.ts'
import { duplicateKeys } from '../keys.ts'
import { insertKeys, readPairsBetween } from '../keys.queries.ts'
import { closeUnmet } from '../pairs.queries.ts'
import { lockScan, readIdsAfter, updateScan } from './scan.queries.ts'

/** What a step came to: whether there is more to do, and which pairs it found. */
export interface Step {
  scan: ScanRow | undefined
  found: readonly FoundPair[]
}

const filesAtOnce = 1000

/** Takes the scan one step on, if it is still wanted: the next files' keys, or the next range of keys. */
export async function scanStep(context: Context, id: string): Promise<Step> {
  const scan = await lockScan(context, id)
  if (scan?.state !== 'working') return { scan: undefined, found: [] }
  return scan.keys_done ? comparePart(context, scan) : { scan: await makeSureOfKeys(context, scan), found: [] }
}

async function makeSureOfKeys(context: Context, scan: ScanRow): Promise<ScanRow> {
  const ids = await readIdsAfter(context, scan.keys_until, filesAtOnce)
  const files = await readComparable(context, ids)
  const keys = [...files].flatMap(([customerId, facts]) => duplicateKeys(comparedFile(facts)).all.map((key) => ({ key, customerId })))
  await insertKeys(context, keys)
  return changed(context, scan, {
    keys_until: ids.at(-1) ?? scan.keys_until,
    keys_done: ids.length < filesAtOnce,
    files_done: scan.files_done + files.size,
  })
}

async function comparePart(context: Context, scan: ScanRow): Promise<Step> {
  const part = scan.parts_done
  const last = part === scan.parts - 1
  const pairs = await readPairsBetween(context, boundOf(part, scan.parts), last ? null : boundOf(part + 1, scan.parts))
  const { found } = await comparePairs(context, pairs)
  if (last) await closeUnmet(context, scan.started_at)
  const next = await changed(context, scan, {
    parts_done: part + 1,
    compared: scan.compared + pairs.length,
    found: scan.found + found.length,
    ...(last ? { state: 'done' as const, finished_at: context.now } : {}),
  })
  return { scan: next, found }
}

async function changed(context: Context, scan: ScanRow, more: Partial<ScanRow>): Promise<ScanRow> {
  await updateScan(context, { id: scan.id, ...more })
  return { ...scan, ...more }
}

/** Where a part of the keys begins: keys are numbers of 64 bits, spread evenly. */
const boundOf = (part: number, parts: number): string => (-(2n ** 63n) + (2n ** 64n * BigInt(part)) / BigInt(parts)).toString()
