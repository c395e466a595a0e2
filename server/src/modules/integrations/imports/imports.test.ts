import { contract, requestMapping } from '@parvandeh/contract'
import iconv from 'iconv-lite'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { writeWorkbook } from '../../../platform/tabular/index.ts'
import { importContent, showImport, smallHeader, smallLog, upload, workUntilKilled } from '../../../testing/import-builders.ts'
import type { ImportView } from '../../../testing/import-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'

let site: TestApp
let narges: TestPerson
let source = 0
/** Each test brings its rows from a system of its own, so that none meets the rows of another. */
let log = smallLog

beforeAll(async () => {
  site = await openTestApp()
  narges = await site.addPerson('نرگس پورمحمدی', { grants: { 'imports.run': 'all', 'service.read': 'all', 'customers.read': 'all' } })
})
beforeEach(() => {
  log = { ...smallLog, source: `دفتر ${(source += 1)}` }
})
afterAll(() => site.close())

const lines = (...rows: string[]) => `${[smallHeader, ...rows].join('\n')}\n`
const story = (number: string, customer = 'م-۱') => [
  `${number},1403/05/12 09:00,تماس مشتری,سارا رستگارفر,${customer}`,
  `${number},1403/05/12 09:20,برداشت,سارا رستگارفر,${customer}`,
  `${number},1403/05/13 10:00,حل شد,سارا رستگارفر,${customer}`,
  `${number},1403/05/14 08:00,بسته شد,بهنام نیک‌اندیش,${customer}`,
]

const start = (one: { id: string }, mapping = log) =>
  site.call(contract.imports.start, { as: narges, params: { importId: one.id }, body: { mapping, saveAs: null } })
const act = async (verb: 'pause' | 'resume' | 'discard', one: { id: string }) =>
  (await site.call(contract.imports[verb], { as: narges, params: { importId: one.id } })).body

interface Loaded {
  number: string
  status: string
  registered: Date
  resolved: Date | null
  closed: Date | null
  events: number
}

/** The requests that came from the system of this test. */
async function requests(): Promise<Loaded[]> {
  const found = await site.owner.query<Loaded>(
    `select external_number as number, status, registered_at as registered, resolved_at as resolved, closed_at as closed, event_count as events
     from service.request where source = $1 order by external_number`,
    [log.source],
  )
  return found.rows
}

async function errorsOf(one: ImportView): Promise<string[]> {
  const reply = await site.call(contract.imports.errors, { as: narges, params: { importId: one.id } })
  expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(reply.text.startsWith('\ufeffسطر (row),ستون (column),علت,reason,مقدار (value)\r\n')).toBe(true)
  return reply.text.split('\r\n').slice(1, -1)
}

