import { instantOfLocal } from '@parvandeh/contract/persian'
import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp } from '../../../testing/open-test-app.ts'
import { customersByExternalKey } from '../../customers/index.ts'
import { peopleByExternalKey } from '../../identity/index.ts'
import type { RequestEventKind } from '../facts/facts.types.ts'
import { loadHistory, recountRequests } from '../index.ts'
import type { LoadedHistory, RequestHistory } from '../index.ts'

const folder = process.env['PARVANDEH_TEST_DATA']

interface LogRow {
  'Case ID': string
  Activity: string
  Resource: string
  'Complete Timestamp': string
  customer: string
}

const kinds: Record<string, RequestEventKind> = {
  'Take in charge ticket': 'taken',
  Wait: 'waiting',
  'Resolve ticket': 'resolved',
  Closed: 'closed',
}
const requestsAtOnce = 500

describe.skipIf(folder === undefined)('the log of a real help desk (needs PARVANDEH_TEST_DATA)', () => {
  let site: TestApp
  let rows: LogRow[]
  beforeAll(async () => {
    site = await openTestApp()
    rows = parse(gunzipSync(readFileSync(path.join(folder ?? '', 'logs/helpdesk_italian.csv.gz'))), { columns: true, bom: true })
  })
  afterAll(() => site.close())

  const momentOf = (text: string) => {
    const [day = '', time = ''] = text.split(' ')
    return instantOfLocal(day.replaceAll('/', '-'), time, 'Europe/Rome')
  }

  async function histories(): Promise<RequestHistory[]> {
    const tickets = Map.groupBy(rows, (row) => row['Case ID'])
    return site.app.runAsSystem(async (context) => {
      const people = await peopleByExternalKey(
        context,
        'helpdesk',
        rows.map((row) => row.Resource),
        null,
      )
      const customers = await customersByExternalKey(
        context,
        'helpdesk',
        rows.map((row) => ({ key: row.customer, name: null })),
        null,
      )
      return [...tickets].map(([number, events]) => ({
        customerId: customers.get(events.at(-1)?.customer ?? '') ?? '',
        source: 'helpdesk',
        externalNumber: number,
        subject: number,
        firstResponseRecorded: false,
        events: events.map((row, index) => ({
          key: `${index}`,
          kind: index === 0 ? 'registered' : (kinds[row.Activity] ?? 'other'),
          at: momentOf(row['Complete Timestamp']),
          personId: people.get(row.Resource) ?? null,
          label: row.Activity,
        })),
      }))
    })
  }

  async function load(all: readonly RequestHistory[]): Promise<LoadedHistory> {
    const total: LoadedHistory = { requestsAdded: 0, requestsContinued: 0, eventsAdded: 0, eventsKnown: 0 }
    for (let start = 0; start < all.length; start += requestsAtOnce) {
      const loaded = await site.app.runAsSystem((context) => loadHistory(context, all.slice(start, start + requestsAtOnce)))
      for (const name of Object.keys(total) as (keyof LoadedHistory)[]) total[name] += loaded[name]
    }
    return total
  }

  test('is loaded whole, in seconds, once, and its facts are those that its rows give', async () => {
    const all = await histories()
    const started = performance.now()
    expect(await load(all)).toEqual({ requestsAdded: 4580, requestsContinued: 0, eventsAdded: 21_348, eventsKnown: 0 })
    const seconds = (performance.now() - started) / 1000
    // Some seconds on a quiet machine; the bound leaves room for a busy one.
    expect(seconds).toBeLessThan(60)
    expect(await load(all)).toMatchObject({ requestsAdded: 0, eventsAdded: 0, eventsKnown: 21_348 })

    const stored = await site.owner.query<{
      external_number: string
      resolved_at: Date | null
      closed_at: Date | null
      reported_at: Date
      event_count: number
      response_elapsed_seconds: number | null
    }>('select * from service.request')
    const byNumber = new Map(stored.rows.map((row) => [row.external_number, row]))
    for (const [number, events] of Map.groupBy(rows, (row) => row['Case ID'])) {
      const moments = events.map((row) => +momentOf(row['Complete Timestamp']))
      const lastOf = (activity: string) =>
        Math.max(...events.flatMap((row, index) => (index > 0 && row.Activity === activity ? [moments[index] ?? 0] : [])))
      const request = byNumber.get(number)
      expect(request).toMatchObject({ event_count: events.length, response_elapsed_seconds: null })
      expect(+(request?.reported_at ?? 0), number).toBe(Math.min(...moments))
      expect(request?.resolved_at ? +request.resolved_at : -Infinity, number).toBe(lastOf('Resolve ticket'))
    }
    expect(stored.rows.filter((row) => row.closed_at === null)).toHaveLength(21)
    expect(await recountRequests(site.app)).toEqual({ read: 4580, changed: 0 })
  }, 120_000)
})
