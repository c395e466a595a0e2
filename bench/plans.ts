import pg from 'pg'
import { contract } from '@parvandeh/contract'
import { demoAccounts } from '../server/src/modules/identity/index.ts'
import { listCalls } from '../server/src/testing/list-calls.ts'
import type { Known } from '../server/src/testing/list-calls.ts'
import { readPlan } from '../server/src/testing/read-plan.ts'
import { prepareData } from './data/prepare-data.ts'
import type { BenchData } from './data/prepare-data.ts'
import { openRecorder } from './measure/bare-sql.ts'
import type { Recorded } from './measure/bare-sql.ts'
import { openClient } from './measure/client.ts'
import { startServer } from './measure/server-process.ts'

/** What is named one by one: a call that looks at so many rows in one step, or takes so long in the database. */
const worth = { rows: 20_000, milliseconds: 200 }
/** A table of so many rows is a large one: nothing may read it from end to end. */
const large = 50_000

interface Looked {
  who: string
  path: string
  /** The most rows that one step of one statement looked at, and what all statements took. */
  rows: number
  milliseconds: number
  wholeTables: string[]
  refused: string | undefined
}

type Recorder = Awaited<ReturnType<typeof openRecorder>>

/** Looks at the query plan of every list, search, count and monthly figure as two people ask for them; gives a section of the results. */
export async function run(customers: number, say: (words: string) => void): Promise<string> {
  const data = await prepareData(customers, say)
  const { cookies, known } = await askServer(data)
  const recorder = await openRecorder(data)
  const owner = new pg.Client({ connectionString: data.ownerUrl })
  await owner.connect()
  try {
    const looked: Looked[] = []
    for (const [who, cookie] of Object.entries(cookies)) {
      for (const path of pathsOf(known)) {
        const seen = await look(recorder, owner, { path, cookie })
        looked.push({ who, path: decodeURIComponent(path), ...seen })
        if (isWorth(looked.at(-1)!)) say(rowOf(looked.at(-1)!))
      }
    }
    return sectionOf(customers, looked)
  } finally {
    await owner.end()
    await recorder.close()
    await data.close()
  }
}

/** Exports read what their lists read, in chunks; figures cut another way read the same records. */
const pathsOf = (known: Known): string[] =>
  listCalls(known)
    .map(({ path }) => path)
    .filter((path) => !path.includes('/export') && (!/^\/api\/kpi\/[^/]+\?/u.test(path) || path.includes('by=month')))

/** Who asks, signed in, and what their filters are filled with. */
async function askServer(data: BenchData): Promise<{ cookies: Record<string, string>; known: Known }> {
  const server = await startServer(data)
  const client = openClient(server.url, 1)
  try {
    const signIn = (account: string) => {
      const { username, password } = demoAccounts.find((one) => one.username === account)!
      return client.signIn(username, password)
    }
    const cookies = { 'who sees all': await signIn('modir'), 'of a unit': await signIn('karshenas') }
    const { indicators } = await client.json<Pick<Known, 'indicators'>>(
      { method: 'GET', path: contract.kpi.list.path },
      cookies['who sees all'],
    )
    return { cookies, known: { indicators, ownField, ...(await someOf(data.ownerUrl)) } }
  } finally {
    client.close()
    await server.stop()
  }
}

type FromTables = Omit<Known, 'indicators' | 'ownField'>

/** A choice of the demo that many files hold, and one that few do. */
const ownField: Known['ownField'] = {
  field: 'x.home_type',
  conditions: [
    { is: 'one-of', value: ['c1'] },
    { is: 'one-of', value: ['c4'] },
  ],
}

async function someOf(ownerUrl: string): Promise<FromTables> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const { rows } = await owner.query<FromTables>(
      `select r.customer_id as "customerId", r.id as "requestId", r.number, r.topic_id as "topicId", r.product_id as "productId",
         p.unit_id as "unitId", p.id as "personId", to_char(now() - interval '60 days', 'YYYY-MM-DD') as "from", to_char(now(), 'YYYY-MM-DD') as "to",
         (select id from customers.segment order by (condition is null) desc, id limit 1) as "byHand",
         (select id from customers.segment order by (condition is null), id limit 1) as "byRule",
         r.id as "importId", r.id as "bulkId"
       from identity.person p join service.request r on r.unit_id = p.unit_id
       where p.username = 'karshenas' and r.topic_id is not null and r.product_id is not null order by r.number desc limit 1`,
    )
    if (!rows[0]) throw new Error('no request of the clerk’s unit')
    return rows[0]
  } finally {
    await owner.end()
  }
}

async function look(recorder: Recorder, owner: pg.Client, { path, cookie }: { path: string; cookie: string }) {
  let recorded: Recorded
  try {
    recorded = await recorder.record([{ method: 'GET', path }], cookie)
  } catch (error) {
    return { rows: 0, milliseconds: 0, wholeTables: [], refused: (error as Error).message.slice(0, 200) }
  }
  const once = new Map(recorded.statements.map((statement) => [statement.text, statement]))
  const reads = [...once.values()].filter(({ text }) => /^\s*(?:select|with)\b/iu.test(text) && !/for update/iu.test(text))
  const plans = []
  for (const statement of reads) plans.push(await readPlan(owner, statement))
  return {
    rows: Math.max(0, ...plans.map(({ rowsLookedAt }) => rowsLookedAt)),
    milliseconds: plans.reduce((sum, one) => sum + one.milliseconds, 0),
    wholeTables: plans.flatMap((one) => one.wholeTables.filter(({ rows }) => rows >= large).map(({ table }) => table)),
    refused: undefined,
  }
}

const isWorth = ({ rows, milliseconds, wholeTables, refused }: Looked): boolean =>
  rows > worth.rows ||
  milliseconds > worth.milliseconds ||
  wholeTables.length > 0 ||
  (refused !== undefined && !/: (?:403|404) /u.test(refused))

const rowOf = ({ who, path, rows, milliseconds, wholeTables, refused }: Looked): string =>
  `| ${path.replaceAll('|', '\\|')} | ${who} | ${rows.toLocaleString('en')} | ${milliseconds.toFixed(0)} | ${refused ?? wholeTables.join(' ')} |`

function sectionOf(customers: number, looked: readonly Looked[]): string {
  const named = looked.filter(isWorth).toSorted((a, b) => b.milliseconds - a.milliseconds)
  return `## Query plans, ${customers.toLocaleString('en')} customers

${looked.length} lists, searches, counts and monthly figures were asked for, and every statement of theirs carried out under \`explain analyze\`.
Named are those that looked at more than ${worth.rows.toLocaleString('en')} rows in one step, took over ${worth.milliseconds} ms in the database, read a table of over
${large.toLocaleString('en')} rows from end to end, or were not answered.

| call | asked by somebody | rows | ms | tables read whole, or the refusal |
|---|---|---:|---:|---|
${named.map(rowOf).join('\n')}
`
}
