// The other thread: does one task and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { EvaluationError } from '../errors.ts'
import type { ThreadMessage } from './messages.ts'
import { tasks, type TaskName } from './tasks.ts'

const { name, given } = workerData as { name: TaskName; given: never }
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const say = (message: ThreadMessage): void => parentPort?.postMessage(message)

try {
  say({ kind: 'result', result: tasks[name](given, (progress) => say({ kind: 'progress', progress })) })
} catch (error) {
  if (!(error instanceof EvaluationError)) throw error
  const { code, message, row, detail } = error
  say({ kind: 'refused', code, message: message.slice(code.length + 2), row, detail })
}
