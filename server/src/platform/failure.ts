import { failures } from '@parvandeh/contract'
import type { FailureCode } from '@parvandeh/contract'
import type { Context } from './context.ts'

export interface FieldProblem {
  field: string
  code: string
  message: string
}

interface AppErrorMore {
  problems?: FieldProblem[]
  retryAfterSeconds?: number
  afterRollback?: (context: Context) => Promise<void>
}

/** A refusal from the closed list: it becomes problem details on the way out. */
export class AppError extends Error {
  readonly code: FailureCode
  readonly problems: FieldProblem[] | undefined
  readonly retryAfterSeconds: number | undefined
  /** What must be remembered of the refusal although its transaction is rolled back. */
  readonly afterRollback: ((context: Context) => Promise<void>) | undefined

  constructor(code: FailureCode, more: AppErrorMore = {}) {
    super(failures[code].en)
    this.name = 'AppError'
    this.code = code
    this.problems = more.problems
    this.retryAfterSeconds = more.retryAfterSeconds
    this.afterRollback = more.afterRollback
  }
}
