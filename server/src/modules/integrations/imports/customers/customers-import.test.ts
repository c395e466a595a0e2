import { contract } from '@parvandeh/contract'
import type { CustomerMapping } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCustomer, personFile, accessPoint } from '../../../../testing/customers-builders.ts'
import { newField } from '../../../../testing/fields-builders.ts'
import { importCustomers, showImport, upload, workUntilKilled } from '../../../../testing/import-builders.ts'
import type { ImportView } from '../../../../testing/import-builders.ts'
import { openTestApp } from '../../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../../testing/open-test-app.ts'

const { imports, customers } = contract
const grants = { 'imports.run': 'all', 'customers.read': 'all', 'customers.write': 'all', 'interactions.write': 'all' } as const
const everyClass = ['public', 'internal', 'sensitive', 'financial']
let site: TestApp
let parisa: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  parisa = await site.addPerson('پریسا واردکننده', { grants, fieldClasses: everyClass, unitId: await site.addUnit('فروش تهران') })
})
afterAll(() => site.close())

const header = 'کد مشتری,نام,نام خانوادگی,کد ملی,موبایل,تلفن,ایمیل,استان,شهر,نشانی,کد پستی,تاریخ تولد,جنسیت'
const lines = (...rows: string[]) => [header, ...rows].join('\n')
const sara = '۱۲,سارا,رستگارفر,0012345679,09121234567,021-88776655,sara@example.org,تهران,تهران,خیابان یک,1998795614,1370/05/12,زن'

async function filesNamed(lastName: string) {
  const rows = (await site.call(customers.list, { as: parisa, query: { q: lastName } })).body.rows
  const files = []
  for (const { customerId } of rows) files.push((await site.call(customers.show, { as: parisa, params: { customerId } })).body)
  return files
}

const errorsOf = async ({ id }: ImportView) =>
  (await site.call(imports.errors, { as: parisa, params: { importId: id } })).text.trim().split('\r\n').slice(1)