describe('what becomes of the rows', () => {
  test('the events of a request become its facts, under the employees and the customer that they name', async () => {
    const done = await importContent(site, narges, { name: 'دفتر.csv', content: lines(...story('الف-۱')), mapping: log })
    expect(done).toMatchObject({
      state: 'done',
      result: { requests: 1, events: 4, employees: 2, customers: 1, notClosed: 0 },
      can: { start: false, pause: false, resume: false, discard: false },
    })
    expect(await requests()).toEqual([
      {
        number: 'الف-۱',
        status: 'closed',
        registered: new Date('2024-08-02T05:30:00Z'),
        resolved: new Date('2024-08-03T06:30:00Z'),
        closed: new Date('2024-08-04T04:30:00Z'),
        events: 4,
      },
    ])
    const resolver = await site.owner.query<{ name: string }>(
      'select p.name from service.request r join identity.person p on p.id = r.resolved_by where r.source = $1',
      [log.source],
    )
    expect(resolver.rows).toEqual([{ name: 'سارا رستگارفر' }])
    const files = await site.call(contract.customers.list, { as: narges, query: {} })
    expect(files.body.rows.map((row) => row.displayName)).toContain('م-۱')
  })

  test('exact duplicates are events, and a longer file that continues an earlier one adds only what is new', async () => {
    const day = story('ب-۱')
    const first = await importContent(site, narges, {
      name: 'هفتهٔ یک.csv',
      content: lines(day[0] ?? '', day[1] ?? '', day[1] ?? ''),
      mapping: log,
    })
    expect(first.result).toMatchObject({ requests: 1, events: 3, notClosed: 1 })
    const longer = await importContent(site, narges, {
      name: 'هفتهٔ دو.csv',
      content: lines(day[0] ?? '', day[1] ?? '', ...day.slice(1), ...story('ب-۲')),
      mapping: log,
    })
    expect(longer.result).toMatchObject({ requests: 1, events: 6, rowsKnown: 3, notClosed: 0 })
    const rest = await importContent(site, narges, {
      name: 'دنباله.csv',
      content: lines('ب-۱,1403/06/01 09:00,برداشت,سارا رستگارفر,م-۱'),
      mapping: log,
    })
    expect(rest.result).toMatchObject({ requests: 0, events: 1 })
    expect((await requests()).map(({ number, status, events }) => [number, status, events])).toEqual([
      ['ب-۱', 'open', 6],
      ['ب-۲', 'closed', 4],
    ])
  })

  test('a customer who is only passed by gets a file too; the request is its last customer’s', async () => {
    const done = await importContent(site, narges, {
      name: 'x.csv',
      content: lines(story('پ-۱', 'گذرا')[0] ?? '', ...story('پ-۱', 'ماندگار').slice(1)),
      mapping: log,
    })
    expect(done.result).toMatchObject({ customers: 2, customersWithRequests: 1 })
    const holder = await site.owner.query<{ name: string }>(
      'select c.display_name as name from service.request r join customers.customer c using (customer_id) where r.source = $1',
      [log.source],
    )
    expect(holder.rows).toEqual([{ name: 'ماندگار' }])
  })

  test('requests without a customer share one provisional file, or are refused, as the mapping says', async () => {
    const done = await importContent(site, narges, {
      name: 'x.csv',
      content: lines(...story('ت-۱', ''), ...story('ت-۲', '?')),
      mapping: { ...log, missing: ['?'] },
    })
    expect(done.result).toMatchObject({ requests: 2, rowsRefused: 0 })
    const refusing = await importContent(site, narges, {
      name: 'x.csv',
      content: lines(...story('ت-۳', ''), ...story('ت-۴')),
      mapping: { ...log, withoutCustomer: 'refuse' },
    })
    expect(refusing.result).toMatchObject({ requests: 1, rowsRefused: 4 })
    expect((await requests()).map((one) => one.number)).toEqual(['ت-۱', 'ت-۲', 'ت-۴'])
  })

  test('rows of a customer whose file was removed are refused, until it is restored', async () => {
    await importContent(site, narges, { name: 'دفتر.csv', content: lines(...story('ح-۱', 'م-رفته')), mapping: log })
    const found = await site.owner.query<{ customer_id: string }>('select customer_id from service.request where source = $1', [log.source])
    const customerId = found.rows[0]?.customer_id ?? ''
    const keeper = await site.addPerson('مهران پرونده‌دار', {
      grants: { 'customers.read': 'all', 'customers.write': 'all', 'customers.delete': 'all' },
    })
    const removal = { as: keeper, params: { customerId }, body: { version: 1, reason: 'خواست خودش' } }
    expect(await site.call(contract.removals.remove, removal)).toMatchObject({ status: 200 })
    const content = lines(...story('ح-۲', 'م-رفته'), ...story('ح-۳', 'م-مانده'))
    const again = await importContent(site, narges, { name: 'دفتر ۲.csv', content, mapping: log })
    expect(again.result).toMatchObject({ requests: 1, rowsRefused: 4 })
    expect((await errorsOf(again))[0]).toMatch(/removed/u)
    expect((await requests()).map(({ number }) => number)).toEqual(['ح-۱', 'ح-۳'])
  })

  test('requests belong to the unit of whoever imports them', async () => {
    const unitId = await site.addUnit('پشتیبانی تلفنی')
    const behnam = await site.addPerson('بهنام نیک‌اندیش', { unitId, grants: { 'imports.run': 'all', 'service.read': 'unit' } })
    await importContent(site, behnam, { name: 'x.csv', content: lines(...story('ث-۱')), mapping: log })
    const seen = await site.call(contract.requests.list, { as: behnam, query: {} })
    expect(seen.body.rows.map((row) => [row.unitId, row.status])).toEqual([[unitId, 'closed']])
  })
})

