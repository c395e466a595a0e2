import { contract } from '@parvandeh/contract'
import { parse } from 'csv-parse/sync'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLog } from '../../../platform/log.ts'
import { openTable } from '../../../platform/tabular/index.ts'
import { accessPoint, newCustomer, organisationFile, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { runExport } from './run-export.ts'
import { sweepExports } from './sweep-exports.ts'

const { exports, customers } = contract
const grants = { 'customers.read': 'all', 'customers.write': 'all', 'customers.export': 'all' } as const
const everyClass = ['public', 'internal', 'sensitive', 'financial']
let site: TestApp
let laleh: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  laleh = await site.addPerson('لاله خروجی‌گیر', { grants, fieldClasses: everyClass })
  await newCustomer(
    site,
    laleh,
    personFile({
      firstName: '=1+1',
      lastName: 'پرویز؛ زاده, نمونه',
      nationalCode: '0012345679',
      birthDate: '1991-08-03',
      accessPoints: [
        accessPoint('mobile', '09121110000', { label: 'کار' }),
        accessPoint('email', '+cmd@example.org'),
        accessPoint('address', 'خیابان یک، کوچهٔ دو؛ پلاک ۳', { postalCode: '1998795614' }),
      ],
    }),
  )
  await newCustomer(site, laleh, organisationFile('شرکت بسیار بلندنام و پرآوازهٔ بازرگانی و خدمات پس از فروش نمونه'))
  await site.owner
    .query(`insert into customers.customer (customer_id, code, kind, last_name, display_name, sort_name, name_joined, provisional, accepted_problems, last_contact_at, version, created_at, updated_at)
    select gen_random_uuid(), 'b' || n, 'person', 'انبوه', 'انبوه ' || n, 'zz' || lpad((n % 7)::text, 4, '0'), 'انبوه' || n, false, '{}', '-infinity', 1, now(), now() from generate_series(1, 1203) n`)
})
afterAll(() => site.close())

const start = (over: object = {}, as = laleh) =>
  site.call(exports.start, { as, body: { list: 'customers', filters: { sort: 'name' }, format: 'csv', columns: [], ...over } as never })
const show = async (id: string, as = laleh) => (await site.call(exports.show, { as, params: { exportId: id } })).body
const fetchFile = (id: string, as = laleh) => site.call(exports.content, { as, params: { exportId: id } })

describe('a list that is taken out in the background', () => {
  test('is made by the job queue, told in the bell, and fetched by its owner; all of it is put on record', async () => {
    const { body } = await start({ columns: ['code', 'name', 'nationalCode'] })
    expect(body).toMatchObject({ state: 'waiting', can: { fetch: false, discard: true } })
    await site.settle()
    const done = await show(body.id)
    expect(done).toMatchObject({ state: 'done', rows: 1205, total: 1205, can: { fetch: true } })
    const csv = await fetchFile(body.id)
    const rows = parse(csv.text, { bom: true }) as string[][]
    expect(rows[0]).toEqual(['کد', 'نام پرونده', 'کد ملی'])
    expect(new Set(rows.slice(1).map(([code]) => code)).size).toBe(1205)
    expect(csv.headers['content-disposition']).toMatch(/attachment; filename\*=UTF-8''.*\.csv/u)
    const told = (await site.call(contract.notifications.list, { as: laleh })).body.rows
    expect(told[0]).toMatchObject({ kind: 'export-ended', outcome: 'done', subject: { type: 'export', id: body.id } })
    const trail = await site.owner.query<{ action: string; after: object }>(
      `select action, after from identity.audit_entry where subject_id = $1 order by id`,
      [body.id],
    )
    expect(trail.rows.map(({ action }) => action)).toEqual(['export.started', 'export.finished', 'export.fetched'])
    expect(trail.rows[1]?.after).toMatchObject({ count: 1205, columns: ['code', 'name', 'nationalCode'], filters: { sort: 'name' } })
  })

  test('is not there for anybody else, nor for who has lost the right meanwhile', async () => {
    const other = await site.addPerson('دیگری', { grants, fieldClasses: everyClass })
    const { body } = await start({ filters: { sort: 'name', q: 'پرویز' } })
    await site.settle()
    for (const reply of [
      await site.call(exports.show, { as: other, params: { exportId: body.id } }),
      await fetchFile(body.id, other),
      await site.call(exports.discard, { as: other, params: { exportId: body.id } }),
    ])
      expect(reply).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect((await site.call(exports.list, { as: other, query: {} })).body.rows).toEqual([])
    const narrow = await site.addPerson('محدودشده', { grants: { ...grants, 'customers.export': 'own' }, fieldClasses: ['public'] })
    const own = (await start({}, narrow)).body
    await site.settle()
    expect(await show(own.id, narrow)).toMatchObject({ state: 'done', rows: 0 })
    expect((await fetchFile(own.id, narrow)).text).not.toMatch(/کد ملی|0012345679|تلفن/u)
  })

  test('is written anew from the first row after a process was killed', async () => {
    const { body } = await start()
    const ending = new AbortController()
    let pieces = 0
    const runAsSystem: TestApp['app']['runAsSystem'] = (command) => {
      pieces += 1
      if (pieces > 6) throw new Error('killed')
      return site.app.runAsSystem(command)
    }
    await runExport({ runAsSystem, log: openLog('silent'), signal: ending.signal }, site.app.blobs, body.id).catch(() => undefined)
    expect((await show(body.id)).state).not.toBe('done')
    await site.owner.query(`update integrations.export set state = 'working' where id = $1`, [body.id])
    await runExport({ runAsSystem: site.app.runAsSystem, log: openLog('silent'), signal: ending.signal }, site.app.blobs, body.id)
    expect(await show(body.id)).toMatchObject({ state: 'done', rows: 1205 })
    await site.settle()
  })

  test('is gone after its days, or when it is discarded, and its content with it', async () => {
    const [kept, thrown] = [
      (await start({ filters: { sort: 'name', q: 'پرویز' } })).body,
      (await start({ filters: { sort: 'name', q: 'شرکت' } })).body,
    ]
    await site.settle()
    const key = await site.owner.query<{ sha256: string }>('select sha256 from integrations.export where id = $1', [kept.id])
    await site.call(exports.discard, { as: laleh, params: { exportId: thrown.id } })
    expect((await fetchFile(thrown.id)).status).toBe(404)
    site.clock.now = new Date(site.clock.now.getTime() + 8 * 86_400_000)
    await sweepExports({ runAsSystem: site.app.runAsSystem, log: openLog('silent'), signal: new AbortController().signal })
    expect(await show(kept.id)).toMatchObject({ state: 'expired', can: { fetch: false } })
    expect((await fetchFile(kept.id)).status).toBe(404)
    const left = await site.owner.query('select 1 from platform.blob where sha256 = $1', [key.rows[0]?.sha256])
    expect(left.rows).toEqual([])
  })

  test('nobody has more than three made at once', async () => {
    const many = await site.addPerson('پرکار', { grants })
    for (let n = 0; n < 3; n += 1) expect((await start({}, many)).status).toBe(200)
    expect(await start({}, many)).toMatchObject({ status: 409, body: { code: 'too-many-exports' } })
    await site.settle()
    expect((await start({}, many)).status).toBe(200)
    await site.settle()
  })

  test('names of columns and formats that there are none of are refused or left out', async () => {
    expect(await start({ format: 'pdf' })).toMatchObject({ status: 422 })
    expect(await start({ filters: { sort: 'id' } })).toMatchObject({ status: 422 })
    const { columns } = (await site.call(exports.columns, { as: await site.addPerson('کم‌دید', { grants, fieldClasses: ['public'] }) })).body
    expect(columns.map(({ key }) => key)).not.toContain('nationalCode')
  })
})