describe('a file of customers', () => {
  test('becomes files: codes, ways to reach, places and days in their places, tidied', async () => {
    const done = await importCustomers(site, parisa, { content: lines(sara) })
    expect(done).toMatchObject({ state: 'done', customers: { created: 1, refused: 0, doubtful: 0 }, can: { undo: true, discard: false } })
    const [file] = await filesNamed('رستگارفر')
    expect(file).toMatchObject({
      kind: 'person',
      firstName: 'سارا',
      nationalCode: '0012345679',
      birthDate: '1991-08-03',
      gender: 'female',
      unitId: parisa.unitId,
      provisional: false,
    })
    expect(file?.accessPoints.map(({ kind, value, postalCode }) => [kind, value, postalCode])).toEqual([
      ['mobile', '+989121234567', null],
      ['phone', '+982188776655', null],
      ['email', 'sara@example.org', null],
      ['address', 'خیابان یک', '1998795614'],
    ])
    const places = (await site.call(customers.places, { as: parisa })).body
    expect(places.cities.find(({ id }) => id === file?.cityId)?.name).toBe('تهران')
  })

  test('values come from the import and its row (C3)', async () => {
    await importCustomers(site, parisa, { content: lines('۱۳,مینا,خاستگاهی,,09121234568,,,,,,,,') })
    const found = await site.owner.query(`select source_kind, source_row from customers.customer where last_name = 'خاستگاهی'`)
    expect(found.rows).toEqual([{ source_kind: 'import', source_row: 1 }])
  })

  test('imported again it adds nothing: the key of the other system is known', async () => {
    const again = await importCustomers(site, parisa, { content: lines(sara) })
    expect(again.customers).toMatchObject({ created: 0, same: 1 })
    expect(await filesNamed('رستگارفر')).toHaveLength(1)
  })

  test('is seen on the timeline of each file, and once in the audit trail', async () => {
    const [file] = await filesNamed('رستگارفر')
    const lines = (await site.call(customers.timeline, { as: parisa, params: { customerId: file?.customerId ?? '' }, query: {} })).body.rows
    expect(lines.map(({ kind }) => kind)).toEqual(['customer.created'])
    const trail = await site.owner.query(`select count(*)::int from identity.audit_entry where action = 'import.finished'`)
    expect(trail.rows[0].count).toBe(3)
  })

  test('with organisations, whole names, several numbers in a cell and zeros that a spreadsheet took', async () => {
    const content = [
      'نام مشتری;نوع مشتری;کد ملی;شناسه ملی;تلفن ۱;تلفن ۲',
      'شرکت نمونهٔ آبان;حقوقی;;10380284790;021-22334455 ؛ 09351112233;',
      'سید محمد حسینی نمونه;حقیقی;23456787;;;۰۹۱۲۰۰۰۱۱۲۲',
    ].join('\n')
    const { id } = (await upload(site, parisa, 'حساب.csv', content, 'customers')).body
    const preview = (await site.call(imports.previewCustomers, { as: parisa, params: { importId: id } })).body
    expect(preview.shortCodes).toBe(1)
    const done = await importCustomers(site, parisa, { content, change: { padCodes: true } })
    expect(done.customers).toMatchObject({ created: 2 })
    const [company] = await filesNamed('نمونهٔ آبان')
    expect(company).toMatchObject({ kind: 'organisation', organisationName: 'شرکت نمونهٔ آبان', companyNationalId: '10380284790' })
    expect(company?.accessPoints.map(({ kind, value }) => [kind, value])).toEqual([
      ['phone', '+982122334455'],
      ['mobile', '+989351112233'],
    ])
    expect((await filesNamed('حسینی نمونه'))[0]).toMatchObject({
      firstName: 'سید محمد',
      lastName: 'حسینی نمونه',
      nationalCode: '0023456787',
    })
  })

  test.each([
    [
      'Google',
      'First Name,Last Name,Organization Name,Birthday,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Value,Address 1 - Street,Address 1 - City,Address 1 - Postal Code\nلادن,گوگلی,,1990-01-05,کار,ladan@example.org,همراه,0912 111 0001 ::: 021 4455 6677,,خیابان دو,قم,',
    ],
    [
      'Outlook',
      'First Name,Last Name,Company,Business Street,Business City,Business Postal Code,Mobile Phone,Business Phone,E-mail Address,Birthday\nلادن,اوت‌لوکی,,خیابان سه,قم,,09121110002,021 4455 6677,ladan2@example.org,1990-01-05',
    ],
  ])('in the columns of %s is known by them', async (program, content) => {
    expect((await importCustomers(site, parisa, { content })).customers).toMatchObject({ created: 1, doubtful: 0 })
    const [file] = await filesNamed(program === 'Google' ? 'گوگلی' : 'اوت‌لوکی')
    expect(file?.accessPoints.map(({ kind }) => kind).toSorted()).toEqual(['address', 'email', 'mobile', 'phone'])
    expect(file).toMatchObject({ birthDate: '1990-01-05', cityId: expect.any(Number) })
    expect(file?.accessPoints.find(({ kind }) => kind === 'email')?.label).toBe(program === 'Google' ? 'کار' : null)
  })

  test('as vCards is read with the same mapping as any other', async () => {
    const card =
      'BEGIN:VCARD\nVERSION:4.0\nN:کارت‌دار;نسترن;;;\nFN:نسترن کارت‌دار\nTEL;TYPE="cell,voice":+98 912 000 7788\nEMAIL:nastaran@example.org\nEND:VCARD\n'
    expect((await importCustomers(site, parisa, { name: 'تماس‌ها.vcf', content: card.repeat(2) })).customers).toMatchObject({
      created: 1,
      repeated: 1,
    })
    expect((await filesNamed('کارت‌دار'))[0]?.accessPoints.map(({ value, label }) => [value, label])).toEqual([
      ['+989120007788', 'cell'],
      ['nastaran@example.org', null],
    ])
  })
})

