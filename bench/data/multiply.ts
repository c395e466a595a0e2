import pg from 'pg'
import { chanceOf } from '../../server/src/demo/generate/chance.ts'
import { bareTables } from './bare-tables.ts'
import { openCopyIn } from './copy-in.ts'
import { open, readPrototypes, tables } from './prototypes.ts'
import type { Prototypes } from './prototypes.ts'
import type { Bundle } from './template.ts'

/** How often a customer calls, on average. */
const perCustomer = { requests: 5, interactions: 20 }
/** Files made long on purpose: so many more lines on the timelines of some, and the rest of the share on one that is longest. */
const longFiles = { count: 10, lines: 1000, longest: 10_000 }
const linesOfLong = longFiles.count * longFiles.lines + longFiles.longest

/**
 * Fills a database that the product has filled by its own doors up to so many customers, five times as many requests
 * and twenty times as many interactions: copies of what is there, under new ids, names, numbers and files, with COPY.
 * Requests keep their moments, so that every stored clock stays right.
 */
export async function multiply(url: string, customers: number, say: (words: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const prototypes = await readPrototypes(client)
    say('copies')
    const putBack = await bareTables(client, tables)
    await copyAll(client, url, prototypes, customers, say)
    say('indexes and constraints')
    await putBack()
    await rememberRegistrations(client)
    say('vacuum and statistics')
    await client.query('vacuum (analyze)')
  } finally {
    await client.end()
  }
}

async function copyAll(client: pg.Client, url: string, prototypes: Prototypes, customers: number, say: (words: string) => void) {
  const [there] = (
    await client.query<{ files: number; requests: number; interactions: number; running: number }>(
      `select (select count(*)::int from customers.customer) as files, (select count(*)::int from service.request) as requests,
         (select count(*)::int from interactions.interaction) as interactions, (select last_value::int from service.request_number_sequence) as running`,
    )
  ).rows
  if (!there || customers <= there.files) throw new Error(`at least ${there?.files ?? 0} customers`)
  const inflow = await openCopyIn(url, tables)
  const files = newFiles(prototypes.customers, customers - there.files)
  const requests = customers * perCustomer.requests - there.requests
  const said = requests * (prototypes.requests.flatMap(({ lines }) => lines).filter(isInteraction).length / prototypes.requests.length)
  const talks = customers * perCustomer.interactions - there.interactions - Math.round(said)

  const callers = openCallers(files, Math.floor(talks / linesOfLong))
  let running = there.running
  const pour = async ({ lines }: Bundle, fillings: readonly string[]): Promise<void> => {
    for (const line of lines) {
      const full = inflow.add(line, fillings)
      if (full) await full
    }
  }
  for (const { bundle, isRequest } of inOrder(prototypes, requests, talks)) {
    const file = isRequest ? callers.someone(bundle.at) : callers.someoneOrLong(bundle.at)
    running += isRequest ? 1 : 0
    await pour(bundle, fillingsOf(bundle, files.idOf(file), files.prototypeOf(file), running))
    if (bundle.contact !== null) files.meet(file, bundle.contact)
    if (isRequest && running % 100_000 === 0) say(`${running} requests`)
  }
  for (let index = 0; index < files.count; index += 1) await pour(files.prototypeOf(index), files.fillingsOf(index))
  await inflow.end()
  await client.query(`select setval('service.request_number_sequence', $1)`, [running])
  await client.query(`select setval('customers.customer_code', $1)`, [firstCode + files.count])
}

const isInteraction = ({ table }: { table: string }): boolean => table === 'interactions.interaction'

