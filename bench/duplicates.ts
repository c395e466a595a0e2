import pg from 'pg'
import { contract } from '@parvandeh/contract'
import { demoAccounts } from '../server/src/modules/identity/index.ts'
import { prepareData } from './data/prepare-data.ts'
import { openClient } from './measure/client.ts'
import type { Client } from './measure/client.ts'
import { startServer } from './measure/server-process.ts'

const askAgainMs = 500

interface Scan {
  state: string
  compared: number
  found: number
}

/** Times a scan of so many files from nothing: their keys made, and all that share one compared. Gives a section of the results. */
export async function run(customers: number, say: (words: string) => void): Promise<string> {
  const data = await prepareData(customers, say)
  const server = await startServer(data)
  const client = openClient(server.url, 1)
  try {
    await forgetAll(data.ownerUrl)
    const [began, used] = [performance.now(), server.cpuSeconds()]
    const scan = await scanAll(client)
    const seconds = (performance.now() - began) / 1000
    return sectionOf(customers, { seconds, cpu: server.cpuSeconds() - used, keys: await countKeys(data.ownerUrl), scan })
  } finally {
    client.close()
    await server.stop()
    await data.close()
  }
}

async function scanAll(client: Client): Promise<Scan> {
  const { username, password } = demoAccounts.find(({ username: name }) => name === 'modir')!
  const cookie = await client.signIn(username, password)
  const { path } = contract.duplicates.scan
  await client.json({ method: 'POST', path, body: { what: 'start' } }, cookie)
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, askAgainMs))
    const { scan } = await client.json<{ scan: Scan }>({ method: 'GET', path }, cookie)
    if (scan.state !== 'working') return scan
  }
}

/** Makes the keys of files that came past the product, so that a check before saving meets as many as in life. */
export async function makeKeys(url: string, customers: number, client: Client, say: (words: string) => void): Promise<void> {
  if ((await countKeys(url)) >= customers) return
  say('keys of files, for the check of duplicates')
  await forgetAll(url)
  await scanAll(client)
}

/** As where no file was ever compared. */
async function forgetAll(url: string): Promise<void> {
  await ask(url, 'truncate customers.duplicate_key, customers.duplicate_due, customers.duplicate_pair, customers.duplicate_scan')
}

const countKeys = async (url: string): Promise<number> =>
  Number((await ask(url, 'select count(*) from customers.duplicate_key'))[0]?.['count'])

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[]
  } finally {
    await client.end()
  }
}

function sectionOf(customers: number, { seconds, cpu, keys, scan }: { seconds: number; cpu: number; keys: number; scan: Scan }): string {
  const number = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 1 })
  return `## Scan for duplicates, ${number(customers)} customers

From nothing: keys of all files made (${number(keys)}), then all files that share a key compared. Goal at 1,000,000: under 10 minutes.

| seconds | files a second | processor of the product, s | pairs compared | pairs alike |
|---:|---:|---:|---:|---:|
| ${number(seconds)} | ${number(customers / seconds)} | ${number(cpu)} | ${number(scan.compared)} | ${number(scan.found)} |
`
}