describe('what looks wrong', () => {
  const doubtful = '۲۱,بابک,شک‌دار,1234567890,0912123,,not-an-email,ناکجا,,خیابان یک,123,1403/13/01,؟'
  const dateFormats = { 'تاریخ تولد': 'jalali-ymd' }

  test('is kept to be settled later and named cell by cell', async () => {
    const done = await importCustomers(site, parisa, { content: lines(doubtful, '۲۲,,,,,,,,,,,,'), change: { dateFormats } })
    expect(done.customers).toMatchObject({ created: 1, refused: 1, doubtful: 1 })
    const problems = await errorsOf(done)
    expect(problems.map((line) => line.split(',').slice(0, 2).join(' ')).toSorted()).toEqual(
      ['2 کد ملی', '2 موبایل', '2 ایمیل', '2 استان', '2 تاریخ تولد', '2 جنسیت', '2 نشانی', '3 '].toSorted(),
    )
    const [file] = await filesNamed('شک‌دار')
    expect(file?.problems.map(({ field, reason }) => [field, reason])).toEqual(expect.arrayContaining([['nationalCode', null]]))
  })

  test('is left out, or refuses its row, where the mapping says so', async () => {
    const left = await importCustomers(site, parisa, {
      content: lines(doubtful.replace('۲۱', '۲۳').replace('شک‌دار', 'کم‌داده')),
      change: { doubts: 'leave-out', dateFormats },
    })
    expect(left.customers).toMatchObject({ created: 1, doubtful: 1 })
    expect((await filesNamed('کم‌داده'))[0]).toMatchObject({ nationalCode: null, accessPoints: [] })
    const refused = await importCustomers(site, parisa, {
      content: lines(doubtful.replace('۲۱', '۲۴'), sara),
      change: { doubts: 'refuse', dateFormats },
    })
    expect(refused.customers).toMatchObject({ created: 0, refused: 1, same: 1 })
  })
})

describe('a customer who has a file', () => {
  const row = (over: Partial<Record<'key' | 'first' | 'code' | 'mobile' | 'mail', string>>) =>
    lines(
      [
        over.key ?? '',
        over.first ?? 'نیلوفر',
        'هماهنگی',
        over.code ?? '',
        over.mobile ?? '',
        '',
        over.mail ?? '',
        '',
        '',
        '',
        '',
        '',
        '',
      ].join(','),
    )
  beforeAll(async () => {
    await newCustomer(
      site,
      parisa,
      personFile({
        firstName: 'نیلوفر',
        lastName: 'هماهنگی',
        nationalCode: '0084575948',
        accessPoints: [accessPoint('mobile', '09127770001')],
      }),
    )
  })

  test('is known by the national code, and only what is empty is filled', async () => {
    const done = await importCustomers(site, parisa, { content: row({ first: 'نیلو', code: '0084575948', mail: 'n@example.org' }) })
    expect(done.customers).toMatchObject({ created: 0, updated: 1 })
    const [file] = await filesNamed('هماهنگی')
    expect(file).toMatchObject({ firstName: 'نیلوفر', version: 2 })
    expect(file?.accessPoints.map(({ kind }) => kind)).toEqual(['mobile', 'email'])
  })

  test('is known by telephone and name, whatever the order of the name, and left where matches are to be left', async () => {
    const done = await importCustomers(site, parisa, { content: row({ mobile: '+989127770001' }), change: { onMatch: 'skip' } })
    expect(done.customers).toMatchObject({ skipped: 1, created: 0 })
  })

  test('is somebody else when the national code differs: father and son share a telephone', async () => {
    const done = await importCustomers(site, parisa, { content: row({ code: '0499370899', mobile: '09127770001' }), trial: true })
    expect(done).toMatchObject({ state: 'checked', trial: { created: 1 } })
  })

  test('gets what the row says written over it where the mapping says so', async () => {
    const done = await importCustomers(site, parisa, {
      content: row({ first: 'نیلوفرِ نو', code: '0084575948' }),
      change: { onMatch: 'overwrite' },
    })
    expect(done.customers).toMatchObject({ updated: 1 })
    expect((await filesNamed('هماهنگی'))[0]).toMatchObject({ firstName: 'نیلوفرِ نو', version: 3 })
    const taken = await site.call(imports.undo, { as: parisa, params: { importId: done.id } })
    expect(taken.body.state).toBe('undoing')
    await site.settle()
    expect(await showImport(site, parisa, done.id)).toMatchObject({ state: 'undone', undone: { removed: 0, restored: 1, kept: 0 } })
    expect((await filesNamed('هماهنگی'))[0]).toMatchObject({ firstName: 'نیلوفر' })
  })

  test('that fits two files is written in neither, and reported', async () => {
    for (const mobile of ['09127770002', '09127770003']) {
      await newCustomer(site, parisa, personFile({ firstName: 'جفت', lastName: 'دوپرونده', accessPoints: [accessPoint('mobile', mobile)] }))
    }
    const content = 'نام;نام خانوادگی;موبایل;موبایل ۲\nجفت;دوپرونده;09127770002;09127770003'
    const done = await importCustomers(site, parisa, { content })
    expect(done.customers).toMatchObject({ ambiguous: 1, created: 0, updated: 0 })
    expect((await errorsOf(done))[0]).toContain('More than one file fits this row')
  })

  test('out of the reach of whoever imports is not touched, and nothing tells of it', async () => {
    const reza = await site.addPerson('رضا محدود', {
      grants: { ...grants, 'customers.read': 'team', 'customers.write': 'team' },
      fieldClasses: everyClass,
      unitId: await site.addUnit('فروش شیراز'),
    })
    const done = await importCustomers(site, reza, { content: row({ code: '0084575948', mail: 'x@example.org' }), trial: true })
    expect(done.trial).toMatchObject({ created: 1, refused: 0, updated: 0 })
    const elsewhere = await importCustomers(site, reza, {
      content: row({ code: '0084575948' }),
      change: { unitId: parisa.unitId },
      trial: true,
    })
    expect(elsewhere.failure?.code).toBe('no-row-readable')
  })

  test('whose fields one may not read cannot be asked for by an import either', async () => {
    const blind = await site.addPerson('کم‌دید', { grants, fieldClasses: ['public', 'internal'], unitId: parisa.unitId })
    await expect(importCustomers(site, blind, { content: row({ code: '0084575948' }) })).rejects.toThrow(/کد ملی/u)
  })
})

