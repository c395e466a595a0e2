import { contract } from '@parvandeh/contract'
import pg from 'pg'
import type { LongFile } from './data/long-files.ts'
import type { Call, Client } from './measure/client.ts'

/** A piece of work that people do, in many variants: each is the calls that it takes. */
export interface Case {
  name: string
  /** What it is held against: one record by its key, a search or list, a write, or figures over many records. */
  kind: 'keyed' | 'list' | 'write' | 'figures'
  /** Whose session does it. */
  who: keyof Cookies
  variants: readonly (readonly Call[])[]
  /** The calls of a variant are sent at once, as the page does; else one after another. */
  atOnce: boolean
  /** Each variant can be done once: more are made as they are used up. */
  more?: () => Promise<readonly Call[]>
}

export interface Cookies {
  clerk: string
  supervisor: string
}

const get = (path: string): Call => ({ method: 'GET', path })
const post = (path: string, body: object): Call => ({ method: 'POST', path, body })
const variantsOfEach = 100

const opening = ({ id }: { id: string }): Call[] => [get(`/api/customers/${id}`), get(`/api/customers/${id}/timeline`)]

interface Measurable {
  client: Client
  ownerUrl: string
  cookies: Cookies
  longest: LongFile
}

/** The cases of the measurement, on files that the clerk may see. */
export async function chooseCases({ client, ownerUrl, cookies, longest }: Measurable): Promise<Case[]> {
  const files = await someFiles(ownerUrl)
  const each = <T>(make: (file: SomeFile) => T): T[] => files.map(make)
  const deep = await deepPage(client, cookies.clerk)
  const registered = openRegistrations(client, cookies.clerk, files)
  const single = (name: string, kind: Case['kind'], calls: readonly Call[]): Case => ({
    name,
    kind,
    who: 'clerk',
    atOnce: false,
    variants: calls.map((call) => [call]),
  })
  return [
    {
      name: 'open a file with its first timeline page',
      kind: 'keyed',
      who: 'clerk',
      atOnce: true,
      variants: each(opening),
    },
    {
      name: `open a file of ${longest.lines.toLocaleString('en')} lines with its first timeline page`,
      kind: 'keyed',
      who: 'clerk',
      atOnce: true,
      variants: [opening(longest)],
    },
    single(
      'a request by its number',
      'keyed',
      (await someNumbers(ownerUrl)).map((number) => get(`/api/requests/${number}`)),
    ),
    single('customers: first page', 'list', [get('/api/customers')]),
    single('customers: a page deep inside, two filters and a sort', 'list', [get(deep)]),
    ...searches(files).map(([name, calls]) => single(name, 'list', calls)),
    single('duplicates of a customer being written', 'list', each(checking)),
    single('register a request', 'write', each(registering)),
    {
      name: 'take and answer a request',
      kind: 'write',
      who: 'clerk',
      atOnce: false,
      variants: await inTurn(30, registered),
      more: registered,
    },
    ...(await figureCases(client, cookies.supervisor)),
  ]
}

/** What people look for, and what they count. */
const searches = (files: readonly SomeFile[]): [name: string, calls: Call[]][] => [
  ['search by part of a name', files.map(({ part }) => get(`/api/customers/search?q=${encodeURIComponent(part)}`))],
  ['search by digits of a phone', files.map(({ digits }) => get(`/api/customers/search?q=${digits}`))],
  ['search of two words', files.map(({ first, part }) => get(`/api/customers/search?q=${encodeURIComponent(`${first} ${part}`)}`))],
  [
    'what may have been meant by a name with a slip',
    files.map(({ first, last }) => get(`/api/customers/near?q=${encodeURIComponent(`${first} ${slipped(last)}`)}`)),
  ],
  ['counting a segment of rules', files.map((_, turn) => post('/api/segments/measure', { condition: ruleOf(turn) }))],
]

/** The second and the third letter changed places. */
const slipped = (name: string): string => `${name.charAt(0)}${name.charAt(2)}${name.charAt(1)}${name.slice(3)}`

/** Persons of one province or of another, spoken with long ago. */
const ruleOf = (turn: number) => ({
  all: [
    { field: 'kind', is: 'equals', value: 'person' },
    { field: 'provinceId', is: 'one-of', value: [1 + (turn % 31), 1 + ((turn + 7) % 31)] },
    {
      any: [
        { field: 'lastContactAt', is: 'older-than', value: 30 + turn },
        { field: 'createdAt', is: 'in-period', value: 'this-year' },
      ],
    },
  ],
})

