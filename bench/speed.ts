import { loadavg } from 'node:os'
import { demoAccounts } from '../server/src/modules/identity/index.ts'
import { chooseCases } from './cases.ts'
import type { Case, Cookies } from './cases.ts'
import { longestFiles } from './data/long-files.ts'
import { makeSheets } from './data/make-sheets.ts'
import { prepareData } from './data/prepare-data.ts'
import type { BenchData } from './data/prepare-data.ts'
import { makeKeys } from './duplicates.ts'
import { openBareSql, openRecorder } from './measure/bare-sql.ts'
import type { Recorded } from './measure/bare-sql.ts'
import { openClient } from './measure/client.ts'
import type { Call, Client } from './measure/client.ts'
import { percentile, together, workFor } from './measure/load.ts'
import type { Seen } from './measure/load.ts'
import { clickToFile } from './measure/browser.ts'
import { startServer } from './measure/server-process.ts'
import type { Server } from './measure/server-process.ts'
import { rowOf, tableOf } from './speed-table.ts'
import type { Measured } from './speed-table.ts'

const stretchMs = 2000
const rounds = 2
const most = 16

interface Bench {
  data: BenchData
  server: Server
  client: Client
  cookies: Cookies
}

/** Measures the product on a database of so many customers against the bare SQL that it stands on; gives a section of the results. */
export async function run(customers: number, say: (words: string) => void): Promise<string> {
  const data = await prepareData(customers, say)
  await makeSheets(data, say)
  const before = loadavg()
  const server = await startServer(data)
  const client = openClient(server.url, most)
  try {
    const signIn = (account: string) => {
      const { username, password } = demoAccounts.find((one) => one.username === account)!
      return client.signIn(username, password)
    }
    const cookies = { clerk: await signIn('karshenas'), supervisor: await signIn('sarparast') }
    const bench = { data, server, client, cookies }
    await makeKeys(data.ownerUrl, customers, client, say)
    const measured: Measured[] = []
    const [longest, long] = await longestFiles(data.ownerUrl)
    for (const one of await chooseCases({ client, ownerUrl: data.ownerUrl, cookies, longest })) {
      measured.push(...(await measureCase(bench, one)))
      for (const row of measured.slice(-2)) say(rowOf(row))
    }
    const painted = { lines: long.lines, times: await clickToFile(long, server.url, cookies.clerk) }
    return tableOf({ customers, measured, painted, load: [before, loadavg()] })
  } finally {
    client.close()
    await server.stop()
    await data.close()
  }
}

/** A B A B, over one connection and over sixteen: the product, then its statements alone, within the same minute. */
async function measureCase({ data, server, client, cookies }: Bench, given: Case): Promise<Measured[]> {
  const cookie = cookies[given.who]
  const recorded = await recordAll(data, given, cookie)
  const bare = openBareSql(data.ownerUrl, most)
  let refused = 0
  // Figures over many records may be ended by the time limit; how many were is told.
  const one = async (call: Call): Promise<void> => {
    const { status, text } = await client.ask(call, cookie)
    if (status === 503 && given.kind === 'figures') refused += 1
    else if (status !== 200) throw new Error(`${call.method} ${call.path}: ${status} ${text}`)
  }
  const ask = async (calls: readonly Call[]): Promise<void> => {
    if (given.atOnce) await Promise.all(calls.map(one))
    else for (const call of calls) await one(call)
  }
  const measured: Measured[] = []
  for (const hands of [1, most]) {
    const [product, sql]: [Seen[], Seen[]] = [[], []]
    const used = { cpu: 0, calls: 0 }
    refused = 0
    for (let round = -1; round < rounds; round += 1) {
      const ready = given.more && (await enough(given.more, hands))
      const variant = (turn: number) => (ready ? ready[turn] : given.variants[turn % given.variants.length])
      const cpu = server.cpuSeconds()
      const seen = await workFor(stretchMs, hands, async (turn) => ask(variant(turn) ?? (await given.more!())))
      const spent = server.cpuSeconds() - cpu
      const alone = await workFor(stretchMs, hands, (turn) => bare.run(recorded[turn % recorded.length]!))
      // The first round warms up both.
      if (round < 0) continue
      product.push(seen)
      sql.push(alone)
      used.cpu += spent
      used.calls += seen.times.length * (given.variants[0]?.length ?? 1)
    }
    const [a, b] = [together(product), together(sql)]
    measured.push({
      name: given.name,
      kind: given.kind,
      hands,
      refused: refused / (given.variants[0]?.length ?? 1),
      times: [0.5, 0.95, 0.99].map((share) => percentile(a, share)),
      perSecond: a.times.length / a.seconds,
      cpuMs: (used.cpu / used.calls) * 1000,
      statements: recorded[0]?.statements.length ?? 0,
      sqlMs: percentile(b, 0.5),
      sqlPerSecond: b.times.length / b.seconds,
    })
  }
  await bare.close()
  return measured
}

/** As many variants as a stretch may use up, made before it begins. */
async function enough(more: () => Promise<readonly Call[]>, hands: number): Promise<(readonly Call[])[]> {
  const made: (readonly Call[])[] = []
  const hand = async (): Promise<void> => {
    while (made.length < 40 + hands * 10) made.push(await more())
  }
  await Promise.all(Array.from({ length: Math.min(hands, 4) }, hand))
  return made
}

async function recordAll(data: BenchData, { variants }: Case, cookie: string): Promise<Recorded[]> {
  const recorder = await openRecorder(data)
  try {
    const recorded: Recorded[] = []
    for (const calls of variants) recorded.push(await recorder.record(calls, cookie))
    return recorded
  } finally {
    await recorder.close()
  }
}
