import { once } from 'node:events'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { bundleOf } from './template.ts'
import type { Bundle, Line } from './template.ts'

/** What the product made by its own doors, and what copies are made of. */
export interface Prototypes {
  customers: (Bundle & { spaced: string; joined: string })[]
  requests: Bundle[]
  /** Interactions that belong to no request. */
  talks: Bundle[]
}

/** Words put in the place of what only the copy knows. */
export const open = { spaced: '«spaced»', joined: '«joined»', contact: '«contact»' }

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const contacts = `kind in ('call', 'visit', 'message')`
const ofNobody = `not exists (select from service.request_event e where e.customer_id = i.customer_id and e.interaction_id = i.id)`
/** What was said in a request; several of its events may be told of the same words. */
const said = '(select distinct customer_id, request_id, interaction_id from service.request_event where interaction_id is not null)'
const copied = `not c.provisional and c.national_code is null`

/** For each table the rows of a bundle: an alias, what follows `from`, and the id that the bundle goes by. */
const sources = {
  customers: {
    'customers.customer': `customers.customer x join customers.customer c using (customer_id) where ${copied}`,
    'customers.access_point': `customers.access_point x join customers.customer c using (customer_id) where ${copied} order by x.customer_id, x.position`,
    'customers.identifier': `customers.identifier x join customers.customer c using (customer_id) where ${copied} and x.kind = 'code'`,
    'customers.search_row': `customers.search_row x join customers.customer c using (customer_id) where ${copied} and x.source <> 'external'`,
    'customers.timeline_entry': `customers.timeline_entry x join customers.customer c using (customer_id) where ${copied} and x.subject_type = 'customer'`,
    'customers.file_class': `customers.file_class x join customers.customer c using (customer_id) where ${copied}`,
    'customers.field_value': `customers.field_value x join customers.customer c using (customer_id) where ${copied}`,
  },
  requests: {
    'service.request': `service.request x join customers.customer c using (customer_id)`,
    'service.request_by_number': `service.request_by_number x`,
    'service.request_event': `service.request_event x order by x.sequence`,
    'service.holding': `service.holding x order by x.position`,
    'service.exchange': `service.exchange x order by x.position`,
    'service.wait': `service.wait x order by x.position`,
    'service.resolution': `service.resolution x order by x.position`,
    'service.service_part': `service.service_part x order by x.position`,
    'interactions.interaction': `${said} k join interactions.interaction x on x.customer_id = k.customer_id and x.id = k.interaction_id`,
    'customers.timeline_entry': `customers.timeline_entry x left join ${said} k on k.customer_id = x.customer_id and k.interaction_id = x.id where x.subject_type = 'request' or k.request_id is not null`,
  },
  talks: {
    'interactions.interaction': `interactions.interaction x where ${ofNobody.replaceAll('i.', 'x.')}`,
    'customers.timeline_entry': `interactions.interaction i join customers.timeline_entry x using (customer_id, id) where ${ofNobody}`,
  },
} as const

const keys: Record<keyof typeof sources, (table: string) => string> = {
  customers: () => 'x.customer_id',
  requests: (table) => {
    if (table === 'service.request') return 'x.id'
    if (table === 'interactions.interaction') return 'k.request_id'
    return table === 'customers.timeline_entry' ? 'coalesce(k.request_id, x.subject_id)' : 'x.request_id'
  },
  talks: () => 'x.id',
}

const instead: Record<string, string> = {
  'customers.customer.last_contact_at': `'${open.contact}'`,
  'service.request.search_spaced': `left(x.search_spaced, -length(platform.fold_spaced(c.display_name))) || '${open.spaced}'`,
  'service.request.search_joined': `left(x.search_joined, -length(platform.fold_joined(c.display_name))) || '${open.joined}'`,
}

/** All tables that copies go into. */
export const tables: readonly string[] = [...new Set(Object.values(sources).flatMap((kind) => Object.keys(kind)))]

/** The columns of a table that can be written, in their order. */
export async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const found = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  )
  return found.rows.map(({ name }) => name)
}