describe('files as they come', () => {
  const bare = [['شماره', 'تاریخ', 'رویداد', 'کارشناس', 'مشتری'], ...story('ک-۱').map((row) => row.split(','))]

  test.each([
    ['with tabs in UTF-16', () => Buffer.from(`\ufeff${bare.map((row) => row.join('\t')).join('\r\n')}`, 'utf16le')],
    [
      'with semicolons in windows-1256',
      () =>
        iconv.encode(
          bare
            .map((row) => row.join(';'))
            .join('\r\n')
            .replaceAll('نیک‌اندیش', 'نیک اندیش')
            .replaceAll('ی', 'ي')
            .replaceAll('۱', '1'),
          'windows-1256',
        ),
    ],
    [
      'with Persian digits and separators, packed',
      () => gzipSync(lines(...story('ک-۱')).replaceAll(/[0-9]/gu, (digit) => String.fromCharCode(0x6f0 + Number(digit)))),
    ],
    ['as a workbook', () => workbook(bare)],
  ])('%s are read', async (_, content) => {
    const done = await importContent(site, narges, { name: 'فایل', content: await content(), mapping: log })
    expect(done.result).toMatchObject({ requests: 1, events: 4, rowsRefused: 0 })
    expect((await requests())[0]).toMatchObject({ status: 'closed', registered: new Date('2024-08-02T05:30:00Z') })
  })

  test('a table with a row for each request, in Jalali days without clocks, is read too', async () => {
    const table = requestMapping.parse({
      kind: 'ticket-table',
      source: log.source,
      zone: 'Asia/Tehran',
      columns: {
        number: 'شماره',
        customer: 'مشتری',
        employee: 'کارشناس',
        reportedAt: 'اعلام',
        registeredAt: 'ثبت',
        firstResponseAt: 'پاسخ',
        resolvedAt: 'حل',
        closedAt: 'بستن',
        priority: 'اولویت',
        outcome: 'نتیجه',
      },
      priorities: { فوری: 'urgent' },
      outcomes: { 'حل شد': 'solved' },
    })
    const head = 'شماره;مشتری;کارشناس;اعلام;ثبت;پاسخ;حل;بستن;اولویت;نتیجه'
    const open = '۷۱;م-۹;لیلا صدر;۳۱-۰۵-۱۴۰۳;۰۱-۰۶-۱۴۰۳;;;;فوري;'
    const solved = '۷۱;م-۹;لیلا صدر;۳۱-۰۵-۱۴۰۳;۰۱-۰۶-۱۴۰۳;۰۲-۰۶-۱۴۰۳;۰۴-۰۶-۱۴۰۳;۰۵-۰۶-۱۴۰۳;فوري;حل شد'
    const early = '۷۲;م-۹;لیلا صدر;۳۱-۰۵-۱۴۰۳;۰۱-۰۶-۱۴۰۳;۳۰-۰۵-۱۴۰۳;;;;'
    const filled = ['۷۳', '۷۴'].map((number) => solved.replace('۷۱', number))
    const first = await importContent(site, narges, { name: 'x.csv', content: [head, open, ...filled].join('\n'), mapping: table })
    expect(first.result).toMatchObject({ requests: 3, notClosed: 1 })
    const later = await importContent(site, narges, { name: 'x.csv', content: [head, solved, early, ...filled].join('\n'), mapping: table })
    expect(later.result).toMatchObject({ requests: 0, events: 3, rowsRefused: 1 })
    expect(await errorsOf(later)).toEqual([
      '3,پاسخ,این زمان پیش از اعلام درخواست است.,This moment is before the request was reported.,2024-08-19T20:30:00.000Z',
    ])
    const found = await site.owner.query(
      `select status, priority, outcome, reported_at, registered_at, first_response_at, resolved_at from service.request where source = $1 and external_number = '۷۱'`,
      [log.source],
    )
    expect(found.rows[0]).toEqual({
      status: 'closed',
      priority: 'urgent',
      outcome: 'solved',
      reported_at: new Date('2024-08-20T20:30:00Z'),
      registered_at: new Date('2024-08-21T20:30:00Z'),
      first_response_at: new Date('2024-08-22T20:30:00Z'),
      resolved_at: new Date('2024-08-24T20:30:00Z'),
    })
  })
})

const workbook = ([header = [], ...rows]: string[][]): Promise<Buffer> =>
  buffer(writeWorkbook(rows, { columns: header.map((name) => ({ header: name })) }))