/** What the form asks before a new file is saved: of somebody who has one, as another would write the name. */
const checking = ({ first, last, phone }: SomeFile): Call => {
  const point = {
    kind: 'mobile',
    value: phone,
    label: null,
    preferredHours: null,
    primary: true,
    verified: false,
    consents: {},
    postalCode: null,
    cityId: null,
  }
  return post('/api/customers/check', { kind: 'person', firstName: first, lastName: last.replaceAll('\u200c', ' '), accessPoints: [point] })
}

const registering = ({ id }: SomeFile): Call => post(`/api/customers/${id}/requests`, newRequest)

/** Registers a request with each call, and gives what is done to it then. */
function openRegistrations(client: Client, cookie: string, files: readonly SomeFile[]): () => Promise<readonly Call[]> {
  let turn = 0
  return async () => {
    const file = files[(turn += 1) % files.length]!
    const { id } = await client.json<{ id: string }>(registering(file), cookie)
    const request = `/api/customers/${file.id}/requests/${id}`
    return [post(`${request}/take`, {}), post(`${request}/answer`, { body: 'پیگیری شد؛ فردا صبح تماس می‌گیریم.', channel: 'phone' })]
  }
}

const newRequest = {
  subject: 'یخچال سرد نمی‌کند',
  description: 'از دیروز صدای موتور می‌آید ولی سرد نمی‌شود.',
  topicId: null,
  productId: null,
  priority: 'normal',
  channel: 'phone',
  contactName: null,
  contactCustomerId: null,
  reportedAt: null,
  unitId: null,
  holderId: null,
}

async function inTurn<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = []
  for (let index = 0; index < count; index += 1) made.push(await make())
  return made
}

interface SomeFile {
  id: string
  first: string
  last: string
  part: string
  digits: string
  phone: string
}

/** Files of the clerk's own unit from all over the table, with a part of the name and the middle of the number. */
async function someFiles(ownerUrl: string): Promise<SomeFile[]> {
  return ask(
    ownerUrl,
    `select c.customer_id as id, c.first_name as first, c.last_name as last, substr(c.last_name, 2, 5) as part, substr(c.main_phone, 6, 7) as digits, c.main_phone as phone
     from customers.customer c join identity.person p on p.unit_id = c.unit_id and p.username = 'karshenas'
     where length(c.last_name) > 6 and c.first_name is not null and c.main_phone like '+98%' order by md5(c.code) limit ${variantsOfEach}`,
  )
}

async function someNumbers(ownerUrl: string): Promise<string[]> {
  const found = await ask<{ number: string }>(
    ownerUrl,
    `select r.number from service.request r join identity.person p on p.unit_id = r.unit_id and p.username = 'karshenas'
     order by md5(r.number) limit ${variantsOfEach}`,
  )
  return found.map(({ number }) => number)
}

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows as T[]
  } finally {
    await client.end()
  }
}

const pagesDeep = 40

/** Persons of one province in the order of their names, some thousands of rows inside. */
async function deepPage(client: Client, cookie: string): Promise<string> {
  const list = `${contract.customers.list.path}?kind=person&provisional=false&sort=name`
  let next: string | undefined
  for (let page = 0; page < pagesDeep; page += 1) {
    const read = await client.json<{ next?: string }>(get(`${list}&limit=200${next ? `&after=${next}` : ''}`), cookie)
    if (read.next === undefined) break
    next = read.next
  }
  return next === undefined ? list : `${list}&after=${next}`
}

/** Figures over many records, as the page of indicators and one card of it ask for them. */
async function figureCases(client: Client, cookie: string): Promise<Case[]> {
  const overAYear = `/api/kpi/requests-per-day?from=${dayAgo(364)}&to=${dayAgo(-1)}&by=day&value=requests`
  const asked = { kind: 'figures', who: 'supervisor', atOnce: true } as const
  return [
    { ...asked, name: 'the KPI page over 90 days', variants: [await kpiPage(client, cookie)] },
    { ...asked, name: 'requests day by day over a year', variants: [[get(overAYear)]] },
  ]
}

const dayAgo = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)

/** What the page asks when it is opened: every indicator that is not a part of another, each in its usual cut. */
async function kpiPage(client: Client, cookie: string): Promise<Call[]> {
  interface Definition {
    key: string
    partsOf: string | null
    bucketings: string[]
  }
  const { indicators } = await client.json<{ indicators: Definition[] }>(get(contract.kpi.list.path), cookie)
  const cut = ({ key, bucketings }: Definition) =>
    key === 'closed-per-person' ? 'person' : bucketings.includes('month') ? 'month' : (bucketings[0] ?? 'none')
  return indicators
    .filter(({ partsOf }) => partsOf === null)
    .map((one) => get(`/api/kpi/${one.key}?from=${dayAgo(89)}&to=${dayAgo(-1)}&by=${cut(one)}`))
}
