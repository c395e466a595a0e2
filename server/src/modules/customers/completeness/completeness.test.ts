import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessPoint, newCustomer, organisationFile, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { measureDay } from './measure-day.ts'

const { completeness, programmes, customers, customFields, segments } = contract
const grants = { 'customers.read': 'all', 'customers.write': 'all', 'customers.fields': 'all' } as const

let site: TestApp
let clerk: TestPerson
let units: { here: string; there: string }
beforeAll(async () => {
  site = await openTestApp()
  site.clock.now = new Date('2026-05-02T08:00:00Z')
  units = { here: await site.addUnit('پذیرش'), there: await site.addUnit('انبار') }
  clerk = await site.addPerson('آوا کامل‌کن', { unitId: units.here, grants })
})
afterAll(() => site.close())

const shareOf = async (customerId: string) =>
  (
    await site.owner.query<{ completeness: number | null }>('select completeness from customers.customer where customer_id = $1', [
      customerId,
    ])
  ).rows[0]?.completeness
const missingIn = async (customerId: string, as = clerk) => (await site.call(completeness.ofFile, { as, params: { customerId } })).body
const onlyThese = (weights: Record<string, number>, kind: 'person' | 'organisation' = 'person') =>
  Object.entries(weights).map(([key, weight]) => ({ kind, key, weight }))

async function weigh(weights: Record<string, number>) {
  const { kinds, version } = (await site.call(completeness.weights, { as: clerk })).body
  const zero = kinds.flatMap(({ kind, fields }) => fields.map(({ key }) => ({ kind, key, weight: weights[key] ?? 0 })))
  const reply = await site.call(completeness.setWeights, { as: clerk, body: { weights: zero, version } })
  expect(reply.status, reply.text).toBe(200)
  await site.settle()
}

