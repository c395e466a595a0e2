import { contract } from '@parvandeh/contract'
import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importContent, ownMapping, realLogs, showImport, upload, workUntilKilled } from '../../../testing/import-builders.ts'
import type { ImportView } from '../../../testing/import-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'

type Row = Record<string, string>

const bytesOf = (name: string) => readFileSync(realLogs.at(name))
const rowsOf = (name: string): Row[] => parse(gunzipSync(bytesOf(name)), { columns: true, relax_column_count: true })

async function openSite(): Promise<{ site: TestApp; narges: TestPerson }> {
  const site = await openTestApp()
  return { site, narges: await site.addPerson('نرگس پورمحمدی', { grants: { 'imports.run': 'all' } }) }
}

async function numbers(site: TestApp, sql: string): Promise<number[]> {
  const found = await site.owner.query<string[]>({ text: sql, rowMode: 'array' })
  return (found.rows[0] ?? []).map(Number)
}

const nothingYet =
  'select (select count(*) from service.request), (select count(*) from customers.customer), (select count(*) from catalogue.product), (select count(*) from identity.person where external_key is not null)'

describe.skipIf(!realLogs.areHere)('the log of an Italian help desk (PARVANDEH_TEST_DATA)', () => {
  const name = 'helpdesk_italian.csv.gz'
  let site: TestApp
  let narges: TestPerson
  let first: ImportView

  beforeAll(async () => {
    ;({ site, narges } = await openSite())
    const uploaded = await upload(site, narges, name, bytesOf(name))
    first = uploaded.body
    await site.call(contract.imports.start, {
      as: narges,
      params: { importId: first.id },
      body: { mapping: ownMapping('helpdesk-italian'), saveAs: null },
    })
  }, 300_000)
  afterAll(() => site.close())

  test('killed while it is read, it has shown nothing', async () => {
    await workUntilKilled(site, first.id, { rowsRead: 6000 })
    expect(await showImport(site, narges, first.id)).toMatchObject({ state: 'staging', rowsRead: 6000 })
    expect(await numbers(site, nothingYet)).toEqual([0, 0, 0, 0])
  }, 300_000)

  test('killed when it has been read, it has shown nothing', async () => {
    await workUntilKilled(site, first.id, { state: 'loading' })
    expect(await showImport(site, narges, first.id)).toMatchObject({ state: 'loading', rowsRead: 21_348 })
    expect(await numbers(site, nothingYet)).toEqual([0, 0, 0, 0])
  }, 300_000)

  test('killed while it is loaded, it still has shown nothing', async () => {
    await workUntilKilled(site, first.id, { piecesLoaded: 5 })
    expect(await showImport(site, narges, first.id)).toMatchObject({ state: 'loading' })
    expect(await numbers(site, nothingYet)).toEqual([0, 0, 0, 0])
  }, 300_000)

  test('gives the figures that the log is known by', async () => {
    await site.settle()
    const done = await showImport(site, narges, first.id)
    expect(done.state).toBe('done')
    expect(done.result).toMatchObject({
      requests: 4580,
      events: 21_348,
      employees: 22,
      customers: 397,
      customersWithRequests: 395,
      products: 21,
      notClosed: 21,
      rowsRead: 21_348,
      rowsKnown: 0,
      rowsRefused: 0,
    })
    expect(
      await numbers(
        site,
        `select (select count(*) from service.request), (select count(*) from service.request_event), (select count(*) from identity.person where external_key is not null and user_id is null),
      (select count(*) from customers.customer), (select count(distinct customer_id) from service.request), (select count(*) from catalogue.product), (select count(*) from service.request where closed_at is null)`,
      ),
    ).toEqual([4580, 21_348, 22, 397, 395, 21, 21])
    const [mean, median] = await numbers(
      site,
      `select avg(days), percentile_cont(0.5) within group (order by days) from
      (select extract(epoch from max(at) - min(at)) / 86400 as days from service.request_event group by customer_id, request_id) t`,
    )
    expect([mean?.toFixed(2), median?.toFixed(2)]).toEqual(['40.86', '39.86'])
  }, 300_000)

  test('has the facts that each event gives, recomputed from the file', async () => {
    const found = await site.owner.query<{
      number: string
      registered: string
      resolved: string | null
      closed: string | null
      reopened: number
      answered: boolean
      events: number
    }>(
      `select external_number as number, to_char(registered_at at time zone 'Europe/Rome', 'YYYY/MM/DD HH24:MI:SS') as registered,
        to_char(resolved_at at time zone 'Europe/Rome', 'YYYY/MM/DD HH24:MI:SS') as resolved, to_char(closed_at at time zone 'Europe/Rome', 'YYYY/MM/DD HH24:MI:SS') as closed,
        reopened_count as reopened, first_response_recorded or first_response_at is not null as answered, event_count as events from service.request`,
    )
    const byNumber = new Map(found.rows.map((row) => [row.number, row]))
    for (const [number, rows] of Map.groupBy(rowsOf(name), (row) => row['Case ID'] ?? '')) {
      const moments = (activity: string) =>
        rows.filter((row) => row['Activity'] === activity).map((row) => row['Complete Timestamp']?.slice(0, 19) ?? '')
      expect(byNumber.get(number), number).toEqual({
        number,
        registered: rows[0]?.['Complete Timestamp']?.slice(0, 19),
        resolved: moments('Resolve ticket').at(-1) ?? null,
        closed: lastClosing(rows) ?? null,
        reopened: returns(rows.map((row) => row['Activity'] ?? '')),
        answered: false,
        events: rows.length,
      })
    }
  })

  test('imported again adds nothing', async () => {
    const again = await importContent(site, narges, { name, content: bytesOf(name), mapping: ownMapping('helpdesk-italian') })
    expect(again.result).toMatchObject({ requests: 0, events: 0, customers: 0, rowsRead: 21_348, rowsKnown: 21_348 })
    expect(
      await numbers(
        site,
        'select (select count(*) from service.request), (select count(*) from service.request_event), (select count(*) from customers.customer)',
      ),
    ).toEqual([4580, 21_348, 397])
  }, 300_000)
})

