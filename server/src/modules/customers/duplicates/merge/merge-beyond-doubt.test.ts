import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLog } from '../../../../platform/log.ts'
import { accessPoint, newCustomer, organisationFile, personFile } from '../../../../testing/customers-builders.ts'
import { newField } from '../../../../testing/fields-builders.ts'
import { openTestApp } from '../../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../../testing/open-test-app.ts'
import { compareChangedFiles, customersByExternalKey } from '../../index.ts'

const { show, patch } = contract.customers
const { changeSettings, decide, list, merge, merges, undoMerge, startScan } = contract.duplicates
type Given = Parameters<typeof personFile>[0]

let site: TestApp
let chief: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  chief = await site.addPerson('مهتاب گرداننده', {
    grants: { 'customers.read': 'all', 'customers.write': 'all', 'identity.manage': 'all', 'customers.fields': 'all' },
  })
  await allow(true)
})
afterAll(() => site.close())

const allow = async (automatic: boolean, threshold = 0.9) => {
  const set = await site.call(changeSettings, { as: chief, body: { threshold, automatic } })
  expect(set.body, set.text).toEqual({ threshold, automatic })
}
const lookThrough = () =>
  compareChangedFiles({ runAsSystem: site.app.runAsSystem, log: openLog('silent'), signal: new AbortController().signal })

let serial = 0
/** A national code that nobody else has; its last digit follows from the others. */
function nextCode(): string {
  const digits = String(120_000_000 + (serial += 1)).padStart(9, '0')
  const rest = [...digits].reduce((sum, digit, place) => sum + Number(digit) * (10 - place), 0) % 11
  return digits + String(rest < 2 ? rest : 11 - rest)
}
const acceptedProblems = { nationalCode: 'کد ملی درست است', companyNationalId: 'شناسه درست است' }
const person = (given: Given = {}) =>
  newCustomer(site, chief, personFile({ acceptedProblems, firstName: 'هوتن', lastName: 'یگانه‌راد', ...given }))
const firm = (name: string, given: Given = {}) => newCustomer(site, chief, organisationFile(name, { acceptedProblems, ...given }))
/** Two files of one customer, the code and the name the same, with what else is said of each. */
async function twins(one: Given = {}, other: Given = {}) {
  const nationalCode = nextCode()
  return [await person({ nationalCode, ...one }), await person({ nationalCode, ...other })] as const
}
type File = Awaited<ReturnType<typeof person>>
const readIn = async ({ customerId }: File) => (await site.call(show, { as: chief, params: { customerId } })).body.customerId
const areOne = async (a: File, b: File) => (await readIn(a)) === (await readIn(b))
async function becomeOne(a: File, b: File): Promise<boolean> {
  await lookThrough()
  return areOne(a, b)
}
const mergesOf = async ({ customerId }: File) => (await site.call(merges, { as: chief, params: { customerId } })).body.rows
const two = (a: File, b: File) => ({ customerId: a.customerId, otherId: b.customerId })
const isShown = async (a: File, b: File, state: 'open' | 'not-duplicates') =>
  (await site.call(list, { as: chief, query: { state, limit: 200 } })).body.rows.some(({ files }) =>
    files.every(({ customerId }) => customerId === a.customerId || customerId === b.customerId),
  )