describe('customers taken out as contacts', () => {
  const take = async (format: 'vcard4' | 'vcard3', as = laleh) =>
    (await site.call(customers.export, { as, query: { format, q: 'نمونه', sort: 'name' } })).text

  test.each(['vcard4', 'vcard3'] as const)(
    '%s: lines of at most 75 bytes, marks escaped, and read back as it was written',
    async (format) => {
      const text = await take(format)
      expect(text).toContain(format === 'vcard4' ? 'VERSION:4.0' : 'VERSION:3.0')
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      const file = path.join(tmpdir(), `parvandeh-${format}-${process.pid}.vcf`)
      await writeFile(file, text)
      const table = await openTable(file)
      const rows = []
      for await (const { cells } of table.rows()) rows.push(Object.fromEntries(table.columns.map((name, at) => [name, cells[at]])))
      expect(rows).toHaveLength(2)
      expect(rows.find((row) => row['Last name'])).toMatchObject({
        'First name': '=1+1',
        'Last name': 'پرویز؛ زاده, نمونه',
        Birthday: '1991-08-03',
        'Phone 1 - Value': '+989121110000',
        'Phone 1 - Label': 'cell',
        'E-mail 1 - Value': '+cmd@example.org',
        'Address 1 - Street': 'خیابان یک، کوچهٔ دو؛ پلاک ۳',
        'Address 1 - Postal Code': '1998795614',
      })
      expect(rows.find((row) => row['Type'] === 'org')).toMatchObject({
        Organization: 'شرکت بسیار بلندنام و پرآوازهٔ بازرگانی و خدمات پس از فروش نمونه',
      })
    },
  )

  test('hold nothing that their reader may not read', async () => {
    const text = await take('vcard4', await site.addPerson('کم‌خوان', { grants, fieldClasses: ['public'] }))
    expect(text).toContain('BEGIN:VCARD')
    expect(text).not.toMatch(/TEL|EMAIL|ADR|BDAY/u)
  })
})

test('a birth date is taken out as a real date and as the text of its Jalali date', async () => {
  const csv = await site.call(customers.export, { as: laleh, query: { q: 'پرویز', columns: 'birthDate' } })
  expect(csv.text.split('\r\n').slice(0, 2)).toEqual(['\ufeffتاریخ تولد,تاریخ تولد (شمسی)', '1991-08-03,1370/05/12'])
})
