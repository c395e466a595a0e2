import { contract } from '@parvandeh/contract'
import type { IndicatorKey, ResponseOf } from '@parvandeh/contract'
import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importContent, ownMapping, realLogs } from '../../testing/import-builders.ts'
import { expectIndicator, showKpi } from '../../testing/kpi-builders.ts'
import type { ExpectedRecord, KpiQuery } from '../../testing/kpi-builders.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../testing/open-test-app.ts'

type Row = Record<string, string>
type Listed = ResponseOf<typeof contract.kpi.list>['indicators'][number]

interface Imported {
  site: TestApp
  reader: TestPerson
  tickets: Map<string, Row[]>
  listed: Map<string, Listed>
  /** Ids of people and topics by their names in the log. */
  people: Map<string, string>
  topics: Map<string, string>
}

async function importLog(name: string, mapping: string, numberColumn: string): Promise<Imported> {
  const site = await openTestApp()
  const reader = await site.addPerson('نسرین شمارنده', { grants: { 'imports.run': 'all', 'kpi.read': 'all' } })
  const content = readFileSync(realLogs.at(name))
  expect(await importContent(site, reader, { name, content, mapping: ownMapping(mapping) })).toMatchObject({ state: 'done' })
  const rows = parse<Row>(gunzipSync(content), { columns: true, bom: true, relax_column_count: true })
  const named = async (sql: string) =>
    new Map((await site.owner.query<{ name: string; id: string }>(sql)).rows.map(({ name, id }) => [name, id]))
  return {
    site,
    reader,
    tickets: Map.groupBy(rows, (row) => row[numberColumn] ?? ''),
    listed: new Map((await site.call(contract.kpi.list, { as: reader })).body.indicators.map((one) => [one.key, one])),
    people: await named('select name, id from identity.person where external_key is not null'),
    topics: await named('select name, id from catalogue.topic'),
  }
}

const durationsUnknown = (...names: string[]) =>
  Object.fromEntries(
    names.flatMap((name) => [
      [`${name}Elapsed`, null],
      [`${name}Working`, null],
    ]),
  )
const noResponse = durationsUnknown('wait', 'unregistered', 'misrouted', 'queued', 'held')
const wholeSecond = (moment: number) => Math.floor(moment / 1000)

/** The organisation of these tests has no work calendar, so no second is a working one. */
const service = (elapsed: number, customerWait: number) => ({
  serviceElapsed: elapsed,
  serviceWorking: 0,
  customerWaitElapsed: customerWait,
  customerWaitWorking: 0,
})

/** A moment as Rome's clocks show it, by the runtime's knowledge of zones. */
function romanMoment(text = ''): number {
  const asUtc = Date.parse(`${text.replaceAll('/', '-').replace(' ', 'T')}Z`)
  const ahead = (moment: number) => Date.parse(`${rome.format(moment).replace(' ', 'T')}Z`) - Math.floor(moment / 1000) * 1000
  return asUtc - ahead(asUtc - ahead(asUtc))
}
const rome = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Rome', dateStyle: 'short', timeStyle: 'medium' })

