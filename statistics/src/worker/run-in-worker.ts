import { Worker } from 'node:worker_threads'
import { EvaluationError } from '../errors.ts'
import type { FitProgress } from '../mixed-model/types.ts'
import type { ThreadMessage } from './messages.ts'
import type { TaskName, Tasks } from './tasks.ts'

export type { DrawsWanted, PortableFit, TaskName, Tasks } from './tasks.ts'

export interface WorkerOptions {
  /** When it is aborted the thread is ended, whatever it is doing, and the promise rejects with ABORTED at once. */
  signal?: AbortSignal
  onProgress?: (progress: FitProgress) => void
}

const thread = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js', import.meta.url)

/**
 * Computes in a thread of its own, so that the caller's event loop stays free: `fitMixedModel`, `calibrateEvidence`,
 * `evaluateEmployees` or `fitProductivity`. What is given is copied. Rejects with the `EvaluationError` that the same call
 * would throw here. Node only.
 */
export function runInWorker<Name extends TaskName>(
  name: Name,
  given: Tasks[Name]['given'],
  { signal, onProgress }: WorkerOptions = {},
): Promise<Tasks[Name]['result']> {
  return new Promise((resolve, reject) => {
    const aborted = () => new EvaluationError('ABORTED', 'the computation was given up')
    if (signal?.aborted) {
      reject(aborted())
      return
    }
    const worker = new Worker(thread, { workerData: { name, given } })
    const giveUp = (): void => {
      void worker.terminate()
      reject(aborted())
    }
    signal?.addEventListener('abort', giveUp, { once: true })
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'progress') onProgress?.(message.progress)
      else if (message.kind === 'result') resolve(message.result as Tasks[Name]['result'])
      else reject(new EvaluationError(message.code, message.message, withRow(message)))
    })
    worker.on('error', reject)
    worker.on('exit', () => {
      signal?.removeEventListener('abort', giveUp)
      reject(new Error('the thread ended without a result'))
    })
  })
}

const withRow = ({ row, detail }: { row: number | undefined; detail: Record<string, unknown> }) =>
  row === undefined ? detail : { ...detail, row }