describe('C24: how complete a file is', () => {
  test('is the weight of what it holds among the weight of all that it could hold, from the moment it is written', async () => {
    const { customerId } = await newCustomer(site, clerk, personFile({ firstName: 'هما', lastName: 'کوهستانی' }))
    expect(await shareOf(customerId)).toBeCloseTo(5 / 17)
    const { version } = (await site.call(customers.show, { as: clerk, params: { customerId } })).body
    const body = { version, accessPoints: [accessPoint('mobile', '09123456789')], gender: 'female' as const }
    await site.call(customers.patch, { as: clerk, params: { customerId }, body })
    expect(await shareOf(customerId)).toBeCloseTo(9 / 17)
    const company = await newCustomer(site, clerk, organisationFile('پخش البرز'))
    expect(await shareOf(company.customerId)).toBeCloseTo(3 / 15)
  })

  test('is reckoned anew for all files when the organisation says what counts; each says its own kind', async () => {
    const { customerId } = await newCustomer(site, clerk, personFile({ firstName: 'پارسا', lastName: 'نیک‌نام' }))
    const before = (await site.call(completeness.weights, { as: clerk })).body
    await weigh({ lastName: 1, birthDate: 3 })
    expect(await shareOf(customerId)).toBeCloseTo(0.25)
    expect((await site.call(completeness.setWeights, { as: clerk, body: { weights: [], version: before.version } })).body).toMatchObject({
      code: 'changed-meanwhile',
    })
    const bad = { weights: onlyThese({ lastName: 11 }), version: before.version + 1 }
    expect((await site.call(completeness.setWeights, { as: clerk, body: bad })).status).toBe(422)
    await weigh({ firstName: 2, lastName: 3, mobile: 3, nationalCode: 2 })
    expect(await shareOf(customerId)).toBeCloseTo(0.5)
  })

  test('counts a field of the organisation only where the form of the file has it', async () => {
    const groupId = (await site.call(customFields.addGroup, { as: clerk, body: { label: { fa: 'دستگاه', en: null } } })).body.id
    const field = {
      label: { fa: 'مدل دستگاه', en: null },
      help: { fa: null, en: null },
      type: 'text' as const,
      groupId,
      kinds: ['person' as const],
      key: 'model',
      accessClass: 'internal' as const,
      required: false,
      unique: false,
      searchable: false,
      filtered: false,
      choices: [],
      rules: { least: null, most: null, pattern: null },
      visibleWhen: { field: 'gender', is: 'equals' as const, value: 'male' },
    }
    const made = await site.call(customFields.add, { as: clerk, body: field })
    expect(made.status, made.text).toBe(200)
    await weigh({ lastName: 1, 'x.model': 1 })
    const her = await newCustomer(site, clerk, personFile({ lastName: 'بی‌دستگاه', gender: 'female' }))
    const him = await newCustomer(site, clerk, personFile({ lastName: 'بادستگاه', gender: 'male' }))
    expect([await shareOf(her.customerId), await shareOf(him.customerId)]).toEqual([1, 0.5])
    expect((await missingIn(him.customerId)).missing.map(({ key }) => key)).toEqual(['x.model'])
    const answered = await site.call(completeness.answer, {
      as: clerk,
      params: { customerId: him.customerId },
      body: { field: 'x.model', value: 'ساید ۲۴ فوت', seconds: 12 },
    })
    expect(answered.status, answered.text).toBe(200)
    expect(await shareOf(him.customerId)).toBe(1)
    await weigh({ firstName: 2, lastName: 3, mobile: 3, nationalCode: 2 })
  })

  test('is seen by unit, by who is responsible and over time, of the files in reach alone', async () => {
    await newCustomer(site, clerk, personFile({ firstName: 'انبار', lastName: 'دارپور', unitId: units.there }))
    await site.app.runAsSystem(measureDay)
    site.clock.now = new Date('2026-05-03T08:00:00Z')
    const near0 = await site.addUnit('نزدیک')
    const local = await newCustomer(site, clerk, personFile({ lastName: 'نزدیکی', unitId: near0 }))
    await site.app.runAsSystem(measureDay)
    const of = async (as: TestPerson, query = {}) => (await site.call(completeness.overview, { as, query })).body
    const all = await of(clerk)
    expect(all.asOf).toBe('2026-05-03')
    expect(all.rows.map(({ name, files }) => [name, files])).toEqual(
      expect.arrayContaining([
        ['انبار', 1],
        ['نزدیک', 1],
      ]),
    )
    const near = await site.addPerson('نزدیک‌بین', { unitId: near0, grants: { 'customers.read': 'team' } })
    expect(await of(near)).toMatchObject({ all: { files: 1, complete: 0 }, rows: [{ name: 'نزدیک', files: 1 }] })
    const days = async (as: TestPerson) => (await site.call(completeness.trend, { as })).body.days.map(({ files }) => files)
    expect(await days(near)).toEqual([1])
    expect((await days(clerk))[1]).toBe((await days(clerk))[0]! + 1)
    const plain = await site.addPerson('بی‌ردهٔ درونی', { grants: { 'customers.read': 'all' }, fieldClasses: ['public'] })
    expect((await site.call(completeness.overview, { as: plain })).body).toMatchObject({ code: 'not-permitted' })
    expect(await missingIn(local.customerId, plain)).toMatchObject({ share: null })
    expect((await missingIn(local.customerId, plain)).missing.map(({ key }) => key)).not.toContain('mobile')
  })
})

