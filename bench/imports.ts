import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { loadavg } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import type { App } from '../server/src/app.ts'
import { importCustomersFile } from '../server/src/modules/integrations/index.ts'
import { loadSecrets, openDataDir } from '../server/src/platform/data-dir.ts'
import { openLog } from '../server/src/platform/log.ts'
import { visitDatabaseServer } from '../server/src/process/database-server.ts'
import { openOrganisation } from '../server/src/process/open-organisation.ts'
import { postgresCpuSeconds } from './measure/postgres-cpu.ts'
import { customersFile } from './data/customers-file.ts'

const mib = 2 ** 20
const database = 'bench_import'

interface Used {
  cpuSeconds: number
  postgresSeconds: number
  peakMib: number
}

/**
 * Imports a file of so many customers with 20 columns into an empty organisation, through the product's own door: read,
 * normalised, validated, matched with what is there, written with all that finds a file. Gives a section of the results.
 */
export async function run(rows: number, say: (words: string) => void): Promise<string> {
  const dataDir = openDataDir(process.env['DATA_DIR'] ?? '.data/bench')
  const folder = path.join(dataDir, 'bench-import')
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, `customers-${rows}.csv`)
  await pipeline(Readable.from(customersFile(rows)), createWriteStream(file))
  const [secrets, log] = [loadSecrets(dataDir), openLog('warn')]
  const server = await visitDatabaseServer({ dataDir, secrets, databaseUrl: process.env['DATABASE_URL'], log })
  await server.drop(database)
  await server.create(database)
  const demoHost = {
    state: async () => ({ state: 'absent' as const, progress: 0 }),
    enter: async () => ({ state: 'ready' as const }),
    leave: async () => undefined,
  }
  const app = await openOrganisation({ server, database, dataDir, secrets, secure: false, log, demoHost, withJobs: false })
  const load = loadavg()[0] ?? 0
  try {
    const trial = await measured(dataDir, () => importAll(app, file, { trial: true }))
    say(`trial: ${Math.round(rows / trial.seconds)} rows a second`)
    const real = await measured(dataDir, () => importAll(app, file, { trial: false }))
    say(`import: ${Math.round(rows / real.seconds)} rows a second`)
    const size = await sizeOf(server.ownerUrl(database))
    return sectionOf(rows, { trial, real, size, load: [load, loadavg()[0] ?? 0] })
  } finally {
    await app.close()
    await server.drop(database)
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function importAll(app: Pick<App, 'runAsSystem' | 'blobs'>, file: string, { trial }: { trial: boolean }) {
  const tools = { runAsSystem: app.runAsSystem, log: openLog('warn'), signal: new AbortController().signal }
  return importCustomersFile(tools, app.blobs, { file, change: {}, trial, locale: 'en', look: () => undefined })
}

/** Wall time, the processor time of this process, and the most memory that it held at any look. */
async function measured<T>(dataDir: string, work: () => Promise<T>): Promise<Used & { seconds: number; done: T }> {
  const cpu = process.cpuUsage()
  const before = postgresCpuSeconds(dataDir)
  const begun = performance.now()
  let peak = 0
  const looking = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50)
  try {
    const done = await work()
    const { user, system } = process.cpuUsage(cpu)
    return {
      done,
      seconds: (performance.now() - begun) / 1000,
      cpuSeconds: (user + system) / 1e6,
      postgresSeconds: postgresCpuSeconds(dataDir) - before,
      peakMib: peak / mib,
    }
  } finally {
    clearInterval(looking)
  }
}

async function sizeOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const found = await client.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes')
    return Number(found.rows[0]?.bytes ?? 0) / mib
  } finally {
    await client.end()
  }
}

type Measured = Used & { seconds: number; done: Awaited<ReturnType<typeof importAll>> }

function sectionOf(rows: number, { trial, real, size, load }: { trial: Measured; real: Measured; size: number; load: number[] }): string {
  const line = (name: string, one: Measured) =>
    `| ${name} | ${Math.round(rows / one.seconds).toLocaleString('en')} | ${one.seconds.toFixed(1)} | ${one.cpuSeconds.toFixed(1)} | ${one.postgresSeconds.toFixed(1)} | ${Math.round(rows / Math.max(one.cpuSeconds, one.postgresSeconds)).toLocaleString('en')} | ${Math.round(one.peakMib)} |`
  const counts = real.done.customers
  return `## Import of ${rows.toLocaleString('en')} customers

A CSV file with 20 columns, into an empty organisation: read, normalised, validated, matched with the files that are
there, written with their ways to reach, search rows and provenance. A trial does the same without writing.

| | rows a second | seconds | processor, Node, s | processor, PostgreSQL, s | rows a second of the busier | most memory, MiB |
|---|---|---|---|---|---|---|
${line('trial of all rows', trial)}
${line('import', real)}

Became ${counts?.created.toLocaleString('en')} new files, ${counts?.repeated} repetitions, ${counts?.refused} refused rows, ${counts?.doubtful.toLocaleString('en')} with doubtful values; the database has ${Math.round(size).toLocaleString('en')} MiB. Goal: 5,000 rows a second, 400 MiB. Load of the machine before and after: ${load.map((one) => one.toFixed(1)).join(', ')}.
`
}
