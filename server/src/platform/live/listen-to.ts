import pg from 'pg'
import { keepConnection } from '../database/keep-connection.ts'
import type { Log } from '../log.ts'

interface Listening {
  url: string
  channel: string
  log: Log
  hear: (payload: string) => void
  /** Called when the connection is back after it was lost. */
  onAgain: () => void
}

/** Listens to a channel of PostgreSQL on a connection of its own, opened again whenever it is lost. */
export const listenTo = ({ channel, hear, ...kept }: Listening): Promise<{ close: () => Promise<void> }> =>
  keepConnection({
    ...kept,
    begin: async (client) => {
      client.on('notification', ({ payload }) => hear(payload ?? '{}'))
      await client.query(`listen ${pg.escapeIdentifier(channel)}`)
    },
  })