describe('C25: what is asked of a customer', () => {
  test('is what counts most; who did not want to say is not asked again, until they say so after all', async () => {
    const { customerId } = await newCustomer(site, clerk, personFile({ lastName: 'خاموشی' }))
    const on = { as: clerk, params: { customerId } }
    expect((await missingIn(customerId)).next).toBe('mobile')
    const declined = { field: 'mobile', outcome: 'declined' as const, seconds: 20 }
    expect((await site.call(completeness.putOff, { ...on, body: declined })).status).toBe(200)
    expect(await missingIn(customerId)).toMatchObject({ next: 'firstName' })
    expect((await missingIn(customerId)).missing.find(({ key }) => key === 'mobile')?.declined).toBe(true)
    await site.call(completeness.putOff, { ...on, body: { ...declined, undo: true } })
    expect((await missingIn(customerId)).next).toBe('mobile')
    const answered = await site.call(completeness.answer, { ...on, body: { field: 'mobile', value: '۰۹۱۲۳۴۵۶۷۰۰', seconds: 15 } })
    expect(answered.status, answered.text).toBe(200)
    const { body } = await site.call(customers.show, { as: clerk, params: { customerId } })
    expect(body.accessPoints).toMatchObject([{ kind: 'mobile', value: '+989123456700' }])
    for (const [field, value] of [
      ['noSuchField', 'x'],
      ['kind', 'organisation'],
      ['ownerId', clerk.id],
    ])
      expect((await site.call(completeness.answer, { ...on, body: { field: field!, value: value!, seconds: 1 } })).status).toBe(404)
    expect((await site.call(completeness.answer, { ...on, body: { field: 'birthDate', value: 'دیروز', seconds: 1 } })).status).toBe(422)
  })

  test('is a place as well: a city says its county and province, a county its province, as in the form', async () => {
    const { places, show } = customers
    const { cities, counties } = (await site.call(places, { as: clerk })).body
    const city = cities.find(({ name }) => name === 'تبریز')!
    const county = counties.find(({ name }) => name === 'رشت')!
    const answer = async (field: string, value: number) => {
      const { customerId } = await newCustomer(site, clerk, personFile({ lastName: 'جای‌دار' }))
      const on = { as: clerk, params: { customerId } }
      const reply = await site.call(completeness.answer, { ...on, body: { field, value, seconds: 5 } })
      return { status: reply.status, file: (await site.call(show, on)).body }
    }
    const { id: cityId, countyId, provinceId } = city
    expect((await answer('cityId', cityId)).file).toMatchObject({ cityId, countyId, provinceId })
    expect((await answer('countyId', county.id)).file).toMatchObject({ cityId: null, countyId: county.id, provinceId: county.provinceId })
    expect((await answer('provinceId', 8)).file).toMatchObject({ cityId: null, countyId: null, provinceId: 8 })
    expect(await answer('cityId', 999_999)).toMatchObject({ status: 422, file: { cityId: null, provinceId: null } })
    expect((await answer('cityId', 2 ** 40)).status).toBe(422)
  })

  test('is first what a programme asks for, of those whom it names, for its segment, until its day', async () => {
    const [inside, outside] = [
      (await newCustomer(site, clerk, personFile({ firstName: 'درون', lastName: 'برنامه', provinceId: 8 }))).customerId,
      (await newCustomer(site, clerk, personFile({ firstName: 'بیرون', lastName: 'برنامه' }))).customerId,
    ]
    const segment = await site.call(segments.create, {
      as: clerk,
      body: {
        name: 'استان هشت',
        description: '',
        audience: 'private',
        condition: {
          all: [
            { field: 'provinceId', is: 'equals', value: 8 },
            { field: 'lastName', is: 'equals', value: 'برنامه' },
          ],
        },
      },
    })
    const body = {
      name: 'تولدها',
      fields: [{ key: 'birthDate', minutes: 1.5 }],
      segmentId: segment.body.id,
      until: '2026-06-01',
      people: [clerk.id],
      units: [],
    }
    const made = await site.call(programmes.create, { as: clerk, body })
    expect(made.body, made.text).toMatchObject({ state: 'running', segmentName: 'استان هشت', labels: { birthDate: { fa: 'تاریخ تولد' } } })
    expect((await missingIn(inside)).next).toBe('birthDate')
    expect((await missingIn(outside)).next).toBe('mobile')
    const other = await site.addPerson('بی‌برنامه', { grants })
    expect((await missingIn(inside, other)).next).toBe('mobile')
    const programmeId = made.body.id
    const answer = { field: 'birthDate', value: '1990-04-01', seconds: 30, programmeId }
    await site.call(completeness.answer, { as: clerk, params: { customerId: inside }, body: answer })
    const shown = (await site.call(programmes.show, { as: clerk, params: { programmeId } })).body
    expect(shown).toMatchObject({
      progress: { files: 1, complete: 1 },
      byField: [{ key: 'birthDate', filled: 1, declined: 0 }],
      byPerson: [{ personId: clerk.id, answered: 1, declined: 0, minutes: 0.5 }],
    })
    for (const [change, field] of [
      [{ fields: [{ key: 'nothing', minutes: null }] }, 'fields.0.key'],
      [{ fields: [...body.fields, ...body.fields] }, 'fields.1.key'],
      [{ until: '2026-01-01' }, 'until'],
      [{ people: ['01900000-0000-7000-8000-000000000000'] }, 'people.0'],
    ] as const)
      expect((await site.call(programmes.create, { as: clerk, body: { ...body, ...(change as object) } })).body).toMatchObject({
        problems: [{ field }],
      })
    const closed = { ...body, note: '', closed: true, version: 1 }
    expect((await site.call(programmes.change, { as: clerk, params: { programmeId }, body: closed })).body.state).toBe('closed')
    expect((await site.call(programmes.change, { as: clerk, params: { programmeId }, body: closed })).body).toMatchObject({
      code: 'changed-meanwhile',
    })
    expect((await site.call(programmes.list, { as: clerk })).body.programmes).toEqual([])
    expect((await site.call(programmes.list, { as: clerk, query: { closed: 'true' } })).body.programmes).toHaveLength(1)
  })
})