describe("the organisation's own fields", () => {
  test('C5: are known by their names and filled by their types; money asks for its unit; of unique values no two files get the same', async () => {
    const keeper = await site.addPerson('فرزانه ویژگی', { grants: { ...grants, 'customers.fields': 'all' }, fieldClasses: everyClass })
    const label = (fa: string) => ({ fa, en: null })
    const [credit, since, member] = [
      await newField(site, keeper, { type: 'money', label: label('سقف خرید') }),
      await newField(site, keeper, { type: 'date', label: label('عضویت') }),
      await newField(site, keeper, { type: 'text', label: label('شمارهٔ عضویت'), unique: true }),
    ]
    const content = [
      'نام,نام خانوادگی,سقف خرید,عضویت,شمارهٔ عضویت',
      'رها,ویژه‌دار,"۱۲٬۵۰۰",1402/02/03,ع-۱',
      'رها,دیگردار,زیاد,1402/02/03,ع-۱',
    ].join('\n')
    const { id } = (await upload(site, parisa, 'اعضا.csv', content, 'customers')).body
    const params = { importId: id }
    const { suggestion } = (await site.call(imports.previewCustomers, { as: parisa, params })).body
    expect(suggestion.columns.map(({ to }) => to)).toEqual([
      'firstName',
      'lastName',
      `x.${credit.key}`,
      `x.${since.key}`,
      `x.${member.key}`,
    ])
    const unasked = await site.call(imports.startCustomers, {
      as: parisa,
      params,
      body: { mapping: suggestion, saveAs: null, trial: false },
    })
    expect(unasked).toMatchObject({ status: 422, body: { problems: [{ field: 'moneyUnits.سقف خرید', code: 'unit-needed' }] } })
    const done = await importCustomers(site, parisa, { content, change: { moneyUnits: { 'سقف خرید': 'toman' } } })
    expect(done.customers).toMatchObject({ created: 1, refused: 1 })
    const [file] = await filesNamed('ویژه‌دار')
    expect(file?.custom).toEqual({ [credit.key]: 125_000, [since.key]: '2023-04-23', [member.key]: 'ع-۱' })
    expect((await errorsOf(done)).join()).toMatch(/سقف خرید.*Another file holds|must be unique/su)
    await site.call(imports.undo, { as: parisa, params: { importId: done.id } })
    await site.settle()
    expect((await importCustomers(site, parisa, { content, change: { moneyUnits: { 'سقف خرید': 'rial' } } })).customers).toMatchObject({
      created: 1,
    })
  })
})