describe.skipIf(!realLogs.areHere)('the log of an Italian help desk, imported and counted (PARVANDEH_TEST_DATA)', () => {
  /** 1388 to 1392: all of it. */
  const period: KpiQuery = { from: '2009-03-21', to: '2014-03-21' }
  let log: Imported
  beforeAll(async () => {
    log = await importLog('helpdesk_italian.csv.gz', 'helpdesk-italian', 'Case ID')
  }, 120_000)
  afterAll(() => log?.site.close())

  const ticketsInOrder = () =>
    [...log.tickets.values()].map((rows) =>
      rows
        .map((row) => ({
          activity: row['Activity'] ?? '',
          by: log.people.get(row['Resource'] ?? '') ?? null,
          at: romanMoment(row['Complete Timestamp']),
        }))
        .toSorted((a, b) => a.at - b.at),
    )
  const expectAll = (key: IndicatorKey, records: ExpectedRecord[]) =>
    expectIndicator(log.site, log.reader, log.listed.get(key)!, period, records)

  test('requests by day and by month', async () => {
    // Whoever did the first thing that the log knows of is not said to have registered the ticket.
    const records = ticketsInOrder().map(([first]) => ({ at: new Date(first!.at), personId: null, values: { requests: 1 } }))
    await expectAll('requests-per-day', records)
    await expectAll('requests-per-month', records)
    expect((await showKpi(log.site, log.reader, 'requests-per-day', period)).whole.figures['requests']?.value).toBe(4580)
  }, 120_000)

  test('wait until response is not recorded, which is not zero', async () => {
    await expectAll(
      'wait-until-response',
      ticketsInOrder().map(([first]) => ({ at: new Date(first!.at), personId: null, state: 'not-recorded', values: noResponse })),
    )
    const { whole } = await showKpi(log.site, log.reader, 'wait-until-response', period)
    expect(whole).toMatchObject({
      count: 4580,
      notRecorded: 4580,
      figures: { 'waitElapsed.mean': { value: null, missing: 'not-recorded' } },
    })
  }, 120_000)

  const lastResolution = (events: ReturnType<typeof ticketsInOrder>[number]) =>
    events.findLast(({ activity }) => activity === 'Resolve ticket')

  test('service time and exchanges, of each ticket that was resolved', async () => {
    const resolved = ticketsInOrder().flatMap((events) => {
      const last = lastResolution(events)
      return last ? [{ first: events[0]!, last }] : []
    })
    await expectAll(
      'service-time',
      resolved.map(({ first, last }) => ({
        at: new Date(last.at),
        personId: last.by,
        values: service(wholeSecond(last.at) - wholeSecond(first.at), 0),
      })),
    )
    await expectAll(
      'exchanges-per-service',
      resolved.map(({ last }) => ({
        at: new Date(last.at),
        personId: last.by,
        state: 'not-recorded',
        values: { exchanges: null, firstContact: null },
      })),
    )
  }, 120_000)

  test('closed per person: by who resolved, although others close the file', async () => {
    const records = ticketsInOrder().flatMap((events) => {
      const resolutions: { at: Date; personId: string | null; cameBack: boolean }[] = []
      let isFinished = false
      let isClosed = false
      for (const { activity, by, at } of events) {
        if (activity === 'Resolve ticket') resolutions.push({ at: new Date(at), personId: by, cameBack: false })
        if (activity === 'Closed') isClosed = true
        if (activity === 'Resolve ticket' || activity === 'Closed') isFinished = true
        if (isFinished && (activity === 'Take in charge ticket' || activity === 'Wait')) {
          for (const one of resolutions) one.cameBack = true
          isFinished = false
          isClosed = false
        }
      }
      return resolutions
        .filter((one, index) => one.cameBack || index === resolutions.length - 1)
        .map(({ at, personId, cameBack }) => ({
          at,
          personId,
          values: { closed: cameBack ? 0 : 1, signedOff: !cameBack && isClosed ? 1 : 0, cameBack: cameBack ? 1 : 0 },
        }))
    })
    await expectAll('closed-per-person', records)
    const { whole } = await showKpi(log.site, log.reader, 'closed-per-person', period)
    expect(whole.figures).toMatchObject({ closed: { value: 4568 }, signedOff: { value: 4558 }, cameBack: { value: 170 } })
  }, 120_000)
})

/** A minute as the log of incidents writes it; its clock is taken as UTC. */
function minute(text = '?'): number | undefined {
  const [, day, month, year, hour, minutes] = /^(\d+)\/(\d+)\/(\d+) (\d+):(\d+)$/u.exec(text) ?? []
  return year === undefined ? undefined : Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minutes))
}