/** The closing that is not the repetition of one: nothing was closed since the request was last in work. */
function lastClosing(rows: readonly Row[]): string | undefined {
  let isClosed = false
  let at: string | undefined
  for (const row of rows) {
    if (row['Activity'] === 'Closed') {
      if (!isClosed) at = row['Complete Timestamp']?.slice(0, 19)
      isClosed = true
    } else if (['Take in charge ticket', 'Wait'].includes(row['Activity'] ?? '')) isClosed = false
  }
  return at
}

/** How often work was taken up or waited for after it had been finished. */
function returns(activities: readonly string[]): number {
  let isFinished = false
  let count = 0
  for (const activity of activities) {
    if (['Resolve ticket', 'Closed'].includes(activity)) isFinished = true
    else if (isFinished && ['Take in charge ticket', 'Wait'].includes(activity)) {
      count += 1
      isFinished = false
    }
  }
  return count
}

describe.skipIf(!realLogs.areHere)('the log of ServiceNow incidents (PARVANDEH_TEST_DATA)', () => {
  const name = 'servicenow_incidents_first_1500.csv.gz'
  let site: TestApp
  let narges: TestPerson
  const tickets = () => Map.groupBy(rowsOf(name), (row) => row['number'] ?? '')

  beforeAll(async () => {
    ;({ site, narges } = await openSite())
  }, 300_000)
  afterAll(() => site.close())

  test('is imported with everybody and everything that its columns name', async () => {
    const done = await importContent(site, narges, { name, content: bytesOf(name), mapping: ownMapping('servicenow-incidents') })
    const rows = rowsOf(name)
    const distinct = (column: string) => new Set(rows.map((row) => row[column]).filter((value) => value !== '?')).size
    expect(done.result).toMatchObject({
      requests: 1500,
      rowsRead: 10_383,
      rowsRefused: 0,
      employees: distinct('assigned_to'),
      customers: distinct('caller_id'),
      products: distinct('cmdb_ci'),
      notClosed: 0,
    })
    expect(
      await numbers(
        site,
        'select (select count(*) from identity.unit), (select count(*) from catalogue.topic), (select count(*) from customers.customer)',
      ),
    ).toEqual([distinct('assignment_group'), distinct('category'), distinct('caller_id')])
    expect((await numbers(site, 'select count(*) from service.request_event'))[0]).toBe(
      [...tickets().values()].reduce((sum, its) => sum + eventsOf(inOrder(its)), 0),
    )
  }, 300_000)

  test('has the moments and returns of each incident, recomputed from the file', async () => {
    const found = await site.owner.query<{
      number: string
      priority: string
      reported: string
      registered: string
      resolved: string
      closed: string
      reopened: number
      customerWaits: number
      otherWaits: number
    }>(
      `select external_number as number, priority, to_char(reported_at, 'YYYY-MM-DD HH24:MI') as reported, to_char(registered_at, 'YYYY-MM-DD HH24:MI') as registered,
        to_char(resolved_at, 'YYYY-MM-DD HH24:MI') as resolved, to_char(closed_at, 'YYYY-MM-DD HH24:MI') as closed, reopened_count as reopened,
        (select count(*)::int from service.wait w where w.customer_id = r.customer_id and w.request_id = r.id and w.kind = 'customer') as "customerWaits",
        (select count(*)::int from service.wait w where w.customer_id = r.customer_id and w.request_id = r.id and w.kind = 'third-party') as "otherWaits"
        from (select * from service.request) r`,
    )
    const byNumber = new Map(found.rows.map((row) => [row.number, row]))
    for (const [number, rows] of tickets()) expect(byNumber.get(number), number).toEqual(factsOf(number, inOrder(rows)))
  })

  test('imported again, even with the columns that come to be known later still unknown, adds nothing', async () => {
    const again = await importContent(site, narges, { name, content: bytesOf(name), mapping: ownMapping('servicenow-incidents') })
    expect(again.result).toMatchObject({ requests: 0, events: 0, rowsKnown: 10_383 })
    const earlier = gunzipSync(bytesOf(name))
      .toString()
      .replaceAll(/,[^,\n]*,[^,\n]*\n/gu, ',?,?\n')
      .replace(',?,?\n', ',resolved_at,closed_at\n')
    const older = await importContent(site, narges, { name, content: earlier, mapping: ownMapping('servicenow-incidents') })
    expect(older.result).toMatchObject({ requests: 0, events: 0, rowsKnown: 10_383 })
  }, 300_000)
})

