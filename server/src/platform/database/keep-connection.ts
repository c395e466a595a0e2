import pg from 'pg'
import type { Log } from '../log.ts'

interface Kept {
  url: string
  log: Log
  /** What the connection is for; done again on each new one. */
  begin: (client: pg.Client) => Promise<void>
  /** Called when the connection is back after it was lost. */
  onAgain?: () => void
}

const lookAgainMs = 1000

/** A connection of its own, outside every pool, opened again whenever it is lost. */
export async function keepConnection({ url, log, begin, onAgain }: Kept): Promise<{ close: () => Promise<void> }> {
  let closed = false
  let client: pg.Client | undefined
  const connect = async (): Promise<void> => {
    client = new pg.Client({ connectionString: url, keepAlive: true })
    client.on('error', (error) => log.warn({ reason: error.message }, 'kept connection lost'))
    await client.connect()
    await begin(client)
    // Only a connection that began is opened again here; one that could not be opened is tried again below.
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
      if (back && !closed) return onAgain?.()
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
