import { contract, permissionKeys } from '@parvandeh/contract'
import type { CallOf, Route } from '@parvandeh/contract'
import { parse } from 'csv-parse/sync'
import { writeFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTable } from './platform/tabular/index.ts'
import { newCustomer, personFile } from './testing/customers-builders.ts'
import { smallHeader, upload as uploadTable } from './testing/import-builders.ts'
import { logByDoor } from './testing/interactions-builders.ts'
import { openTestApp } from './testing/open-test-app.ts'
import type { TestApp, TestPerson } from './testing/open-test-app.ts'
import { chequeOf, newEntry } from './testing/sales-builders.ts'
import { newRequest } from './testing/service-builders.ts'

let site: TestApp
let nasrin: TestPerson
const danger = '=HYPERLINK("http://example.invalid")'
beforeAll(async () => {
  site = await openTestApp()
  site.clock.now = new Date('2026-11-21T20:30:00Z')
  const unitId = await site.addUnit(danger)
  nasrin = await site.addPerson(danger, { unitId, grants: Object.fromEntries(permissionKeys.map((key) => [key, 'all'])) })
  const { customerId } = await newCustomer(site, nasrin, personFile({ lastName: danger, unitId, ownerId: nasrin.id }))
  await newRequest(site, nasrin, customerId, { subject: danger })
  await logByDoor(site, nasrin, customerId, { subject: danger, body: danger })
  await newEntry(site, nasrin, customerId, { ...chequeOf(5_000_000), bank: danger })
  await site.call(contract.catalogue.addProduct, { as: nasrin, body: { name: danger, code: null, active: true } })
  await site.call(contract.catalogue.addTopic, { as: nasrin, body: { name: danger, parentId: null, active: true } })
  await uploadTable(site, nasrin, `${danger.replaceAll('/', '_')}.csv`, smallHeader)
})
afterAll(() => site.close())

/** Every list that can be taken out, two of its columns the other way round, and what the trail calls it. */
const exports: [string, Route, string[], string[], string][] = [
  ['customers', contract.customers.export, ['owner', 'name'], ['مسئول', 'نام پرونده'], 'customers.exported'],
  ['requests', contract.requests.export, ['customer', 'subject'], ['مشتری', 'موضوع درخواست'], 'request.exported'],
  ['interactions', contract.interactions.export, ['subject', 'customer'], ['موضوع', 'مشتری'], 'interactions.exported'],
  ['cheques', contract.cheques.export, ['bank', 'customer'], ['بانک', 'مشتری'], 'cheques.exported'],
  ['audit', contract.audit.export, ['action', 'who'], ['کار', 'چه کسی'], 'audit.exported'],
  ['people', contract.people.export, ['unit', 'name'], ['واحد', 'نام'], 'people.exported'],
  ['products', contract.catalogue.exportProducts, ['state', 'name'], ['وضعیت', 'نام'], 'products.exported'],
  ['topics', contract.catalogue.exportTopics, ['state', 'name'], ['وضعیت', 'نام'], 'topics.exported'],
  ['imports', contract.imports.export, ['by', 'file'], ['چه کسی', 'فایل'], 'imports.exported'],
]
const download = async (route: Route, query: CallOf<Route>['query'] = {}, as = nasrin) => site.call(route, { as, query })
const rowsOf = (text: string) => parse(text, { bom: true, relaxColumnCount: false }) as string[][]

test.each(exports)(
  'the list of %s is taken out with the asked columns in their order, put on record, and nothing in it runs',
  async (_name, route, keys, headers, action) => {
    const csv = await download(route, { columns: [...keys, 'nothing-of-the-kind', keys[0]].join(',') })
    const [head, first] = rowsOf(csv.text)
    expect(head).toEqual(headers)
    expect(first?.some((cell) => cell.startsWith(`'=HYPERLINK(`))).toBe(true)
    expect(csv.text).not.toMatch(/(?:^|,)"?=HYPERLINK/mu)
    const trail = await site.owner.query(
      'select after from identity.audit_entry where action = $1 and actor_id = $2 order by id desc limit 1',
      [action, nasrin.id],
    )
    expect(trail.rows[0]).toMatchObject({ after: { columns: keys, format: 'csv' } })
    const whole = rowsOf((await download(route, { columns: 'nothing-of-the-kind' })).text)
    expect(whole[0]?.length).toBeGreaterThan(2)
    expect((await download(route, { format: 'pdf' })).status).toBe(422)
  },
)

test.each(exports)('the list of %s is taken out as a workbook too', async (_name, route, keys, headers) => {
  const url = `${route.path}?format=xlsx&columns=${keys.join()}`
  const reply = await site.app.http.inject({ url, headers: { authorization: nasrin.authorization, 'accept-language': 'fa' } })
  expect(reply.headers).toMatchObject({
    'content-type': expect.stringContaining('spreadsheetml.sheet'),
    'content-disposition': expect.stringMatching(/2026-11-22\.xlsx$/u),
  })
  const folder = await mkdtemp(path.join(tmpdir(), 'parvandeh-export-'))
  try {
    const file = path.join(folder, 'list.xlsx')
    await writeFile(file, reply.rawPayload)
    const table = await openTable(file)
    expect(table.columns).toEqual(headers)
    const rows: unknown[] = []
    for await (const row of table.rows()) rows.push(row)
    expect(JSON.stringify(rows)).toContain('HYPERLINK')
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a moment is written as a date that spreadsheets reckon with, and as it is said in Iran, on the clock of the organisation', async () => {
  const [head, first] = rowsOf((await download(contract.requests.export, { columns: 'registeredAt' })).text)
  expect([head, first]).toEqual([
    ['زمان ثبت', 'زمان ثبت (شمسی)'],
    ['2026-11-22 00:00', '1405/09/01 00:00'],
  ])
  const [, day] = rowsOf((await download(contract.customers.export, { columns: 'created' })).text)
  expect(day).toEqual(['2026-11-22', '1405/09/01'])
})

test('whoever may not read a class of fields gets no column of it, also when it is asked for', async () => {
  const grants = Object.fromEntries(permissionKeys.map((key) => [key, 'all'] as const))
  const outsider = await site.addPerson('بیرونی', { grants, fieldClasses: ['public'] })
  const [head] = rowsOf((await download(contract.interactions.export, { columns: 'subject,body,customer' }, outsider)).text)
  expect(head).toEqual(['مشتری'])
  const trail = await download(contract.audit.export, {}, outsider)
  const logged = rowsOf(trail.text).find((row) => row.includes('interaction.logged'))
  expect([logged?.at(6), logged?.at(7)]).toEqual(['', '{}'])
})

test('interactions are taken out as far as one may take customers out', async () => {
  const elsewhere = await site.addUnit('جای دیگر')
  const narrow = await site.addPerson('خروجی تنگ', {
    unitId: elsewhere,
    grants: { 'interactions.read': 'all', 'customers.export': 'team' },
  })
  const wide = await site.addPerson('دید تنگ', { unitId: elsewhere, grants: { 'interactions.read': 'team', 'customers.export': 'all' } })
  for (const as of [narrow, wide]) expect(rowsOf((await download(contract.interactions.export, {}, as)).text)).toHaveLength(1)
})