describe('rows with faults', () => {
  test('are named in the error file by row, column, reason and value, and do not stop the others', async () => {
    const bad = [
      'ج-۱,1403/07/31 09:00,برداشت,سارا رستگارفر,م-۱',
      'ج-۲,29/2/2015 09:00,برداشت,سارا رستگارفر,م-۱',
      ',1403/05/12 09:00,برداشت,سارا رستگارفر,م-۱',
      'ج-۳,1403/05/12 09:00,برداشت,سارا رستگارفر,م-۱,زیادی,زیادی',
      'ج-۴,1403/05/12 25:00,برداشت,سارا رستگارفر,م-۱',
      `ج-۵,1403/05/12 09:00,برداشت,${'ن'.repeat(201)},م-۱`,
      'ج-۶,1499/05/12 09:00,برداشت,سارا رستگارفر,م-۱',
    ]
    const done = await importContent(site, narges, { name: 'دفتر.csv', content: lines(...story('ج-۷'), ...bad), mapping: log })
    expect(done.result).toMatchObject({ requests: 1, events: 4, rowsRead: 11, rowsRefused: 7 })
    expect(await errorsOf(done)).toEqual([
      '6,تاریخ,چنین روزی در این ماه نیست.,There is no such day in this month.,1403/07/31 09:00',
      '7,تاریخ,تاریخ به شکلی است که برای این ستون گفته نشده است.,The date is not in the format of this column.,29/2/2015 09:00',
      '8,شماره,این خانه نباید خالی باشد.,This cell may not be empty.,',
      '9,,"این ردیف ۷ ستون دارد، نه ۵ ستون.",This row has 7 columns instead of 5.,',
      '10,تاریخ,چنین ساعتی در شبانه‌روز نیست.,There is no such time of day.,1403/05/12 25:00',
      `11,کارشناس,متن این خانه برای نام یا شماره بیش از اندازه بلند است (بیش از ۲۰۰ نویسه).,The text is too long for a name or a number (over 200 characters).,${'ن'.repeat(99)}…`,
      '12,تاریخ,این زمان هنوز نرسیده است.,This moment is in the future.,1499/05/12 09:00',
    ])
    expect((await requests()).map((one) => one.number)).toEqual(['ج-۷'])
  })

  test('29 February 2015 is no day in a Gregorian column either', async () => {
    const mapping = { ...log, dateFormats: { تاریخ: 'gregorian-dmy-time' } }
    const done = await importContent(site, narges, {
      name: 'x.csv',
      content: lines('د-۱,28/2/2015 09:00,برداشت,سارا رستگارفر,م-۱', 'د-۲,29/2/2015 09:00,برداشت,سارا رستگارفر,م-۱'),
      mapping,
    })
    expect(done.result).toMatchObject({ requests: 1, rowsRefused: 1 })
    expect((await errorsOf(done))[0]).toContain('There is no such day in this month.,29/2/2015 09:00')
  })

  test('ten megabytes in a cell are one refused row', async () => {
    const done = await importContent(site, narges, {
      name: 'x.csv',
      content: lines(...story('ر-۱'), `ر-۲,1403/05/12 09:00,${'ب'.repeat(5 * 1024 * 1024)},سارا رستگارفر,م-۱`, ...story('ر-۳')),
      mapping: log,
    })
    expect(done.result).toMatchObject({ requests: 2, rowsRefused: 1 })
    const [error = ''] = await errorsOf(done)
    expect(error).toContain('ر')
    expect(error).toContain('longer than 65,536 characters')
    expect(error.length).toBeLessThan(400)
  })

  test('a value that a spreadsheet would run as a formula is written as text', async () => {
    const done = await importContent(site, narges, {
      name: 'x.csv',
      content: lines(...story('ز-۱'), `ز-۲,"=cmd|' /C calc'!A0",برداشت,سارا رستگارفر,م-۱`, 'ز-۳,@SUM(1),برداشت,سارا رستگارفر,م-۱'),
      mapping: log,
    })
    const values = (await errorsOf(done)).map((line) => line.split(',').at(-1))
    expect(values).toEqual([`"'=cmd|' /C calc'!A0"`, `"'@SUM(1)"`])
  })

  test('when no row fits the mapping, the import stands still and says so; another mapping starts it anew', async () => {
    const uploaded = (await upload(site, narges, 'x.csv', lines(...story('س-۱')))).body
    await start(uploaded, { ...log, dateFormats: { تاریخ: 'gregorian-ymd-time' } })
    await site.settle()
    expect(await showImport(site, narges, uploaded.id)).toMatchObject({
      state: 'paused',
      rowsRefused: 4,
      failure: { code: 'no-row-readable' },
      can: { start: true },
    })
    await start(uploaded)
    await site.settle()
    expect(await showImport(site, narges, uploaded.id)).toMatchObject({
      state: 'done',
      failure: null,
      result: { requests: 1, rowsRefused: 0 },
    })
  })

  test('a column of numbers mapped by mistake does not fill the system with employees', async () => {
    const many = Array.from({ length: 5001 }, (_, n) => `ش-${n % 7},1403/05/12 09:00,برداشت,کارشناس ${n},م-۱`)
    const done = await importContent(site, narges, { name: 'x.csv', content: lines(...many), mapping: log })
    expect(done).toMatchObject({ state: 'paused', failure: { code: 'too-many-names' } })
    expect(await requests()).toEqual([])
  })
})