describe('a trial', () => {
  test('tells what would become of each row and writes nothing; the import then does just that', async () => {
    const content = lines(
      ...Array.from({ length: 40 }, (_, n) => `ت-${n},آزمون,پیش‌بینی ${n},,0912555${String(1000 + n)},,,,,,,,`),
      'ت-3,آزمون,پیش‌بینی 3,,09125559999,,,,,,,,',
      sara,
      'ت-90,نادرست,پیش‌بینی,123,,,,,,,,,',
      ',,,,,,,,,,,,',
    )
    const count = async () => (await site.owner.query('select count(*)::int as n, sum(version)::int as v from customers.customer')).rows[0]
    const before = await count()
    const tried = await importCustomers(site, parisa, { content, trial: true })
    expect(tried.trial).toEqual({ created: 41, updated: 0, same: 1, skipped: 0, repeated: 1, ambiguous: 0, refused: 1, doubtful: 1 })
    expect(await count()).toEqual(before)
    const params = { importId: tried.id }
    await site.call(imports.startCustomers, {
      as: parisa,
      params,
      body: { mapping: tried.customerMapping!, saveAs: 'پیشین', trial: false },
    })
    await site.settle()
    expect((await showImport(site, parisa, tried.id)).customers).toEqual(tried.trial)
  })

  test('a mapping that was saved comes back with the next file of the same headers', async () => {
    const { id } = (await upload(site, parisa, 'دیگر.csv', lines(sara).replace('کد مشتری', 'كد مشتري'), 'customers')).body
    const preview = (await site.call(imports.previewCustomers, { as: parisa, params: { importId: id } })).body
    expect(preview.remembered).toBe('پیشین')
    expect(preview.suggestion.source).toBe('مشتریان')
  })

  test('of the first rows shows each cell as it would be kept', async () => {
    const { id } = (await upload(site, parisa, 'x.csv', lines('۷,نو,آزموده,1,0912 999 0011,,a@b,,,,,,'), 'customers')).body
    const params = { importId: id }
    const { suggestion } = (await site.call(imports.previewCustomers, { as: parisa, params })).body
    const tried = (await site.call(imports.tryCustomers, { as: parisa, params, body: suggestion })).body
    expect(tried.rows[0]).toMatchObject({ row: 2, outcome: 'created', cells: { موبایل: '+989129990011', 'نام خانوادگی': 'آزموده' } })
    expect(tried.problems.map(({ column, kept }) => [column, kept])).toEqual([
      ['کد ملی', true],
      ['ایمیل', true],
    ])
  })
})

