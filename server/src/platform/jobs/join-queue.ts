import type pg from 'pg'
import { keepConnection } from '../database/keep-connection.ts'
import type { Log } from '../log.ts'

/** One advisory lock of the database stands for "works off the queue": every process that does so shares it. */
const queueLock = 'hashtext($$parvandeh job queue$$)'

/**
 * Joins the processes that work off the queue. The first to come while nobody is there frees the jobs that killed
 * processes had begun: the queue alone would hold them for hours. The lock is shared until `close`, or until death.
 */
export async function joinQueue(url: string, log: Log): Promise<{ close: () => Promise<void> }> {
  let isBack = false
  return keepConnection({
    url,
    log,
    begin: async (client) => {
      // One that comes back may have begun jobs itself: only at the start is a lock without an owner surely a dead one's.
      if (!isBack) await freeJobsIfAlone(client, log)
      await client.query(`select pg_advisory_lock_shared(${queueLock})`)
      isBack = true
    },
  })
}

async function freeJobsIfAlone(client: pg.Client, log: Log): Promise<void> {
  const { rows } = await client.query<{ alone: boolean }>(`select pg_try_advisory_lock(${queueLock}) as alone`)
  if (!rows[0]?.alone) return
  const held = await client.query<{ worker: string }>(
    'select distinct locked_by as worker from graphile_worker.jobs where locked_by is not null',
  )
  const workers = held.rows.map(({ worker }) => worker)
  await client.query('select graphile_worker.force_unlock_workers($1::text[])', [workers])
  await client.query(`select pg_advisory_unlock(${queueLock})`)
  if (workers.length > 0) log.info({ workers: workers.length }, 'jobs begun by killed processes are free again')
}
