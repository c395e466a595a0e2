import pg from 'pg'
import type { Log } from '../log.ts'

interface Listening {
  url: string
  channel: string
  log: Log
  hear: (payload: string) => void
  /** Called when the connection is back after it was lost. */
  onAgain: () => void
}

const lookAgainMs = 1000

/** Listens to a channel of PostgreSQL on a connection of its own, opened again whenever it is lost. */
export async function listenTo({ url, channel, log, hear, onAgain }: Listening): Promise<{ close: () => Promise<void> }> {
  let closed = false
  let client: pg.Client | undefined
  const connect = async (): Promise<void> => {
    client = new pg.Client({ connectionString: url, keepAlive: true })
    client.on('notification', ({ payload }) => hear(payload ?? '{}'))
    client.on('error', (error) => log.warn({ reason: error.message }, 'live connection lost'))
    await client.connect()
    await client.query(`listen ${pg.escapeIdentifier(channel)}`)
    // Only a connection that listened is opened again here; one that could not be opened is tried again below.
    client.on('end', () => void again())
  }
  const again = async (): Promise<void> => {
    while (!closed) {
      await new Promise((resolve) => setTimeout(resolve, lookAgainMs).unref())
      if (closed) return
      const back = await connect().then(
        () => true,
        () => false,
      )
      if (back && !closed) return onAgain()
      await client?.end().catch(() => undefined)
    }
  }
  await connect()
  return {
    close: async () => {
      closed = true
      await client?.end().catch(() => undefined)
    },
  }
}