/** Copies of both kinds in the order of time, as many of each prototype as make up the total. */
function* inOrder({ requests, talks }: Prototypes, requestsInAll: number, talksInAll: number) {
  const kinds = [
    { bundles: requests, inAll: requestsInAll, isRequest: true },
    { bundles: talks, inAll: talksInAll, isRequest: false },
  ].flatMap(({ bundles, inAll, isRequest }) =>
    bundles.map((bundle, index) => ({
      bundle,
      isRequest,
      copies: Math.floor(((index + 1) * inAll) / bundles.length) - Math.floor((index * inAll) / bundles.length),
    })),
  )
  for (const one of kinds.toSorted((a, b) => a.bundle.at - b.bundle.at)) for (let copy = 0; copy < one.copies; copy += 1) yield one
}

let made = 0
/** An id of the moment, each later than the one before. */
function idAt(at: number): string {
  const moment = at.toString(16).padStart(12, '0')
  made += 1
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7000-8000-${made.toString(16).padStart(12, '0')}`
}

const isId = (word: string): boolean => word.length === 36

function fillingsOf(bundle: Bundle, customerId: string, { spaced, joined }: { spaced: string; joined: string }, running: number): string[] {
  return bundle.found.map((word, slot) => {
    if (slot === 0) return customerId
    if (isId(word)) return idAt(bundle.at)
    if (word === open.spaced) return spaced
    if (word === open.joined) return joined
    return word.slice(0, 2) + String(running).padStart(6, '0')
  })
}

const firstCode = 1_000_000

/** The new files, in the order in which they were opened. What a file is follows from its place; only its last contact is kept. */
function newFiles(prototypes: Prototypes['customers'], count: number) {
  const lastContact = new Float64Array(count)
  const prototypeOf = (index: number) => prototypes[Math.floor((index * prototypes.length) / count)]!
  const idOf = (index: number): string => {
    const moment = prototypeOf(index).at.toString(16).padStart(12, '0')
    return `${moment.slice(0, 8)}-${moment.slice(8)}-7000-9000-${index.toString(16).padStart(12, '0')}`
  }
  return {
    count,
    idOf,
    prototypeOf,
    meet: (index: number, at: number) => (lastContact[index] = Math.max(lastContact[index]!, at)),
    fillingsOf: (index: number): string[] => {
      const { found, at } = prototypeOf(index)
      return found.map((word, slot) => {
        if (slot === 0) return idOf(index)
        if (isId(word)) return idAt(at)
        if (word === open.contact) return lastContact[index] === 0 ? '-infinity' : new Date(lastContact[index]!).toISOString()
        if (word.startsWith('moshtari')) return `moshtari${firstCode + index}`
        return word.startsWith('0000') ? String((index * 7919 + Number(word)) % 100_000_000).padStart(8, '0') : String(firstCode + index)
      })
    },
  }
}

/** Who calls: anybody whose file was open by then; and, one time in so many, one of the few long files. */
function openCallers(files: ReturnType<typeof newFiles>, every: number) {
  const chance = chanceOf(1405, 'who calls')
  let opened = 0
  let talks = 0
  const someone = (at: number): number => {
    while (opened < files.count && files.prototypeOf(opened).at <= at) opened += 1
    return chance.whole(0, Math.max(opened, longFiles.count + 1) - 1)
  }
  return {
    someone,
    someoneOrLong: (at: number): number => {
      talks += 1
      if (talks % Math.max(every, 1) !== 0) return someone(at)
      return Math.min((talks / Math.max(every, 1)) % (linesOfLong / longFiles.lines), longFiles.count)
    },
  }
}

/** The trail of what the product would have audited, had people registered these requests: lists of it are long too. */
async function rememberRegistrations(client: pg.Client): Promise<void> {
  await client.query(`insert into identity.audit_entry (id, at, actor_kind, actor_id, action, subject_type, subject_id, customer_id, after)
    select (lpad(to_hex((extract(epoch from registered_at) * 1000)::bigint), 12, '0') || '70008000' || left(md5(id::text), 12))::uuid, registered_at, 'person', registered_by, 'request.registered', 'request', id::text, customer_id,
      jsonb_build_object('number', number, 'priority', priority, 'channel', channel)
    from service.request order by registered_at`)
}