describe.skipIf(!realLogs.areHere)('the log of ServiceNow incidents, imported and counted (PARVANDEH_TEST_DATA)', () => {
  const period: KpiQuery = { from: '2016-02-20', to: '2017-03-21' }
  let log: Imported
  beforeAll(async () => {
    log = await importLog('servicenow_incidents_first_1500.csv.gz', 'servicenow-incidents', 'number')
  }, 120_000)
  afterAll(() => log?.site.close())

  /** Each incident with its rows in order of writing, and what its columns say of the whole. */
  const incidents = () =>
    [...log.tickets.values()].map((given) => {
      const rows = given.toSorted((a, b) => minute(a['sys_updated_at'])! - minute(b['sys_updated_at'])!)
      const column = (name: string) => minute(given[0]?.[name])
      const registered = Math.min(column('sys_created_at') ?? Infinity, minute(rows[0]?.['sys_updated_at'])!)
      return {
        rows,
        reported: Math.min(column('opened_at') ?? registered, registered),
        topicId: log.topics.get(rows.at(-1)?.['category'] ?? '') ?? null,
        resolvedColumn: column('resolved_at'),
        closedColumn: column('closed_at'),
      }
    })
  const expectAll = (key: IndicatorKey, records: ExpectedRecord[]) =>
    expectIndicator(log.site, log.reader, log.listed.get(key)!, period, records)

  test('requests by day, by month, by category', async () => {
    const records = incidents().map(({ reported, topicId }) => ({
      at: new Date(reported),
      personId: null,
      topicId,
      values: { requests: 1 },
    }))
    await expectAll('requests-per-day', records)
    await expectAll('requests-per-month', records)
    await expectAll(
      'wait-until-response',
      incidents().map(({ reported, topicId }) => ({
        at: new Date(reported),
        personId: null,
        topicId,
        state: 'not-recorded',
        values: noResponse,
      })),
    )
  }, 120_000)

  /**
   * What a row changes, after the row before it: another state, or the same state in other hands, which says nothing
   * here. A wait for the customer ends when the state says so; `-100` says nothing of anything.
   */
  const told = ({ rows, ...known }: ReturnType<typeof incidents>[number]) => {
    const changes = rows.map((row) => ({
      state: row['incident_state'] ?? '',
      at: minute(row['sys_updated_at'])!,
      by: log.people.get(row['assigned_to'] ?? '') ?? null,
    }))
    const entered = changes.filter(({ state }, index) => state !== changes[index - 1]?.state)
    const resolutions = entered.filter(({ state }) => state === 'Resolved')
    return { ...known, entered, resolutions, resolvedBy: log.people.get(rows.at(-1)?.['resolved_by'] ?? '') }
  }

  test('service time, less what it waited on the customer', async () => {
    const records = incidents()
      .map(told)
      .flatMap(({ entered, resolutions, reported, topicId, resolvedColumn, resolvedBy }): ExpectedRecord[] => {
        const last = resolutions.at(-1)
        if (!last) return []
        const resolved = resolvedColumn ?? last.at
        let waited = 0
        let since: number | undefined
        for (const entry of entered) {
          const { state } = entry
          if (state === '-100') continue
          // The column of the resolution knows its moment better than the row, so the wait before it lasts until then.
          const moment = entry === last ? resolved : Math.min(entry.at, resolved)
          if (since !== undefined && state !== 'Awaiting User Info') {
            waited += Math.max(0, moment - Math.max(since, reported))
            since = undefined
          } else if (state === 'Awaiting User Info') since ??= moment
        }
        return [
          {
            at: new Date(resolved),
            personId: resolvedBy ?? last.by,
            topicId,
            values: service((resolved - reported - waited) / 1000, waited / 1000),
          },
        ]
      })
    await expectAll('service-time', records)
    await expectAll(
      'exchanges-per-service',
      records.map((record) => ({ ...record, state: 'not-recorded' as const, values: { exchanges: null, firstContact: null } })),
    )
  }, 120_000)

  test('closed per person: each resolution that stands or came back, and what was closed without one', async () => {
    const records = incidents()
      .map(told)
      .flatMap(({ entered, resolutions, topicId, resolvedColumn, resolvedBy, closedColumn }): ExpectedRecord[] => {
        const last = resolutions.at(-1)
        const cameBack = new Set<(typeof entered)[number]>()
        let finished: typeof entered = []
        let closed: (typeof entered)[number] | undefined
        for (const entry of entered) {
          if (entry.state === 'Resolved') finished.push(entry)
          else if (entry.state === 'Closed') closed = entry
          else if (entry.state === 'Active' || entry.state.startsWith('Awaiting')) {
            for (const one of finished) cameBack.add(one)
            finished = []
            closed = undefined
          }
        }
        const ofResolutions = resolutions
          .filter((one) => one === last || cameBack.has(one))
          .map((one) => ({
            at: new Date(one === last ? (resolvedColumn ?? one.at) : one.at),
            personId: (one === last ? resolvedBy : undefined) ?? one.by,
            topicId,
            values: {
              closed: cameBack.has(one) ? 0 : 1,
              signedOff: closed && !cameBack.has(one) ? 1 : 0,
              cameBack: cameBack.has(one) ? 1 : 0,
            },
          }))
        const isOnlyClosed = closed && (!last || cameBack.has(last))
        return isOnlyClosed
          ? [
              ...ofResolutions,
              { at: new Date(closedColumn ?? closed!.at), personId: closed!.by, topicId, values: { closed: 1, signedOff: 1, cameBack: 0 } },
            ]
          : ofResolutions
      })
    await expectAll('closed-per-person', records)
    const { whole } = await showKpi(log.site, log.reader, 'closed-per-person', period)
    expect(whole.figures['closed']?.value).toBe(1500)
  }, 120_000)
})