/** Reads the prototypes out of the database, a bundle each. */
export async function readPrototypes(client: pg.Client): Promise<Prototypes> {
  const reference = await idsOfReference(client)
  const isOpen = (word: string) => !reference.has(word)
  const numbers = await pairs(client, 'select id as key, number as value from service.request')
  const codes = await pairs(client, 'select customer_id as key, code as value from customers.customer')
  const tails = await pairs(
    client,
    `select customer_id as key, string_agg(phone_tail, '|') as value from customers.access_point group by 1`,
  )
  const names = await pairs(
    client,
    `select customer_id as key, platform.fold_spaced(display_name) || '\n' || platform.fold_joined(display_name) as value from customers.customer`,
  )
  const read = async (kind: keyof typeof sources, patternOf: (key: string) => string): Promise<(Bundle & { key: string })[]> => {
    const [lines, when] = [await linesOf(client, kind), await momentsOf(client, kind)]
    const bundles = [...lines].map(([key, own]) => ({
      key,
      at: when.get(key)?.at ?? 0,
      contact: when.get(key)?.contact ?? null,
      ...bundleOf(own, new RegExp([uuid, ...Object.values(open), patternOf(key)].filter(Boolean).join('|'), 'gu'), isOpen),
    }))
    return bundles.toSorted((one, other) => one.at - other.at)
  }
  const customers = await read('customers', (key) =>
    ['moshtari\\d+', `(?<=[\\t"])${codes.get(key)}(?=[\\t"]|$)`, tails.get(key)].filter(Boolean).join('|'),
  )
  return {
    customers: customers.map((one) => {
      const [spaced = '', joined = ''] = (names.get(one.key) ?? '').split('\n')
      return { ...one, spaced, joined }
    }),
    requests: (await read('requests', (key) => numbers.get(key) ?? '')).filter(isSettledInFewWords),
    talks: await read('talks', () => ''),
  }
}

/** Requests of many words would bring more interactions with them than there are to be. */
const isSettledInFewWords = ({ lines }: Bundle): boolean => lines.filter(({ table }) => table === 'interactions.interaction').length <= 3

/** Ids that all files share: of units, people, topics, classes and the like. */
async function idsOfReference(client: pg.Client): Promise<Set<string>> {
  const shared = [
    'identity.unit',
    'identity.person',
    'catalogue.topic',
    'catalogue.product',
    'customers.scheme',
    'customers.scheme_class',
    'customers.field',
  ]
  const found = await client.query<{ id: string }>(shared.map((table) => `select id from ${table}`).join(' union all '))
  return new Set(found.rows.map(({ id }) => id))
}

async function pairs(client: pg.Client, sql: string): Promise<Map<string, string>> {
  const found = await client.query<{ key: string; value: string }>(sql)
  return new Map(found.rows.map(({ key, value }) => [key, value]))
}

async function linesOf(client: pg.Client, kind: keyof typeof sources): Promise<Map<string, Line[]>> {
  const byKey = new Map<string, Line[]>()
  for (const [table, from] of Object.entries(sources[kind])) {
    const columns = (await columnsOf(client, table)).map((name) => instead[`${table}.${name}`] ?? `x.${name}`)
    const text = await copiedOut(client, `select ${keys[kind](table)}, ${columns.join(', ')} from ${from}`)
    for (const row of text.split('\n').slice(0, -1)) {
      const [key, rest] = [row.slice(0, 36), row.slice(37)]
      const lines = byKey.get(key) ?? []
      byKey.set(key, lines)
      lines.push({ table, text: rest })
    }
  }
  return byKey
}

async function copiedOut(client: pg.Client, sql: string): Promise<string> {
  const stream = client.query(copyTo(`copy (${sql}) to stdout`))
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(stream, 'end')
  return Buffer.concat(chunks).toString()
}

const moments: Record<keyof typeof sources, string> = {
  customers: 'select customer_id as key, created_at as at, null::timestamptz as contact from customers.customer',
  requests: `select r.id as key, r.reported_at as at, (select max(i.started_at) from service.request_event e
    join interactions.interaction i on i.customer_id = e.customer_id and i.id = e.interaction_id
    where e.customer_id = r.customer_id and e.request_id = r.id and i.${contacts}) as contact from service.request r`,
  talks: `select id as key, started_at as at, case when ${contacts} then started_at end as contact from interactions.interaction`,
}

async function momentsOf(client: pg.Client, kind: keyof typeof sources): Promise<Map<string, { at: number; contact: number | null }>> {
  const found = await client.query<{ key: string; at: Date; contact: Date | null }>(moments[kind])
  return new Map(found.rows.map(({ key, at, contact }) => [key, { at: +at, contact: contact && +contact }]))
}
