import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { accessPoint, newCustomer, organisationFile, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { openLog } from '../../../platform/log.ts'
import { compareChangedFiles } from '../index.ts'

const { check, create, change, patch, show } = contract.customers
const { list, decide, startScan, scan, settings, changeSettings, show: compare } = contract.duplicates
const all = { 'customers.read': 'all', 'customers.write': 'all' } as const

let site: TestApp
let clerk: TestPerson
let chief: TestPerson
let units: { here: string; there: string }
beforeAll(async () => {
  site = await openTestApp()
  units = { here: await site.addUnit('این‌جا'), there: await site.addUnit('آن‌جا') }
  clerk = await site.addPerson('مینا دوبین', { grants: all })
  chief = await site.addPerson('مهتاب گرداننده', { grants: { ...all, 'identity.manage': 'all' } })
})
afterAll(() => site.close())

type Given = Parameters<typeof personFile>[0]
const phones = new Map<string, number>()
const phoneOf = (name: string): string => {
  if (!phones.has(name)) phones.set(name, phones.size)
  return `0912000${String(phones.get(name)).padStart(4, '0')}`
}
const withPhone = (name: string, given: Given = {}) => personFile({ accessPoints: [accessPoint('mobile', phoneOf(name))], ...given })
/** Somebody who opens a file with a code that another has says why. */
const acceptedProblems = { nationalCode: 'کد ملی درست است' }
const add = (given: Given = {}, phone = 'آزاد', as = clerk) => newCustomer(site, as, withPhone(phone, { acceptedProblems, ...given }))
const warned = async (given: Given, phone: string, as = clerk, customerId?: string) =>
  (await site.call(check, { as, body: { ...withPhone(phone, given), customerId } })).body.duplicates
const tools = () => ({ runAsSystem: site.app.runAsSystem, log: openLog('silent'), signal: new AbortController().signal })
const shown = async (as = clerk, state: 'open' | 'not-duplicates' = 'open') => {
  await compareChangedFiles(tools())
  return (await site.call(list, { as, query: { state, limit: 200 } })).body.rows
}
const codesOf = (pairs: Awaited<ReturnType<typeof shown>>) =>
  pairs.map(({ files }) =>
    files
      .map(({ code }) => code)
      .toSorted()
      .join('+'),
  )
const pairCode = (...files: { code: string }[]) =>
  files
    .map(({ code }) => code)
    .toSorted()
    .join('+')

describe('before saving, the form', () => {
  test('tells of a file that the customer may have already, and why', async () => {
    const file = await add({ firstName: 'علی‌رضا', lastName: 'نورایی‌فرد' }, 'علیرضا')
    expect(await warned({ firstName: 'سید عليرضا', lastName: 'نورایی فرد' }, 'علیرضا')).toMatchObject([
      {
        customerId: file.customerId,
        code: file.code,
        displayName: 'علی‌رضا نورایی‌فرد',
        reasons: ['mobile', 'name-same'],
        sentence: 'شمارهٔ همراه یکی است و نام یکی است.',
      },
    ])
    const [near] = await warned({ firstName: 'علیرضا', lastName: 'نوراییفدر' }, 'علیرضا')
    expect(near).toMatchObject({ reasons: ['mobile', 'name-near'], sentence: 'شمارهٔ همراه یکی است و نام شبیه است.' })
    const english = await site.call(check, {
      as: clerk,
      language: 'en',
      body: withPhone('علیرضا', { firstName: 'نورایی‌فرد', lastName: 'علی‌رضا' }),
    })
    expect(english.body.duplicates[0]?.sentence).toBe('The mobile number is the same and first and last name are swapped.')
  })

  test('says nothing of a file about itself, of a sister with the same number, or of a namesake', async () => {
    const file = await add({ firstName: 'نسرین', lastName: 'کوه‌پیما', fatherName: 'سهراب' }, 'کوه‌پیما')
    expect(await warned({ firstName: 'نسرین', lastName: 'کوه‌پیما' }, 'کوه‌پیما', clerk, file.customerId)).toEqual([])
    expect(await warned({ firstName: 'نسترن', lastName: 'کوه‌پیما', fatherName: 'سهراب' }, 'کوه‌پیما')).toEqual([])
    expect(await warned({ firstName: 'نسرین', lastName: 'کوه‌پیما' }, 'دیگری')).toEqual([])
  })

  test('never takes father and son for one, though they share name, house and telephone', async () => {
    await add({ firstName: 'رضا', lastName: 'بلوط‌کار', fatherName: 'حسن' }, 'بلوط‌کار')
    expect(await warned({ firstName: 'علی‌رضا', lastName: 'بلوط‌کار', fatherName: 'رضا' }, 'بلوط‌کار')).toEqual([])
  })

  test('remembers that this is somebody else', async () => {
    const file = await add({ firstName: 'پرویز', lastName: 'ابریشم‌چی' }, 'پرویز')
    const body = { ...withPhone('پرویز', { firstName: 'پرویز', lastName: 'ابریشمچی' }), notDuplicateOf: [file.customerId, newId()] }
    const made = (await site.call(create, { as: clerk, body })).body
    expect(await warned({ firstName: 'پرویز', lastName: 'ابریشمچی' }, 'پرویز', clerk, made.customerId)).toEqual([])
    expect(codesOf(await shown())).not.toContain(pairCode(file, made))
    expect(codesOf(await shown(clerk, 'not-duplicates'))).toContain(pairCode(file, made))
    const again = { ...body, version: made.version, notDuplicateOf: [] }
    expect((await site.call(change, { as: clerk, params: { customerId: made.customerId }, body: again })).status).toBe(200)
  })

  test('tells nobody of a file out of their sight, or by a value that they may not read', async () => {
    await add({ firstName: 'شیرین', lastName: 'پنهان‌دوست', unitId: units.there, nationalCode: '0012345679' }, 'شیرین')
    const here = await site.addPerson('سارا این‌جایی', {
      unitId: units.here,
      grants: { 'customers.read': 'team', 'customers.write': 'team' },
    })
    const there = await site.addPerson('سارا آن‌جایی', {
      unitId: units.there,
      grants: { 'customers.read': 'team', 'customers.write': 'team' },
    })
    const same = { firstName: 'شیرین', lastName: 'پنهان‌دوست', nationalCode: '0012345679' }
    const asked = { as: here, body: { ...withPhone('شیرین', same) } }
    const hidden = await site.call(check, asked)
    const missing = await site.call(check, { ...asked, body: withPhone('هیچ‌کس', same) })
    expect(hidden.text).toBe(missing.text)
    expect(await warned(same, 'شیرین', there)).toHaveLength(1)
    const plain = await site.addPerson('اپراتور آن‌جایی', { unitId: units.there, grants: all, fieldClasses: ['public', 'internal'] })
    expect(await warned({ nationalCode: '0012345679', lastName: 'پنهان‌دوست' }, 'بی‌ربط', plain)).toEqual([])
    const nameOnly = await site.addPerson('رهگذر', { unitId: units.there, grants: all, fieldClasses: ['public'] })
    expect(await warned(same, 'شیرین', nameOnly)).toEqual([])
  })

  test('a delicate value that was found in another file is put on record', async () => {
    const file = await add({ firstName: 'ثریا', lastName: 'ردنگار', nationalCode: '0499370899' }, 'ردنگار')
    const reader = await site.addPerson('خوانندهٔ کدها', { grants: all })
    await warned({ firstName: 'ثریا', lastName: 'ردنگار', nationalCode: '0499370899' }, 'شماره‌ای دیگر', reader)
    const trail = await site.owner.query(
      `select customer_id, after from identity.audit_entry where action = 'field.read' and actor_id = $1`,
      [reader.id],
    )
    expect(trail.rows).toEqual([{ customer_id: file.customerId, after: { fields: ['national-code'] } }])
  })

  test('a number that half the town gives is no reason to ask', async () => {
    for (let one = 0; one < 45; one += 1)
      await add({ firstName: 'کارمند', lastName: `شمارهٔ ${'ابپتثجچحخدذرزژسشصض'[one % 18]}${one}` }, 'تلفن‌خانه')
    expect(await warned({ firstName: 'بهمن', lastName: 'تازه‌وارد' }, 'تلفن‌خانه')).toEqual([])
  })
})

describe('the desk', () => {
  test('shows pairs with the likeliest first, a page at a time', async () => {
    const sure = [
      await add({ firstName: 'هوشنگ', lastName: 'میزبان', nationalCode: '0084575948' }, 'میزبان'),
      await add({ firstName: 'هوشنگ', lastName: 'میزبان', nationalCode: '0084575948' }, 'میزبان'),
    ] as const
    const likely = [
      await add({ firstName: 'تورج', lastName: 'میهمان' }, 'میهمان'),
      await add({ firstName: 'تورج', lastName: 'میهمن' }, 'میهمان'),
    ] as const
    const pairs = await shown()
    const codes = codesOf(pairs)
    expect(codes.indexOf(pairCode(...sure))).toBeLessThan(codes.indexOf(pairCode(...likely)))
    expect(pairs.map(({ score }) => score)).toEqual(pairs.map(({ score }) => score).toSorted((a, b) => b - a))
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = (await site.call(list, { as: clerk, query: { limit: 1, after } })).body
      seen.push(...codesOf(page.rows))
      after = page.next
    } while (after !== undefined)
    expect(seen).toEqual(codes)
  })

  test('organisations are one by their company ID or by name and number, but not the branch and the whole', async () => {
    const point = [accessPoint('phone', '02188990011')]
    const whole = await newCustomer(site, clerk, organisationFile('شرکت پخش مهتاب (سهامی خاص)', { accessPoints: point }))
    const again = await newCustomer(site, clerk, organisationFile('پخش مهتاب', { accessPoints: point }))
    const branch = await newCustomer(site, clerk, organisationFile('پخش مهتاب شعبهٔ شیراز', { accessPoints: point }))
    const codes = codesOf(await shown())
    expect(codes).toContain(pairCode(whole, again))
    expect(codes).not.toContain(pairCode(whole, branch))
    expect(codes).not.toContain(pairCode(again, branch))
  })

  test('a pair is for whoever sees both files, and is decided by whoever may write both', async () => {
    const one = await add({ firstName: 'کیان', lastName: 'مرزبان', unitId: units.here }, 'مرزبان')
    const other = await add({ firstName: 'کیان', lastName: 'مرزبان', unitId: units.there }, 'مرزبان')
    const half = await site.addPerson('نیمه‌بین', { unitId: units.here, grants: { 'customers.read': 'team', 'customers.write': 'all' } })
    const reader = await site.addPerson('بیننده', { unitId: units.here, grants: { 'customers.read': 'all', 'customers.write': 'team' } })
    expect(codesOf(await shown(half))).not.toContain(pairCode(one, other))
    const seen = (await shown(reader)).find((pair) => codesOf([pair])[0] === pairCode(one, other))
    expect(seen?.can).toEqual({ decide: false })
    const params = { customerId: one.customerId, otherId: other.customerId }
    const nobody = { customerId: one.customerId, otherId: newId() }
    for (const route of [compare, decide]) {
      const body = { state: 'not-duplicates' as const }
      const [hidden, missing] = [
        await site.call(route, { as: half, params, body }),
        await site.call(route, { as: half, params: nobody, body }),
      ]
      expect([hidden.status, hidden.text]).toEqual([404, missing.text])
    }
    expect((await site.call(decide, { as: reader, params, body: { state: 'not-duplicates' } })).status).toBe(403)
    expect((await site.call(decide, { as: clerk, params, body: { state: 'not-duplicates' } })).status).toBe(200)
    expect(codesOf(await shown())).not.toContain(pairCode(one, other))
  })

  test('who may not read delicate fields is shown pairs by what they may read, and no reason beyond', async () => {
    const byCode = [
      await add({ firstName: 'سهیلا', lastName: 'رازدار', nationalCode: '0067749828' }, 'رازدار ۱'),
      await add({ firstName: 'سهیلا', lastName: 'رازدار', nationalCode: '0067749828' }, 'رازدار ۲'),
    ] as const
    const both = [
      await add({ firstName: 'سیما', lastName: 'رازبان', nationalCode: '0013542419' }, 'رازبان'),
      await add({ firstName: 'سیما', lastName: 'رازبان', nationalCode: '0013542419' }, 'رازبان'),
    ] as const
    expect(codesOf(await shown())).toEqual(expect.arrayContaining([pairCode(...byCode), pairCode(...both)]))
    const plain = await site.addPerson('اپراتور میز', { grants: all, fieldClasses: ['public', 'internal'] })
    const pairs = await shown(plain)
    expect(codesOf(pairs)).not.toContain(pairCode(...byCode))
    expect(pairs.find((pair) => codesOf([pair])[0] === pairCode(...both))?.reasons).toEqual(['mobile', 'name-same'])
    const two = await site.call(compare, { as: plain, params: { customerId: byCode[0].customerId, otherId: byCode[1].customerId } })
    expect(two.body).toMatchObject({ pair: null, veto: null, files: [{ withheld: expect.arrayContaining(['nationalCode']) }, {}] })
    expect(await shown(await site.addPerson('بی‌شماره', { grants: all, fieldClasses: ['public'] }))).toEqual([])
  })

  test('what was decided stays, until the two come to share something new', async () => {
    const one = await add({ firstName: 'نادر', lastName: 'بازگشته' }, 'بازگشته')
    const other = await add({ firstName: 'نادر', lastName: 'بازگشته' }, 'بازگشته')
    const params = { customerId: other.customerId, otherId: one.customerId }
    await site.call(decide, { as: clerk, params, body: { state: 'not-duplicates' } })
    const edit = async (customerId: string, body: object) => {
      const { version } = (await site.call(show, { as: clerk, params: { customerId } })).body
      const changed = await site.call(patch, { as: clerk, params: { customerId }, body: { version, ...body } })
      expect(changed.status, changed.text).toBe(200)
    }
    await edit(one.customerId, { district: 'ونک', firstName: 'نادرقلی' })
    await edit(one.customerId, { firstName: 'نادر' })
    expect(codesOf(await shown())).not.toContain(pairCode(one, other))
    await edit(one.customerId, { birthDate: '1979-03-04' })
    await edit(other.customerId, { birthDate: '1979-03-04' })
    expect(codesOf(await shown())).toContain(pairCode(one, other))
    await edit(other.customerId, { firstName: 'بهرام' })
    expect(codesOf(await shown())).not.toContain(pairCode(one, other))
  })
})

