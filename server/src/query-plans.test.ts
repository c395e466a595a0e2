import { contract, permissionKeys } from '@parvandeh/contract'
import type { Permission, Scope } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillTables, filledIds, filledWith } from './testing/fill-tables.ts'
import { hearStatements } from './testing/hear-statements.ts'
import { listCalls } from './testing/list-calls.ts'
import type { Known, ListCall } from './testing/list-calls.ts'
import { openTestApp } from './testing/open-test-app.ts'
import type { TestApp, TestPerson } from './testing/open-test-app.ts'
import { readPlan } from './testing/read-plan.ts'

/** Tables that grow with the organisation's work; of a smaller one it costs nothing to read all. */
const large =
  /^(customers\.(customer|access_point|contradiction|duplicate_pair|field_value|provenance|search_row|segment_member|timeline_entry)|service\.(request|request_by_number|request_event|resolution|exchange|holding)|interactions\.interaction|documents\.document|sales\.(entry|cheque|account)|identity\.(audit_entry|notification|bulk_row)|integrations\.import_row)$/u
/** A page in an order is found along an index: a few pages' worth of rows for each unit whose rows it may hold. */
const mostForPage = 2000
/** A page narrowed by filters looks at what one of them fits, never at most of a table. */
const mostForNarrowed = 9000

let site: TestApp
let people: Record<string, TestPerson>
let known: Known
let sizes: Map<string, number>
beforeAll(async () => {
  site = await openTestApp()
  const unitIds = []
  for (let place = 0; place < 20; place += 1) unitIds.push(await site.addUnit(`واحد ${place}`))
  const grants = (scope: Scope) => Object.fromEntries(permissionKeys.map((key) => [key, scope])) as Record<Permission, Scope>
  const someone = (name: string, scope: Scope, unitId: string | null) => site.addPerson(name, { unitId, grants: grants(scope) })
  people = {
    'of a team whose rows are all old': await someone('کهن‌کار', 'team', unitIds[0]!),
    'of a team': await someone('هم‌تیم', 'team', unitIds[3]!),
    'of a unit': await someone('سرپرست', 'unit', unitIds[4]!),
    'who sees own rows': await someone('تنها', 'own', unitIds[5]!),
    'who sees all': await someone('همه‌بین', 'all', null),
  }
  const personIds = Object.values(people).map(({ id }) => id)
  await fillTables(site.owner, unitIds, personIds)
  const counted = await site.owner.query<{ name: string; size: number }>(
    `select n.nspname || '.' || relname as name, reltuples as size from pg_class c join pg_namespace n on n.oid = relnamespace where relkind = 'r'`,
  )
  sizes = new Map(counted.rows.map(({ name, size }) => [name, size]))
  const customer = await site.owner.query<{ customer_id: string; id: string }>(
    'select customer_id, id from service.request offset 99 limit 1',
  )
  const kpi = await site.call(contract.kpi.list, { as: people['who sees all']! })
  known = {
    indicators: kpi.body.indicators,
    unitId: unitIds[3]!,
    personId: personIds[1]!,
    topicId: filledIds.topic,
    productId: filledIds.product,
    byHand: filledIds.byHand,
    byRule: filledIds.byRule,
    ownField: {
      field: 'x.plan',
      conditions: [
        { is: 'equals', value: 'طرح 77' },
        { is: 'contains', value: 'رح 311' },
      ],
    },
    customerId: customer.rows[0]!.customer_id,
    number: '05000777',
    requestId: customer.rows[0]!.id,
    importId: filledIds.import,
    bulkId: filledIds.bulk,
    from: '2025-10-01',
    to: '2025-12-01',
  }
})
afterAll(() => site.close())

/** What is wrong with how the database answers a call: tables read whole, or too many rows looked at. */
async function wrongIn({ path, isPlain, isPage }: ListCall, as: TestPerson): Promise<string[]> {
  const heard = await hearStatements(async () => {
    const { statusCode, payload } = await site.app.http.inject({ url: path, headers: { authorization: as.authorization } })
    expect([200, 403, 404], payload).toContain(statusCode)
  })
  const wrong: string[] = []
  for (const statement of heard.filter(({ text }) => /^\s*(select|with)\b/iu.test(text) && !/for update/iu.test(text))) {
    const { wholeTables, rowsLookedAt } = await readPlan(site.owner, statement)
    const whole = wholeTables.filter(({ table, rows }) => large.test(table) && rows >= (sizes.get(table) ?? 0))
    const isTooMuch = (isPlain && rowsLookedAt > mostForPage) || (isPage === true && rowsLookedAt > mostForNarrowed)
    if (whole.length === 0 && !isTooMuch) continue
    wrong.push(`${decodeURIComponent(path)}: ${whole.map(({ table }) => table).join(' ')} ${rowsLookedAt} rows`)
  }
  return wrong
}

test('the tables are filled as those of a large organisation', () => {
  const tables = [...sizes].filter(([name]) => large.test(name))
  expect(tables).toHaveLength(24)
  expect(Math.min(...tables.map(([, size]) => size))).toBeGreaterThanOrEqual(filledWith.customers)
})

test.each(['of a team whose rows are all old', 'of a team', 'of a unit', 'who sees own rows', 'who sees all'])(
  'no list, search, count or figure of somebody %s reads a large table from end to end, and a page by rights alone looks at few rows',
  async (who) => {
    const wrong: string[] = []
    for (const call of listCalls(known)) wrong.push(...(await wrongIn(call, people[who]!)))
    expect(wrong).toEqual([])
  },
  240_000,
)

test('a list whose index is gone is found', async () => {
  await site.owner.query('drop index customers.access_point_by_tail')
  const byCaller = { path: '/api/customers/by-caller?number=09123456789', isPlain: false }
  expect(await wrongIn(byCaller, people['who sees all']!)).toEqual([expect.stringContaining('customers.access_point')])
})
