import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import type { SubjectHolder } from '../../../platform/subjects/holder.types.ts'
import type { BulkDecision, BulkDone, BulkItem, BulkOutcome } from '../../identity/index.ts'
import type { ChosenFile } from './chosen.queries.ts'

/** What can be done to many files, as it is asked for. */
export type FileChange = BodyOf<typeof contract.customerBulk.preview>['change']

/** Change of one verb. */
export type ChangeOf<Act extends string> = Extract<FileChange, { act: Act }>

export interface VerbTools {
  holders: readonly SubjectHolder[]
}

/** A verb upon many files: it foresees, does and undoes; each file by the rules that it would meet alone. */
export interface FileVerb<Change> {
  /** The change as it will be kept; refuses what names nothing and what the actor may not set on any file. */
  settle: (context: Context, change: Change) => Promise<Change>
  /** What would become of files that the actor sees. */
  foresee: (context: Context, files: readonly ChosenFile[], change: Change, tools: VerbTools) => Promise<BulkDecision[]>
  change: (context: Context, items: readonly BulkItem[], change: Change, tools: VerbTools) => Promise<BulkOutcome[]>
  putBack: (context: Context, items: readonly (BulkItem & BulkDone)[], change: Change) => Promise<BulkOutcome[]>
}
