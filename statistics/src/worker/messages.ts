import type { ErrorCode } from '../errors.ts'
import type { FitProgress } from '../mixed-model/types.ts'

/** What a thread says: how far it is, what came out, or why nothing did. */
export type ThreadMessage =
  | { kind: 'progress'; progress: FitProgress }
  | { kind: 'result'; result: unknown }
  | { kind: 'refused'; code: ErrorCode; message: string; row: number | undefined; detail: Record<string, unknown> }
