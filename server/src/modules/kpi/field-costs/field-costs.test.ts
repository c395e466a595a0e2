import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { measureDay } from '../../customers/index.ts'

const { completeness, fieldCosts } = contract
const grants = { 'customers.read': 'all', 'customers.write': 'all', 'customers.fields': 'all', 'kpi.read': 'all' } as const
const period = { from: '2026-05-01', to: '2026-06-01' }

let site: TestApp
let clerk: TestPerson
let unitId: string
beforeAll(async () => {
  site = await openTestApp()
  site.clock.now = new Date('2026-05-02T08:00:00Z')
  unitId = await site.addUnit('پذیرش')
  clerk = await site.addPerson('گلناز پرسنده', { unitId, grants })
  for (let place = 0; place < 25; place += 1) {
    const { customerId } = await newCustomer(site, clerk, personFile({ firstName: 'نفر', lastName: `شمارهٔ ${place}` }))
    const on = { as: clerk, params: { customerId } }
    await site.call(completeness.putOff, { ...on, body: { field: 'fatherName', outcome: 'declined', seconds: 240 } })
    const value = `0912000${String(place).padStart(4, '0')}`
    await site.call(completeness.answer, { ...on, body: { field: 'mobile', value, seconds: 12 } })
  }
  await site.app.runAsSystem(measureDay)
})
afterAll(() => site.close())

const costs = async (as = clerk) => (await site.call(fieldCosts.list, { as, query: period })).body.rows
const rowOf = async (key: string, as = clerk) => (await costs(as)).find((row) => row.key === key)

test('C26: a field that costs more than it gives is named, with the figures that say so', async () => {
  expect((await costs())[0]).toMatchObject({
    key: 'fatherName',
    verdict: 'dear',
    asked: 25,
    answered: 0,
    declined: 25,
    minutes: 100,
    filledShare: 0,
  })
  expect(await rowOf('mobile')).toMatchObject({
    verdict: 'fair',
    answered: 25,
    minutes: 5,
    minutesEach: 0.2,
    isMeasured: true,
    filledShare: 1,
    cost: null,
  })
})

test('C26: minutes become money by what an hour costs in the unit that asked', async () => {
  const body = {
    costs: [
      { unitId: null, rials: 1_000_000 },
      { unitId, rials: 3_000_000 },
    ],
  }
  expect((await site.call(completeness.setHourCosts, { as: clerk, body })).status).toBe(200)
  expect((await rowOf('fatherName'))?.cost).toBe(5_000_000)
  const unpriced = await site.addPerson('بی‌رده مالی', { unitId, grants, fieldClasses: ['public', 'internal', 'sensitive'] })
  expect((await rowOf('mobile', unpriced))?.cost).toBeNull()
})

test('C26: whoever sees some files is told of their questions alone, and of classes that they may not read nothing', async () => {
  const elsewhere = await site.addUnit('جای دیگر')
  const narrow = await site.addPerson('تنگ‌بین', { unitId: elsewhere, grants: { ...grants, 'kpi.read': 'unit' } })
  expect(await costs(narrow)).toEqual([])
  const near = await site.addPerson('هم‌واحد', { unitId, grants: { ...grants, 'kpi.read': 'unit' } })
  expect(await rowOf('mobile', near)).toMatchObject({ answered: 25, filledShare: null, verdict: 'unknown' })
  const plain = await site.addPerson('عمومی', { unitId, grants, fieldClasses: ['public'] })
  expect(await rowOf('mobile', plain)).toBeUndefined()
})