describe('a scan of all files', () => {
  const found = async () => (await site.call(scan, { as: clerk })).body.scan
  const control = (what: 'start' | 'pause' | 'resume', as = chief) => site.call(startScan, { as, body: { what } })

  test('finds what the keys of files have in common, also of files that came past the product, and can be paused', async () => {
    const pair = [
      await add({ firstName: 'یلدا', lastName: 'شب‌نشین' }, 'شب‌نشین'),
      await add({ firstName: 'یلدا', lastName: 'شب‌نشین' }, 'شب‌نشین'),
    ] as const
    await site.owner.query('delete from customers.duplicate_key; delete from customers.duplicate_due; delete from customers.duplicate_pair')
    expect((await control('start', clerk)).status).toBe(403)
    expect((await control('start')).body).toMatchObject({ state: 'working', progress: 0 })
    expect((await control('start')).body).toMatchObject({ code: 'already-exists' })
    expect((await control('pause')).body.state).toBe('paused')
    await site.settle()
    expect(await found()).toMatchObject({ state: 'paused', progress: 0 })
    expect((await control('resume')).body.state).toBe('working')
    await site.settle()
    expect(await found()).toMatchObject({ state: 'done', progress: 1 })
    expect((await found())?.found).toBeGreaterThan(0)
    expect(codesOf((await site.call(list, { as: clerk, query: {} })).body.rows)).toContain(pairCode(...pair))
    expect((await control('resume')).status).toBe(409)
  })

  test('forgets open pairs of files that are no longer alike', async () => {
    const before = (await site.call(list, { as: clerk, query: { limit: 200 } })).body.rows
    expect(before.length).toBeGreaterThan(0)
    await site.owner.query('delete from customers.access_point; update customers.customer set national_code = null, birth_date = null')
    site.clock.now = new Date(site.clock.now.getTime() + 60_000)
    await control('start')
    await site.settle()
    expect((await site.call(list, { as: clerk, query: {} })).body.rows).toEqual([])
  })

  test('from which likelihood on pairs are shown is set by an administrator', async () => {
    const asked = { threshold: 0.97, automatic: false }
    expect((await site.call(settings, { as: clerk })).body).toEqual({ threshold: 0.9, automatic: false })
    expect((await site.call(changeSettings, { as: clerk, body: asked })).status).toBe(403)
    expect((await site.call(changeSettings, { as: chief, body: asked })).body).toEqual(asked)
    for (const threshold of [0, 0.2, 1, Number.NaN]) {
      expect((await site.call(changeSettings, { as: chief, body: { threshold, automatic: false } })).status).toBe(422)
    }
    await site.call(changeSettings, { as: chief, body: { threshold: 0.9, automatic: false } })
  })
})