describe('a process that is killed', () => {
  const many = lines(...Array.from({ length: 3500 }, (_, n) => `ک-${n},کشته,ناتمام ${n},,0913${String(1_000_000 + n)},,,,,,,,`))

  test('loses nothing of what was in, and goes on behind it; each customer has one file', async () => {
    const { body } = await upload(site, parisa, 'بزرگ.csv', many, 'customers')
    const params = { importId: body.id }
    const { suggestion } = (await site.call(imports.previewCustomers, { as: parisa, params })).body
    await site.call(imports.startCustomers, { as: parisa, params, body: { mapping: suggestion, saveAs: null, trial: false } })
    await workUntilKilled(site, body.id, { rowsRead: 2000 })
    const inFiles = async () =>
      (await site.owner.query(`select count(*)::int as n from customers.customer where first_name = 'کشته' and not gone`)).rows[0].n
    expect(await inFiles()).toBe(2000)
    const paused = await site.call(imports.pause, { as: parisa, params })
    expect(paused.body).toMatchObject({ state: 'paused', rowsRead: 2000, can: { resume: true, discard: false, undo: true, start: false } })
    await site.call(imports.resume, { as: parisa, params })
    await site.settle()
    expect(await showImport(site, parisa, body.id)).toMatchObject({ state: 'done', customers: { created: 3500, repeated: 0 } })
    expect(await inFiles()).toBe(3500)
  })

  test('all of it is taken back: what was worked on since stays, and is told beforehand', async () => {
    const [{ id }] = (await site.owner.query(`select id from integrations.import where file_name = 'بزرگ.csv'`)).rows as [{ id: string }]
    const params = { importId: id }
    const some = (await site.call(customers.list, { as: parisa, query: { q: 'ناتمام', limit: 2 } })).body.rows
    const [changed, called] = [some[0]?.customerId ?? '', some[1]?.customerId ?? '']
    await site.call(customers.patch, { as: parisa, params: { customerId: changed }, body: { version: 1, district: 'هفت' } })
    const body = {
      kind: 'call',
      direction: 'in',
      channel: 'phone',
      personId: null,
      startedAt: site.clock.now.toISOString(),
      minutes: 3,
      subject: 'پیگیری',
      body: '',
    } as const
    expect((await site.call(contract.interactions.log, { as: parisa, params: { customerId: called }, body })).status).toBe(200)
    await site.settle()
    expect((await site.call(imports.undoPreview, { as: parisa, params })).body).toEqual({
      removed: 3498,
      restored: 0,
      kept: 2,
      more: false,
    })
    await site.call(imports.undo, { as: parisa, params })
    await workUntilKilled(site, id, { state: 'undoing' }).catch(() => undefined)
    await site.call(imports.pause, { as: parisa, params })
    await site.call(imports.resume, { as: parisa, params })
    await site.settle()
    expect(await showImport(site, parisa, id)).toMatchObject({
      state: 'undone',
      undone: { removed: 3498, restored: 0, kept: 2 },
      can: { undo: false, resume: false },
    })
    const left = (await site.call(customers.list, { as: parisa, query: { q: 'ناتمام' } })).body.rows.map(({ customerId }) => customerId)
    expect(left.toSorted()).toEqual([changed, called].toSorted())
    const again = await importCustomers(site, parisa, { content: many, trial: true })
    expect(again.trial).toMatchObject({ created: 3498, same: 2 })
  })
})

