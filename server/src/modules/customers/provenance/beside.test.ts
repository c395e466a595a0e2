import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { newRelation, newTag, sheba } from '../../../testing/people-builders.ts'

const { show, history, confirm, doubt, restore } = contract.provenance
const grants = {
  'customers.read': 'all',
  'customers.write': 'all',
  'customers.manage': 'all',
  'interactions.read': 'all',
  'interactions.write': 'all',
} as const

let site: TestApp
let clerk: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  clerk = await site.addPerson('مهتاب شریفی', { grants })
})
afterAll(() => site.close())

const person = async (firstName: string, unitId: string | null = null) =>
  (await newCustomer(site, clerk, personFile({ firstName, lastName: 'نیک‌رفتار', unitId }))).customerId
const originOf = async (customerId: string, field: string, as = clerk) =>
  (await site.call(show, { as, params: { customerId } })).body.values.find((value) => value.field === field)
const past = (customerId: string, field: string, as = clerk) => site.call(history, { as, params: { customerId, field } })

test('C3: a tag knows the call that it was heard in, and a tag that was taken off stays readable with its source', async () => {
  const customerId = await person('بهرام')
  const tag = await newTag(site, clerk, 'کم‌حوصله', 'temperament')
  const call = await site.call(contract.interactions.log, {
    as: clerk,
    params: { customerId },
    body: {
      kind: 'call',
      direction: 'in',
      channel: 'phone',
      personId: null,
      startedAt: site.clock.now.toISOString(),
      minutes: 4,
      subject: 'پرسش',
      body: 'دربارهٔ قسط',
    },
  })
  expect(call, call.text).toMatchObject({ status: 200 })
  await site.settle()
  const source = { kind: 'call' as const, id: call.body.id }
  await site.call(contract.behaviour.tag, { as: clerk, params: { customerId }, body: { tagId: tag.id, source } })
  const field = `tags.${tag.id}`
  expect(await originOf(customerId, field)).toMatchObject({ kind: 'call', contact: { id: call.body.id }, recordedBy: clerk.id })
  await site.call(contract.behaviour.untag, { as: clerk, params: { customerId, tagId: tag.id } })
  expect(await originOf(customerId, field)).toBeUndefined()
  const values = (await past(customerId, field)).body.values
  expect(values).toMatchObject([
    { value: null, kind: 'system', until: null },
    { value: { tag: 'کم‌حوصله' }, kind: 'call' },
  ])
  const plain = await site.addPerson('بی‌محرمانه', { grants, fieldClasses: ['public', 'internal'] })
  expect((await past(customerId, field, plain)).status).toBe(404)
})

test('C3: an answer given during a call names the call before it is kept; the same id is not kept twice', async () => {
  const customerId = await person('مینا')
  const id = newId(site.clock.now)
  const said = { field: 'district', value: 'ونک', seconds: 3, source: { kind: 'call' as const, id } }
  const answered = await site.call(contract.completeness.answer, { as: clerk, params: { customerId }, body: said })
  expect(answered, answered.text).toMatchObject({ status: 200 })
  expect(await originOf(customerId, 'district')).toMatchObject({ kind: 'call', contact: null })
  const log = (chosen: string) =>
    site.call(contract.interactions.log, {
      as: clerk,
      params: { customerId },
      body: {
        id: chosen,
        kind: 'call',
        direction: 'in',
        channel: 'phone',
        personId: null,
        startedAt: site.clock.now.toISOString(),
        minutes: 2,
        subject: '',
        body: '',
      },
    })
  expect((await log(id)).body).toMatchObject({ id })
  await site.settle()
  expect(await originOf(customerId, 'district')).toMatchObject({ kind: 'call', contact: { id } })
  expect((await log(id)).body).toMatchObject({ code: 'already-exists' })
  expect((await log('3f2b8c1e-5a6d-4b7c-8d9e-0a1b2c3d4e5f')).body).toMatchObject({ problems: [{ field: 'id' }] })
})

