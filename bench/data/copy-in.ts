import { once } from 'node:events'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { CopyStreamQuery } from 'pg-copy-streams'
import { columnsOf } from './prototypes.ts'
import { fillIn } from './template.ts'
import type { Template } from './template.ts'

const chunkSize = 512 * 1024
/** No line is longer. */
const longestLine = 64 * 1024

interface Inflow {
  client: pg.Client
  stream: CopyStreamQuery
  buffer: Buffer
  used: number
}

/** Lines into many tables at once, each over a connection of its own; whoever writes waits for the slowest. */
export async function openCopyIn(url: string, tables: readonly string[]) {
  const inflows = new Map<string, Inflow>()
  for (const table of tables) {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const columns = await columnsOf(client, table)
    const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
    inflows.set(table, { client, stream, buffer: Buffer.allocUnsafe(chunkSize), used: 0 })
  }
  const flush = async (inflow: Inflow): Promise<void> => {
    const chunk = inflow.buffer.subarray(0, inflow.used)
    inflow.buffer = Buffer.allocUnsafe(chunkSize)
    inflow.used = 0
    if (!inflow.stream.write(chunk)) await once(inflow.stream, 'drain')
  }
  return {
    /** Adds a line; what it gives is to be awaited where it gives something. */
    add: (line: Template, fillings: readonly string[]): Promise<void> | undefined => {
      const inflow = inflows.get(line.table)!
      inflow.used = fillIn(inflow.buffer, inflow.used, line, fillings)
      return inflow.used > chunkSize - longestLine ? flush(inflow) : undefined
    },
    end: async (): Promise<void> => {
      for (const inflow of inflows.values()) {
        await flush(inflow)
        inflow.stream.end()
        await once(inflow.stream, 'finish')
        await inflow.client.end()
      }
    },
  }
}