describe('files that are out to harm', () => {
  test.each<[string, () => string | Buffer, Partial<NonNullable<ImportView['customers']>>]>([
    [
      'a quote that is never closed',
      () =>
        lines(
          ...Array.from({ length: 20 }, (_, n) => `گ-${n},"سالم","گیومه، ${n}",,0912666${String(1000 + n)},,,,,,,,`),
          'ه-۱,"نیم,گیومه,,,,,,,,,,',
          'ه-۲,سالم,بی‌گیومه,,09124440001,,,,,,,,',
        ),
      { created: 21, refused: 1 },
    ],
    ['a NUL', () => lines('ه-۴,نو\0ل,تهی,,09124440003,,,,,,,,', 'ه-۵,سالم,تهی,,09124440004,,,,,,,,'), { created: 1, refused: 1 }],
    [
      'a cell of five million letters',
      () => lines(`ه-۶,${'ب'.repeat(5_000_000)},بلند,,,,,,,,,,`, 'ه-۷,سالم,بلند,,09124440005,,,,,,,,'),
      { created: 1, refused: 1 },
    ],
    [
      'a card with a picture of ten million letters',
      () => `BEGIN:VCARD\nVERSION:3.0\nFN:عکس‌دار نمونه\nPHOTO;ENCODING=b;TYPE=JPEG:${'A'.repeat(10_000_000)}\nTEL:09124440006\nEND:VCARD\n`,
      { created: 1 },
    ],
    [
      'cards within cards without end',
      () =>
        `BEGIN:VCARD\nVERSION:2.1\nFN:تودرتو نمونه\nTEL:09124440007\n${'AGENT:\nBEGIN:VCARD\nFN:نماینده\n'.repeat(5000)}${'END:VCARD\n'.repeat(5001)}`,
      { created: 1 },
    ],
    [
      'letters of no encoding',
      () =>
        Buffer.concat([
          Buffer.from(lines('ه-۸,سالم,کدگذاری,,09124440008,,,,,,,,', 'ه-۹,')),
          Buffer.from([0xd8, 0xff, 0xfe]),
          Buffer.from(',خراب,,,,,,,,,,'),
        ]),
      { created: 1, refused: 1 },
    ],
  ])('%s spoils its row at the most', async (_, content, counts) => {
    const done = await importCustomers(site, parisa, { content: content() })
    expect(done).toMatchObject({ state: 'done', customers: counts })
    for (const line of await errorsOf(done)) expect(line.length).toBeLessThan(600)
  })

  test('ten thousand columns are refused with the reason', async () => {
    const wide = Array.from({ length: 10_000 }, (_, n) => `ستون${n}`).join(',')
    expect(await upload(site, parisa, 'پهن.csv', `${wide}\n${wide}`, 'customers')).toMatchObject({
      status: 422,
      body: { code: 'table-unreadable', problems: [{ code: 'too-many-columns' }] },
    })
  })

  test('a card without an end is told as a file cut short; what stood before it is in', async () => {
    const card = (n: number) => `BEGIN:VCARD\nFN:بریده ${n}\nTEL:0912333000${n}\nEND:VCARD\n`
    const done = await importCustomers(site, parisa, { name: 'بریده.vcf', content: `${card(1)}${card(2)}BEGIN:VCARD\nFN:نیمه` })
    expect(done).toMatchObject({ state: 'paused', failure: { code: 'truncated-file' }, customers: { created: 2 } })
    const resumed = await site.call(imports.resume, { as: parisa, params: { importId: done.id } })
    expect(resumed.body.state).toBe('done')
  })
})

test('an import of customers is not one of requests, nor the other way round', async () => {
  const { id } = (await upload(site, parisa, 'x.csv', lines(sara), 'customers')).body
  const params = { importId: id }
  expect((await site.call(imports.preview, { as: parisa, params })).status).toBe(404)
  const requests = (await upload(site, parisa, 'x.csv', lines(sara))).body
  expect((await site.call(imports.previewCustomers, { as: parisa, params: { importId: requests.id } })).status).toBe(404)
  const mapping = { kind: 'customers', source: 'x', columns: [{ column: 'نیست', to: 'firstName' }] } as unknown as CustomerMapping
  const refused = await site.call(imports.startCustomers, { as: parisa, params, body: { mapping, saveAs: null, trial: false } })
  expect(refused).toMatchObject({ status: 422, body: { problems: [{ field: 'columns.0', code: 'no-such-column' }] } })
})

test('a row of a customer whose file was removed says so, and leaves it removed', async () => {
  const remover = await site.addPerson('پاک‌بانو', { grants: { ...grants, 'customers.delete': 'all' }, fieldClasses: everyClass })
  const row = '۷۷,روجا,رفته‌نژاد,,,,,,,,,,'
  await importCustomers(site, parisa, { content: lines(row) })
  const [gone] = await filesNamed('رفته‌نژاد')
  const removal = { version: gone?.version ?? 0, reason: 'دیگر مشتری نیست' }
  await site.call(contract.removals.remove, { as: remover, params: { customerId: gone?.customerId ?? '' }, body: removal })
  const done = await importCustomers(site, parisa, { content: lines(row.replace('روجا', 'روژا')) })
  expect(done).toMatchObject({ customers: { created: 0, updated: 0, refused: 1 } })
  expect((await errorsOf(done)).join()).toContain('حذف شده است')
  expect(await filesNamed('رفته‌نژاد')).toEqual([])
})