test('C3: an account is doubted and confirmed like any value; its history tells four digits of the number', async () => {
  const customerId = await person('شیوا')
  const params = { customerId }
  const facts = { holder: null, note: null, primary: true, reason: null }
  const added = await site.call(contract.business.addAccount, { as: clerk, params, body: { kind: 'sheba', value: sheba, ...facts } })
  const account = added.body.accounts[0]!
  const field = `accounts.${account.id}`
  const change = { as: clerk, params: { ...params, accountId: account.id }, body: { ...facts, value: null, holder: 'مادرش', version: 1 } }
  await site.call(contract.business.changeAccount, change)
  const told = await past(customerId, field)
  expect(told.body.values.map(({ value }) => value)).toMatchObject([
    { holder: 'مادرش', last: sheba.slice(-4) },
    { holder: null, last: sheba.slice(-4) },
  ])
  expect(told.text).not.toContain(sheba.slice(4, -4))
  expect((await site.call(confirm, { as: clerk, params, body: { field } })).body).toMatchObject({ confirmed: { by: clerk.id } })
  await site.call(doubt, { as: clerk, params, body: { field, note: 'حساب بسته شده است' } })
  await site.settle()
  const open = await site.call(contract.consistency.list, { as: clerk, query: { customerId } })
  expect(open.body.rows).toMatchObject([{ field, stated: { value: `…${sheba.slice(-4)}` }, observed: { value: 'حساب بسته شده است' } }])
  const older = told.body.values[1]!.id!
  expect((await site.call(restore, { as: clerk, params, body: { id: older, version: 1 } })).status).toBe(404)
  const blind = await site.addPerson('بی‌حساب', { grants, fieldClasses: ['public', 'internal', 'sensitive'] })
  expect(await originOf(customerId, field, blind)).toBeUndefined()
})

test('C3: a relation tells its source in both files, and only to those who may see both', async () => {
  const far = await site.addUnit('دور')
  const [one, two] = [await person('ژاله'), await person('نادر', far)]
  const { id } = await newRelation(site, clerk, one, two, 'spouse')
  const field = `relations.${id}`
  expect([await originOf(one, field), await originOf(two, field)]).toMatchObject([{ kind: 'system' }, { kind: 'system' }])
  const body = { role: null, startedOn: null, endedOn: '2024-05-01', note: 'جدا شدند', version: 1 }
  await site.call(contract.relations.change, { as: clerk, params: { customerId: one, relationId: id }, body })
  expect((await past(two, field)).body.values.map(({ value }) => value)).toMatchObject([{ endedOn: '2024-05-01' }, { endedOn: null }])
  const near = await site.addPerson('نزدیک', { unitId: await site.addUnit('نزدیک'), grants: { 'customers.read': 'team' } })
  const mine = (await newCustomer(site, clerk, personFile({ firstName: 'پری', lastName: 'آشنا', unitId: near.unitId }))).customerId
  const hidden = await newRelation(site, clerk, mine, two, 'sibling')
  expect(await originOf(mine, `relations.${hidden.id}`, near)).toBeUndefined()
  expect((await past(mine, `relations.${hidden.id}`, near)).text).toBe((await past(mine, 'nothing', near)).text)
})

test('C3: by whom a customer came says who wrote it and what was said before', async () => {
  const customerId = await person('تورج')
  const say = (referrer: string | null, version: number) =>
    site.call(contract.business.change, { as: clerk, params: { customerId }, body: { marketerId: null, referrer, version } })
  await say('آقای نیکنام', 0)
  await say('خانم نیکنام', 1)
  expect(await originOf(customerId, 'business.referrer')).toMatchObject({ recordedBy: clerk.id, older: 1 })
  expect(await originOf(customerId, 'business.marketerId')).toBeUndefined()
  expect((await past(customerId, 'business.referrer')).body.values).toMatchObject([{ value: 'خانم نیکنام' }, { value: 'آقای نیکنام' }])
})

test('what is beside a file that was merged keeps its source, and is no older value of it', async () => {
  const [one, other] = [await person('کامران'), await person('کامران')]
  const tag = await newTag(site, clerk, 'خوش‌حساب', 'general')
  await site.call(contract.behaviour.tag, { as: clerk, params: { customerId: other }, body: { tagId: tag.id } })
  await site.owner.query(`update customers.customer set gone = true, merged_into = $1 where customer_id = $2`, [one, other])
  expect(await originOf(one, `tags.${tag.id}`)).toMatchObject({ kind: 'system', recordedBy: clerk.id, older: 0 })
  expect((await past(one, `tags.${tag.id}`)).body.values).toMatchObject([{ ofMerged: false }])
})