const minuteOf = (text = ''): string => {
  const [, day = '', month = '', year = '', time = ''] = /^(\d+)\/(\d+)\/(\d+) (\d+:\d+)$/u.exec(text) ?? []
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')} ${time.padStart(5, '0')}`
}

const inOrder = (rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => minuteOf(a['sys_updated_at']).localeCompare(minuteOf(b['sys_updated_at'])))
const least = (...moments: string[]): string => moments.toSorted()[0] ?? ''

function factsOf(number: string, rows: readonly Row[]) {
  const column = (name: string) => rows[0]?.[name] ?? '?'
  const firstRow = minuteOf(column('sys_updated_at'))
  const registered = column('sys_created_at') === '?' ? firstRow : least(minuteOf(column('sys_created_at')), firstRow)
  const states = rows.map((row) => row['incident_state'] ?? '')
  const enters = (state: string) => rows.filter((_, index) => states[index] === state && states[index - 1] !== state)
  // A wait goes on while the states say so: another state of waiting for the same side begins none.
  const side = (state = '') => (state === 'Awaiting User Info' ? 'customer' : state.startsWith('Awaiting') ? 'other' : '')
  const waits = (kind: string) => states.filter((state, index) => side(state) === kind && side(states[index - 1]) !== kind).length
  return {
    number,
    priority: { '1 - Critical': 'urgent', '2 - High': 'high', '3 - Moderate': 'normal', '4 - Low': 'low' }[rows.at(-1)?.['priority'] ?? ''],
    reported: least(minuteOf(column('opened_at')), registered),
    registered,
    resolved: column('resolved_at') === '?' ? minuteOf(enters('Resolved').at(-1)?.['sys_updated_at']) : minuteOf(column('resolved_at')),
    closed: minuteOf(column('closed_at')),
    // The source counts for itself.
    reopened: Math.max(...rows.map((row) => Number(row['reopen_count']))),
    customerWaits: waits('customer'),
    otherWaits: waits('other'),
  }
}

/** The registration, and for each row what differs from the row before: where it is, in which state. */
function eventsOf(rows: readonly Row[]): number {
  let count = 1
  let [unit, person, state] = [rows[0]?.['assignment_group'] ?? '?', rows[0]?.['assigned_to'] ?? '?', '']
  for (const row of rows) {
    const nextUnit = row['assignment_group'] === '?' ? unit : (row['assignment_group'] ?? '?')
    if (nextUnit !== unit || row['assigned_to'] !== person) count += 1
    if (row['incident_state'] !== state && row['incident_state'] !== 'New') count += 1
    ;[unit, person, state] = [nextUnit, row['assigned_to'] ?? '?', row['incident_state'] ?? '']
  }
  return count
}