describe('files that are broken', () => {
  const whole = () =>
    gzipSync(
      lines(
        ...Array.from({ length: 1000 }, (_, n) => story(`ش-${String(n).padStart(4, '0')}`, `م-${Math.floor(Math.sin(n) * 1e6)}`)).flat(),
      ),
    )
  const customers = async () => (await site.owner.query<{ n: number }>('select count(*)::int as n from customers.customer')).rows[0]?.n
  const cut = async () => {
    const before = await customers()
    const one = await importContent(site, narges, { name: 'بریده.csv.gz', content: whole().subarray(0, whole().length / 2), mapping: log })
    expect(one).toMatchObject({ state: 'paused', failure: { code: 'truncated-file' }, result: null, can: { resume: true, discard: true } })
    expect(one.rowsRead).toBeGreaterThan(1000)
    expect([await requests(), await customers()]).toEqual([[], before])
    return one
  }

  test('leave a paused import of which nothing is seen; discarded, it leaves nothing', async () => {
    const one = await cut()
    expect(await act('discard', one)).toMatchObject({ state: 'discarded', can: { start: false, resume: false, discard: false } })
    await site.settle()
    expect(await requests()).toEqual([])
    expect((await site.owner.query('select 1 from integrations.import_row where import_id = $1', [one.id])).rows).toEqual([])
    expect((await site.owner.query('select 1 from integrations.import_key where source = $1', [log.source])).rows).toEqual([])
  })

  test('resumed, it loads what was read; the whole file adds the rest', async () => {
    const one = await cut()
    await act('resume', one)
    await site.settle()
    const part = await showImport(site, narges, one.id)
    expect(part).toMatchObject({ state: 'done', failure: null, result: { rowsRead: one.rowsRead } })
    const done = await importContent(site, narges, { name: 'درست.csv.gz', content: whole(), mapping: log })
    expect(done.result).toMatchObject({ rowsRead: 4000, rowsKnown: one.rowsRead })
    expect((part.result?.events ?? 0) + (done.result?.events ?? 0)).toBe(4000)
    expect((await requests()).length).toBe(1000)
  }, 300_000)

  test.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-a-table', 'PNG'],
    ['nothing', Buffer.alloc(0), 'empty-file', 'خالی'],
    ['a web page', Buffer.from('<!doctype html><html><body>گزارش</body></html>'), 'not-a-table', 'HTML'],
  ])('%s is refused at once, with the reason', async (_, content, code, word) => {
    const reply = await upload(site, narges, 'x.csv', content)
    const problem = reply.body as unknown as { code: string; problems: { code: string; message: string }[] }
    expect([reply.status, problem.code, problem.problems[0]?.code]).toEqual([422, 'table-unreadable', code])
    expect(problem.problems[0]?.message).toContain(word)
  })
})

