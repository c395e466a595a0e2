import { Logger, run } from 'graphile-worker'
import type pg from 'pg'
import type { Log } from '../log.ts'
import { react } from '../outbox/reactions.ts'
import type { Reaction } from '../outbox/reactions.ts'
import type { CommandRunner } from '../run-command.ts'

interface JobOptions {
  pool: pg.Pool
  runAsSystem: CommandRunner
  reactions: readonly Reaction[]
  log: Log
}

/** Works off the job queue until stopped. A job that fails is tried again later, with growing pauses. */
export async function runJobs({ pool, runAsSystem, reactions, log }: JobOptions): Promise<{ stop: () => Promise<void> }> {
  const ending = new AbortController()
  const tools = { runAsSystem, log, signal: ending.signal }
  const runner = await run({
    pgPool: pool,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: new Logger(() => (level, message) => (level === 'error' || level === 'warning' ? log.warn({ job: message.slice(0, 300) }, 'job queue') : undefined)),
    taskList: {
      react: (payload) => react(tools, reactions, (payload as { eventId: string }).eventId),
    },
  })
  return {
    stop: async () => {
      ending.abort()
      await runner.stop()
    },
  }
}
