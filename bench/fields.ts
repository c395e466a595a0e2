import pg from 'pg'
import { demoAccounts } from '../server/src/modules/identity/index.ts'
import { newId } from '../server/src/platform/ids.ts'
import { visitDatabaseServer } from '../server/src/process/database-server.ts'
import { prepareData } from './data/prepare-data.ts'
import type { BenchData } from './data/prepare-data.ts'
import { openClient } from './measure/client.ts'
import { percentile, together, workFor } from './measure/load.ts'
import type { Seen } from './measure/load.ts'
import { startServer } from './measure/server-process.ts'

const few = 10
const many = 200
const most = 1.5
const stretchMs = 2000
const rounds = 3

const shown = Array.from({ length: 5 }, (_, number) => `x.${keyOf(number)}`).join(',')
const above = JSON.stringify({ field: `x.${keyOf(0)}`, is: 'above', value: 900 })
const cases = [
  { name: 'customers: first page', path: '/api/customers' },
  { name: 'customers: first page with five own columns', path: `/api/customers?fields=${shown}` },
  { name: 'customers: first page by an own field used in filters', path: `/api/customers?where=${encodeURIComponent(above)}` },
]

/** Lists of files that hold two hundred own values, against the same with ten: they may take half as long again. */
export async function run(customers: number, say: (words: string) => void): Promise<string> {
  const data = await prepareData(customers, say)
  const database = `bench_fields_${customers}`
  try {
    const medians: number[][] = []
    for (const count of [few, many]) {
      say(`${count} own fields on each of ${customers} files`)
      const copy = await copyOf(data, database)
      try {
        await fill(copy.ownerUrl, count)
        medians.push(await measure(copy))
      } finally {
        await dropCopy(data, database)
      }
    }
    return tableOf(customers, medians)
  } finally {
    await data.close()
  }
}

function keyOf(number: number): string {
  return `bench_${String(number).padStart(3, '0')}`
}

async function asOwner(url: string, work: (owner: pg.Client) => Promise<unknown>): Promise<void> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  try {
    await work(owner)
  } finally {
    await owner.end()
  }
}

/** The measured data is left as it is: own fields are filled in on a copy. */
async function copyOf(data: BenchData, database: string): Promise<BenchData> {
  const server = await visitDatabaseServer({
    dataDir: data.dataDir,
    secrets: data.secrets,
    databaseUrl: process.env['DATABASE_URL'],
    log: data.log,
  })
  await server.drop(database)
  await asOwner(server.ownerUrl('postgres'), (owner) => owner.query(`create database ${database} template ${data.database}`))
  return { ...data, database, ownerUrl: server.ownerUrl(database) }
}

async function dropCopy(data: BenchData, database: string): Promise<void> {
  const server = await visitDatabaseServer({
    dataDir: data.dataDir,
    secrets: data.secrets,
    databaseUrl: process.env['DATABASE_URL'],
    log: data.log,
  })
  await server.drop(database)
}

/** Defines so many fields, numbers and texts in turn, and fills all of them on every file. */
async function fill(url: string, count: number): Promise<void> {
  await asOwner(url, async (owner) => {
    const groupId = newId()
    await owner.query(`insert into customers.field_group values ($1, 'سنجش', null, 0, 1)`, [groupId])
    const rows = Array.from({ length: count }, (_, number) => ({
      id: newId(),
      key: keyOf(number),
      type: number % 2 === 0 ? 'number' : 'text',
      place: number,
      filtered: number % 10 === 0,
    }))
    await owner.query(
      `insert into customers.field (id, key, type, group_id, position, label_fa, kinds, access_class, required, is_unique, searchable, filtered,
         work_state, work_done, work_total, choices, rules, version, created_at, updated_at)
       select r.id, r.key, r.type, $1, r.place, r.key, '{person,organisation}', 'internal', false, false, false, r.filtered, 'ready', 0, 0, '[]', '{}', 1, now(), now()
       from jsonb_to_recordset($2::jsonb) r (id uuid, key text, type text, place int, filtered boolean)`,
      [groupId, JSON.stringify(rows)],
    )
    await owner.query(
      `update customers.customer c set custom = (
         select jsonb_object_agg('bench_' || lpad(n::text, 3, '0'),
           case when n % 2 = 0 then to_jsonb((hashtext(c.code || n) & 1023)) else to_jsonb('مقدار ' || (hashtext(c.code || n) & 65535)) end)
         from generate_series(0, $1::int - 1) n)`,
      [count],
    )
    await owner.query(
      `insert into customers.field_value (customer_id, id, field_id, value)
       select c.customer_id, gen_random_uuid(), f.id, c.custom -> f.key from customers.customer c, customers.field f
       where f.group_id = $1 and f.filtered`,
      [groupId],
    )
    await owner.query('vacuum (analyze) customers.customer, customers.field_value')
  })
}

/** The middle time of each case, in milliseconds, over one connection. */
async function measure(data: BenchData): Promise<number[]> {
  const server = await startServer(data)
  const client = openClient(server.url, 1)
  try {
    const { username, password } = demoAccounts.find((one) => one.username === 'karshenas')!
    const cookie = await client.signIn(username, password)
    const seen: Seen[][] = cases.map(() => [])
    for (let round = -1; round < rounds; round += 1) {
      for (const [place, { path }] of cases.entries()) {
        const stretch = await workFor(stretchMs, 1, () => client.json({ method: 'GET', path }, cookie))
        if (round >= 0) seen[place]?.push(stretch)
      }
    }
    return seen.map((stretches) => percentile(together(stretches), 0.5))
  } finally {
    client.close()
    await server.stop()
  }
}

function tableOf(customers: number, [ten = [], hundreds = []]: number[][]): string {
  const rows = cases.map(({ name }, place) => {
    const [a, b] = [ten[place] ?? Number.NaN, hundreds[place] ?? Number.NaN]
    return `| ${name} | ${a.toFixed(1)} | ${b.toFixed(1)} | ${(b / a).toFixed(2)} | ${b / a <= most ? 'met' : `over ${most} times`} |`
  })
  return [
    `## Own fields, ${customers.toLocaleString('en')} customers`,
    '',
    `The middle time in milliseconds with ${few} and with ${many} own fields on every file; the goal is at most ${most} times.`,
    '',
    `| list | ${few} fields | ${many} fields | ratio | goal |`,
    '|---|---:|---:|---:|---|',
    ...rows,
  ].join('\n')
}
