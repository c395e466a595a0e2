import { Logger, run, runOnce } from 'graphile-worker'
import type pg from 'pg'
import type { Log } from '../log.ts'
import { letOut, react } from '../outbox/reactions.ts'
import type { Reaction } from '../outbox/reactions.ts'
import type { CommandRunner } from '../run-command.ts'
import { joinQueue } from './join-queue.ts'
import type { Schedule } from './schedule.ts'

interface JobOptions {
  /** Connection string of the pool's database. */
  url: string
  pool: pg.Pool
  runAsSystem: CommandRunner
  reactions: readonly Reaction[]
  schedules: readonly Schedule[]
  log: Log
}

/** Works off the job queue until stopped. A job that fails is tried again later, with growing pauses. */
export async function runJobs(options: JobOptions): Promise<{ stop: () => Promise<void> }> {
  const ending = new AbortController()
  const place = await joinQueue(options.url, options.log)
  const runner = await run({
    ...workerOptions(options, ending.signal),
    concurrency: 4,
    pollInterval: 2000,
    crontab: crontabOf(options.schedules),
  })
  return {
    stop: async () => {
      ending.abort()
      await runner.stop()
      await place.close()
    },
  }
}

/** Works off what waits now, and what follows from it, then returns. */
export async function workOffJobs(options: Omit<JobOptions, 'url'>): Promise<void> {
  await runOnce(workerOptions(options, new AbortController().signal))
}

/** Jobs that an older version left name one event. */
type ReactPayload = { eventIds: string[] } | { eventId: string }
const eventsOf = (payload: ReactPayload): string[] => ('eventIds' in payload ? payload.eventIds : [payload.eventId])

/** By its key, what was missed many times while nothing ran is made up for once. */
const crontabOf = (schedules: readonly Schedule[]): string =>
  schedules.map(({ name, when }) => `${when} ${name} ?fill=1d&max=3&jobKey=${name}`).join('\n')

function workerOptions({ pool, runAsSystem, reactions, schedules, log }: Omit<JobOptions, 'url'>, signal: AbortSignal) {
  const tools = { runAsSystem, log, signal }
  return {
    pgPool: pool,
    noHandleSignals: true,
    logger: new Logger(
      () => (level, message) =>
        level === 'error' || level === 'warning' ? log.warn({ job: message.slice(0, 300) }, 'job queue') : undefined,
    ),
    taskList: {
      ...Object.fromEntries(schedules.map(({ name, work }) => [name, () => work(tools)])),
      react: (payload: unknown) => react(tools, reactions, eventsOf(payload as ReactPayload)),
      'let-out': (payload: unknown) => letOut(tools, reactions, (payload as { eventId: string }).eventId),
    },
  }
}
