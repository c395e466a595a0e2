import type { App } from '../app.ts'
import { openOrganisation } from '../process/open-organisation.ts'
import type { Surroundings } from './command.ts'
import { UsageError } from './command.ts'

const nowhere = {
  state: async () => ({ state: 'absent' as const, progress: 0 }),
  enter: async () => ({ state: 'ready' as const }),
  leave: async () => undefined,
}

/** Opens the organisation's app without a port, for one command, and works off the jobs that the command leaves. */
export async function withApp<T>(surroundings: Surroundings, work: (app: App) => Promise<T>): Promise<T> {
  const { server, database, dataDir, secrets, log } = surroundings
  await requireOrganisation(surroundings)
  const app = await openOrganisation({ server, database, dataDir, secrets, secure: false, log, demoHost: nowhere, withJobs: false })
  try {
    const result = await work(app)
    await app.workOffJobs()
    return result
  } finally {
    await app.close()
  }
}

/** Refuses where there is no organisation yet. */
export async function requireOrganisation({ server, database }: Pick<Surroundings, 'server' | 'database'>): Promise<void> {
  if (await server.has(database)) return
  throw new UsageError('این سازمان هنوز راه‌اندازی نشده است.', 'This organisation has not been set up yet.')
}