describe('on the way', () => {
  const long = () => lines(...Array.from({ length: 600 }, (_, n) => story(`ع-${n}`)).flat())

  test('paused while it is read, it goes on where it was', async () => {
    const one = (await upload(site, narges, 'x.csv', long())).body
    expect(await start(one).then((reply) => reply.body)).toMatchObject({
      state: 'staging',
      can: { pause: true, resume: false, start: false },
    })
    await workUntilKilled(site, one.id, { rowsRead: 1000 })
    expect(await act('pause', one)).toMatchObject({ state: 'paused', failure: null, rowsRead: 1000, can: { pause: false, resume: true } })
    await site.settle()
    expect([await showImport(site, narges, one.id), await requests()]).toMatchObject([{ state: 'paused', rowsRead: 1000 }, []])
    await act('resume', one)
    await site.settle()
    expect(await showImport(site, narges, one.id)).toMatchObject({ state: 'done', result: { requests: 600, events: 2400, rowsRead: 2400 } })
  })

  test('discarded while it waits to be loaded, nothing of it is loaded', async () => {
    const one = (await upload(site, narges, 'x.csv', long())).body
    await start(one)
    await workUntilKilled(site, one.id, { state: 'loading' })
    expect(await act('discard', one)).toMatchObject({ state: 'discarded' })
    await site.settle()
    expect([await requests(), (await showImport(site, narges, one.id)).state]).toEqual([[], 'discarded'])
  })

  test('what its state does not allow is refused', async () => {
    const one = (await upload(site, narges, 'x.csv', lines(...story('غ-۱')))).body
    for (const verb of ['pause', 'resume'] as const)
      expect((await site.call(contract.imports[verb], { as: narges, params: { importId: one.id } })).status).toBe(409)
    await start(one)
    expect((await start(one)).status).toBe(409)
    await site.settle()
    expect((await site.call(contract.imports.discard, { as: narges, params: { importId: one.id } })).status).toBe(409)
  })

  test('arrival, start, end and discarding are in the audit trail', async () => {
    const done = await importContent(site, narges, { name: 'x.csv', content: lines(...story('ف-۱')), mapping: log })
    const other = (await upload(site, narges, 'x.csv', lines(...story('ف-۲')))).body
    await act('discard', other)
    const trail = await site.owner.query<{ action: string; actor: string | null }>(
      'select action, actor_id as actor from identity.audit_entry where subject_id = any($1) order by id',
      [[done.id, other.id]],
    )
    expect(trail.rows).toEqual([
      { action: 'import.uploaded', actor: narges.id },
      { action: 'import.started', actor: narges.id },
      { action: 'import.finished', actor: null },
      { action: 'import.uploaded', actor: narges.id },
      { action: 'import.discarded', actor: narges.id },
    ])
  })
})