describe('where an administrator has allowed it, two files are merged by themselves', () => {
  test('if code and name are the same and nothing differs: nothing is lost, and the trail names the system', async () => {
    const phone = accessPoint('mobile', '09120007001')
    const [one, other] = await twins({ birthDate: '1982-04-23' }, { district: 'ونک', accessPoints: [phone] })
    expect(await becomeOne(one, other)).toBe(true)
    const left = (await site.call(show, { as: chief, params: { customerId: one.customerId } })).body
    expect(left).toMatchObject({ district: 'ونک', birthDate: '1982-04-23', accessPoints: [{ kind: 'mobile' }], mergedCount: 1 })
    expect(await mergesOf(one)).toMatchObject([{ mergedBy: null, can: { undo: true } }])
    const trail = await site.owner.query(
      `select actor_kind, actor_id from identity.audit_entry where action = 'customer.merged' and customer_id = $1`,
      [left.customerId],
    )
    expect(trail.rows).toEqual([{ actor_kind: 'system', actor_id: null }])
  })

  test('also organisations, and what a scan of all files finds', async () => {
    const companyNationalId = '10380284790'
    const [one, other] = [await firm('شرکت پگاه‌راه (سهامی خاص)', { companyNationalId }), await firm('پگاه راه', { companyNationalId })]
    await site.owner.query('delete from customers.duplicate_due')
    await site.call(startScan, { as: chief, body: { what: 'start' } })
    await site.settle()
    expect(await areOne(one, other)).toBe(true)
  })

  test('not before it is allowed, and then for what changes from then on', async () => {
    await allow(false)
    const [one, other] = await twins()
    expect(await becomeOne(one, other)).toBe(false)
    expect(await isShown(one, other, 'open')).toBe(true)
    await allow(true)
    const { version } = (await site.call(show, { as: chief, params: { customerId: one.customerId } })).body
    await site.call(patch, { as: chief, params: { customerId: one.customerId }, body: { version, fatherName: 'بهرام' } })
    expect(await becomeOne(one, other)).toBe(true)
  })
})

describe('however low the likelihood from which pairs are shown, never', () => {
  beforeAll(() => allow(true, 0.5))
  afterAll(() => allow(true))

  const sameMobile = { accessPoints: [accessPoint('mobile', '09120007100')] }
  const cases: [string, Given, Given][] = [
    ['a telephone and a name, and no code', { nationalCode: null, ...sameMobile }, { nationalCode: null, ...sameMobile }],
    ['a code in one of the two only', { ...sameMobile }, { nationalCode: null, ...sameMobile }],
    ['another code', { ...sameMobile }, { nationalCode: nextCode(), ...sameMobile }],
    ['another code of a foreign national', { foreignCode: '12345678' }, { foreignCode: '12345679' }],
    ['another economic code', { economicCode: '411111111111' }, { economicCode: '422222222222' }],
    ['another birth date', { birthDate: '1982-04-23' }, { birthDate: '1982-05-22' }],
    ['another gender', { gender: 'male' }, { gender: 'female' }],
    ['another father', { fatherName: 'بهرام' }, { fatherName: 'کاووس' }],
    ['a name that is like it and not the same', {}, { lastName: 'یگانه‌راز' }],
    ['father and son, though the son was given the code of the father', { firstName: 'رضا' }, { firstName: 'علی', fatherName: 'رضا' }],
    [
      'father and son with one name, who have it in another order',
      { firstName: 'رضا', fatherName: 'حسن' },
      { firstName: 'رضا', fatherName: 'رضا' },
    ],
  ]
  test.each(cases)('%s', async (_what, one, other) => {
    const [a, b] = await twins(one, other)
    expect(await becomeOne(a, b)).toBe(false)
  })

  test('an organisation and its branch, or two with different registration numbers', async () => {
    const companyNationalId = '14003778990'
    const whole = await firm('پخش سپیدار', { companyNationalId, registrationNumber: '1234' })
    const branch = await firm('پخش سپیدار شعبهٔ شیراز', { companyNationalId })
    const other = await firm('پخش سپیدار', { companyNationalId, registrationNumber: '4321' })
    expect(await becomeOne(whole, branch)).toBe(false)
    expect(await areOne(whole, other)).toBe(false)
  })

  test('files that not the same people see, or that two are responsible for', async () => {
    const [here, there] = [await site.addUnit('این‌جا'), await site.addUnit('آن‌جا')]
    const [mina, sina] = [await site.addPerson('مینا', { grants: {} }), await site.addPerson('سینا', { grants: {} })]
    for (const [a, b] of [
      await twins({ unitId: here }, { unitId: there }),
      await twins({ unitId: here }, {}),
      await twins({ unitId: here, ownerId: mina.id }, { unitId: here, ownerId: sina.id }),
    ])
      expect(await becomeOne(a, b)).toBe(false)
    const [a, b] = await twins({ unitId: here, ownerId: mina.id }, { unitId: here })
    expect(await becomeOne(a, b)).toBe(true)
  })

  test('customers whom another system, or a number of the organisation’s own, tells apart', async () => {
    const [one, other] = await twins()
    const known = await site.app.runAsSystem((context) =>
      customersByExternalKey(
        context,
        'shop',
        [
          { key: '1', name: null },
          { key: '2', name: null },
        ],
        null,
      ),
    )
    for (const [key, file] of [
      ['1', one],
      ['2', other],
    ] as const)
      await site.owner.query('update customers.identifier set customer_id = $2 where customer_id = $1', [known.get(key), file.customerId])
    expect(await becomeOne(one, other)).toBe(false)
    const number = await newField(site, chief, { label: { fa: 'شمارهٔ عضویت', en: null }, unique: true })
    const [member, namesake] = await twins({ custom: { [number.key]: '۱۷' } }, { custom: { [number.key]: '۱۸' } })
    expect(await becomeOne(member, namesake)).toBe(false)
    const [joined, unnumbered] = await twins({ custom: { [number.key]: '۱۹' } })
    expect(await becomeOne(joined, unnumbered)).toBe(true)
  })
})

