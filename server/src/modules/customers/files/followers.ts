import type { Context } from '../../../platform/context.ts'
import { followEvidence } from '../consistency/follow-evidence.ts'
import { followProvenance } from '../provenance/follow-provenance.ts'
import { followCompleteness } from '../completeness/follow-completeness.ts'
import { followCustom } from '../fields/follow-custom.ts'
import { followDuplicateKeys } from '../duplicates/follow-duplicate-keys.ts'
import { followSearchRows } from '../search/follow-search-rows.ts'
import type { WrittenFile } from './file.types.ts'

/**
 * What follows from a write of files, in its own transaction. It is given some hundreds of files at once, new and
 * changed ones together, and answers with a handful of statements whatever their number.
 */
type Follower = (context: Context, written: readonly WrittenFile[]) => Promise<void>

/** In this order. A new follower is a line here and nothing elsewhere. */
const followers: readonly Follower[] = [
  followSearchRows,
  followCustom,
  followProvenance,
  followCompleteness,
  followEvidence,
  followDuplicateKeys,
]

/** Called once after every write of files, whoever wrote them. */
export async function follow(context: Context, written: readonly WrittenFile[]): Promise<void> {
  if (written.length === 0) return
  for (const follower of followers) await follower(context, written)
}