describe('mappings', () => {
  test('one that names a column the file lacks is refused, field by field', async () => {
    const one = (await upload(site, narges, 'x.csv', lines(...story('ق-۱')))).body
    const reply = await start(one, {
      ...log,
      zone: 'Asia/Nowhere',
      columns: { ...log.columns, customer: 'خریدار', at: undefined },
      keyColumns: ['نیست'],
    })
    const problem = reply.body as unknown as { code: string; problems: { field: string; code: string; message: string }[] }
    expect(problem).toMatchObject({ code: 'invalid-input' })
    expect(problem.problems.map(({ field, code }) => [field, code])).toEqual([
      ['zone', 'no-such-zone'],
      ['columns.customer', 'no-such-column'],
      ['keyColumns.0', 'no-such-column'],
      ['columns.at', 'column-needed'],
    ])
    expect(problem.problems[1]?.message).toBe('ستون «خریدار» در این فایل نیست.')
  })

  test('dates that can be read in two ways must be settled by a person; clear ones are guessed', async () => {
    const doubtful = (await upload(site, narges, 'x.csv', lines('ل-۱,03/04/2016 09:00,برداشت,سارا رستگارفر,م-۱'))).body
    const reply = await start(doubtful, { ...log, dateFormats: {} })
    expect([reply.status, (reply.body as unknown as { problems: { field: string; code: string }[] }).problems[0]]).toMatchObject([
      422,
      { field: 'dateFormats.تاریخ', code: 'ambiguous-dates' },
    ])
    const clear = await importContent(site, narges, {
      name: 'x.csv',
      content: lines(...story('ل-۲')),
      mapping: { ...log, dateFormats: {} },
    })
    expect(clear).toMatchObject({ state: 'done', mapping: { dateFormats: { تاریخ: 'jalali-ymd-time' } } })
  })

  test('the preview shows how the file is written, what its columns hold, and a mapping to begin with', async () => {
    const one = (await upload(site, narges, 'دفتر ۱۴۰۳.csv', lines(...story('م-۱')))).body
    const { body } = await site.call(contract.imports.preview, { as: narges, params: { importId: one.id } })
    expect(body.format).toEqual({ kind: 'text', encoding: 'utf-8', delimiter: ',', sheet: null, compressed: false })
    expect(body.columns.map((column) => [column.name, column.dateFormat, column.dateAmbiguous])).toEqual([
      ['شماره', null, false],
      ['تاریخ', 'jalali-ymd-time', false],
      ['رویداد', null, false],
      ['کارشناس', null, false],
      ['مشتری', null, false],
    ])
    expect([body.rows.length, body.failure]).toEqual([4, null])
    expect(body.suggestion).toMatchObject({
      kind: 'event-log',
      source: 'دفتر',
      zone: 'Asia/Tehran',
      columns: log.columns,
      dateFormats: log.dateFormats,
      activities: {
        برداشت: { event: 'taken' },
        'حل شد': { event: 'resolved' },
        'بسته شد': { event: 'closed' },
        'تماس مشتری': { event: 'other' },
      },
    })
  })

  test('tried on the first rows, a mapping shows the requests it makes and what is wrong, and keeps nothing', async () => {
    const one = (await upload(site, narges, 'x.csv', lines(...story('ن-۱'), 'ن-۲,31/31/31,برداشت,سارا رستگارفر,م-۱'))).body
    const { body } = await site.call(contract.imports.tryMapping, { as: narges, params: { importId: one.id }, body: log })
    expect(body.rowsTried).toBe(5)
    expect(body.problems).toMatchObject([{ row: 6, column: 'تاریخ' }])
    expect(body.requests.map(({ number, customer, events }) => [number, customer, events.map((event) => event.kind)])).toEqual([
      ['ن-۱', 'م-۱', ['other', 'taken', 'resolved', 'closed']],
    ])
    expect([await requests(), (await showImport(site, narges, one.id)).state]).toEqual([[], 'uploaded'])
  })

  test('are saved under a name, replaced under the same name, and used again', async () => {
    for (const zone of ['UTC', 'Asia/Tehran']) {
      const one = (await upload(site, narges, 'x.csv', lines(...story('و-۱')))).body
      const started = await site.call(contract.imports.start, {
        as: narges,
        params: { importId: one.id },
        body: { mapping: { ...log, zone }, saveAs: 'دفتر قدیم' },
      })
      expect(started.body.mappingName).toBe('دفتر قدیم')
    }
    const saved = await site.call(contract.imports.mappings, { as: narges })
    expect(saved.body.mappings.map(({ name, mapping }) => [name, mapping.zone])).toEqual([['دفتر قدیم', 'Asia/Tehran']])
    await site.settle()
  })
})

test('a colleague of a sibling unit sees nothing of an import, not even that it is there', async () => {
  const [first, second] = [await site.addUnit('فروش شمال'), await site.addUnit('فروش جنوب')]
  const laleh = await site.addPerson('لاله صدر', { unitId: first, grants: { 'imports.run': 'unit' } })
  const kaveh = await site.addPerson('کاوه مهرآیین', { unitId: second, grants: { 'imports.run': 'unit' } })
  const list = async (as: TestPerson) => (await site.call(contract.imports.list, { as, query: {} })).text
  const before = await list(kaveh)
  const { body } = await upload(site, laleh, 'x.csv', lines(...story('ه-۱')))
  expect(await list(kaveh)).toBe(before)
  expect(await list(laleh)).toContain(body.id)
  const params = { importId: body.id }
  const missing = { importId: '01a20000-0000-7000-8000-000000000000' }
  for (const verb of ['show', 'preview', 'errors'] as const) {
    const [hidden, none] = [
      await site.call(contract.imports[verb], { as: kaveh, params }),
      await site.call(contract.imports[verb], { as: kaveh, params: missing }),
    ]
    expect([hidden.status, hidden.text]).toEqual([404, none.text])
  }
  for (const verb of ['pause', 'resume', 'discard'] as const)
    expect((await site.call(contract.imports[verb], { as: kaveh, params })).status).toBe(404)
})

test('the list pages from the newest to the oldest', async () => {
  const seen: string[] = []
  for (let after: string | undefined; ;) {
    const { body } = await site.call(contract.imports.list, { as: narges, query: { limit: 3, ...(after && { after }) } })
    seen.push(...body.rows.map((row) => row.createdAt))
    after = body.next
    if (after === undefined) break
  }
  expect(seen.length).toBeGreaterThan(10)
  expect(seen).toEqual(seen.toSorted().toReversed())
})