describe('what people say holds', () => {
  const share = async (a: File, b: File, body: object) => {
    for (const { customerId } of [a, b]) {
      const { version } = (await site.call(show, { as: chief, params: { customerId } })).body
      const changed = await site.call(patch, { as: chief, params: { customerId }, body: { version, ...body } })
      expect(changed.status, changed.text).toBe(200)
    }
  }

  test('a pair that somebody called two customers is not merged, also when it is asked about again', async () => {
    const [one, other] = await twins()
    await site.call(decide, { as: chief, params: two(one, other), body: { state: 'not-duplicates' } })
    await share(one, other, { fatherName: 'بهرام' })
    expect(await becomeOne(one, other)).toBe(false)
    await share(one, other, { birthDate: '1982-04-23' })
    expect(await becomeOne(one, other)).toBe(false)
    expect(await isShown(one, other, 'open')).toBe(true)
    await site.call(decide, { as: chief, params: two(one, other), body: { state: 'open' } })
    await share(one, other, { gender: 'male' })
    expect(await becomeOne(one, other)).toBe(true)
  })

  test('nor is it by way of a third file that one of them was merged with', async () => {
    await allow(false)
    const [one, other] = await twins()
    const third = await person({ nationalCode: one.nationalCode ?? null })
    await site.call(decide, { as: chief, params: two(other, third), body: { state: 'not-duplicates' } })
    const body = { otherId: third.customerId, version: one.version, otherVersion: third.version, take: [] }
    expect((await site.call(merge, { as: chief, params: { customerId: one.customerId }, body })).status).toBe(200)
    await allow(true)
    await share(one, other, { fatherName: 'بهرام' })
    expect(await becomeOne(one, other)).toBe(false)
  })

  test('a merge that was taken back is not made again', async () => {
    const [one, other] = await twins()
    expect(await becomeOne(one, other)).toBe(true)
    const left = await readIn(one)
    const [made] = await mergesOf(one)
    expect((await site.call(undoMerge, { as: chief, params: { customerId: left, mergeId: made!.id } })).status).toBe(200)
    expect(await becomeOne(one, other)).toBe(false)
    expect(await isShown(one, other, 'not-duplicates')).toBe(true)
    await share(one, other, { firstName: 'کاوه' })
    await share(one, other, { firstName: 'هوتن', birthDate: '1982-04-23' })
    expect(await becomeOne(one, other)).toBe(false)
  })
})
