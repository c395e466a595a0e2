import { contract, erasureWaitHours } from '@parvandeh/contract'
import type { CallOf } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessPoint, newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { upload } from '../../../testing/documents-builders.ts'
import { logByDoor } from '../../../testing/interactions-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { addOfficer, newRelation, newTag, sheba } from '../../../testing/people-builders.ts'
import { placesOf } from '../../../testing/word-finder.ts'
import { chequeOf, invoiceOf, newEntry } from '../../../testing/sales-builders.ts'
import { newRequest, of } from '../../../testing/service-builders.ts'
import { newId } from '../../../platform/ids.ts'

const { customers, erasures } = contract

let site: TestApp
let officer: TestPerson
let unit: string
beforeAll(async () => {
  site = await openTestApp()
  ;({ officer, unit } = await addOfficer(site))
})
afterAll(() => site.close())

const ask = (customerId: string, code: string, more: Partial<NonNullable<CallOf<typeof erasures.ask>['body']>> = {}, as = officer) =>
  site.call(erasures.ask, {
    as,
    params: { customerId },
    body: { code, basis: 'asked-by-person', reference: 'نامهٔ ۱۲/۴۵', atOnce: true, ...more },
  })

/** Words that stand nowhere else: where one of them is, there is something of this person. */
const words = {
  first: 'زرافشان',
  last: 'نیلوفرآبگینه',
  former: 'پیشین‌نامهٔ',
  code: '0499370898',
  phone: '9121117788',
  mail: 'abgineh-unheard',
  address: 'کوچهٔ ناشنیدهٔ هفدهم',
  features: 'عصای آبنوسی',
  reason: 'مدرک نقره‌ای',
  call: 'گله از طاووس',
  body: 'سخن از سیمرغ',
  subject: 'اجاق فیروزه‌ای',
  description: 'شعلهٔ ارغوانی',
  note: 'نکتهٔ کهربایی',
  contact: 'خواهرزادهٔ مرجانی',
  title: 'قرارداد یاقوتی',
  document: 'پیمان‌نامه-زمرد',
  content: 'متن لاجوردی سند',
  district: 'محلهٔ سنجابی',
  behaviour: 'خوی توفانی',
  tagged: 'پرچم نارنجی',
  relation: 'همسفر زعفرانی',
  holder: 'دارندهٔ شنگرفی',
  ledger: 'پیش‌قسط لیمویی',
  cheque: 'خواهرخواندهٔ سربی',
} as const

/** What stands beside the fields of a file. */
async function beside(customerId: string): Promise<void> {
  const params = { customerId }
  const tag = await newTag(site, officer, 'نمایشگاه')
  await site.call(contract.behaviour.tag, { as: officer, params, body: { tagId: tag.id, note: words.tagged } })
  await site.call(contract.behaviour.addNote, { as: officer, params, body: { text: words.behaviour } })
  const friend = await newCustomer(site, officer, personFile({ lastName: 'همراه', unitId: unit }))
  await newRelation(site, officer, friend.customerId, customerId, 'spouse', 'a', { note: words.relation as never })
  await site.call(contract.business.addAccount, {
    as: officer,
    params,
    body: { kind: 'sheba', value: sheba, holder: words.holder, note: null, primary: true, reason: 'به خواست خودش' },
  })
  await newEntry(site, officer, customerId, invoiceOf(12_000_000, { description: words.ledger }))
  await newEntry(site, officer, customerId, chequeOf(5_000_000, { holder: words.cheque }))
}

async function everywhere(): Promise<{ customerId: string; code: string }> {
  const made = await newCustomer(
    site,
    officer,
    personFile({
      firstName: words.first,
      lastName: words.former,
      nationalCode: words.code,
      features: words.features,
      unitId: unit,
      ownerId: officer.id,
      accessPoints: [
        accessPoint('mobile', `0${words.phone}`),
        accessPoint('email', `${words.mail}@example.ir`),
        accessPoint('address', words.address),
      ],
      acceptedProblems: { nationalCode: words.reason },
    }),
  )
  const { customerId, code } = made
  const params = { customerId }
  const key = { 'idempotency-key': newId() }
  await site.app.http.inject({
    method: 'PATCH',
    url: `/api/customers/${customerId}`,
    headers: { authorization: officer.authorization, ...key },
    payload: { version: 1, lastName: words.last },
  })
  const { body: document } = await upload(site, {
    as: officer,
    customerId,
    name: `${words.document}.txt`,
    content: words.content,
    query: { title: words.title, accessClass: 'sensitive' },
  })
  await logByDoor(site, officer, customerId, { subject: words.call, body: words.body, documentIds: [document.id] })
  const colleague = await site.addPerson(`همکار ${newId()}`, { unitId: unit, grants: { 'service.read': 'all', 'service.write': 'all' } })
  const request = await newRequest(site, officer, customerId, {
    subject: words.subject,
    description: words.description,
    contactName: words.contact,
    holderId: colleague.id,
  })
  await site.call(contract.requests.attach, { as: officer, params: of(request), body: { documentId: document.id } })
  await site.call(contract.requests.wait, { as: officer, params: of(request), body: { on: 'customer', note: words.note } })
  await beside(customerId)
  await site.settle()
  const bulkId = newId()
  const change = { district: words.district }
  await site.call(contract.customerBulk.apply, { as: officer, body: { id: bulkId, which: { ids: [customerId] }, change } })
  await site.settle()
  // The trail says that delicate fields were read.
  await site.call(customers.show, { as: officer, params })
  return { customerId, code }
}

test('nothing of an erased person is left in any table or file, and the certificate says what went and what stays', async () => {
  const other = await newCustomer(site, officer, personFile({ lastName: 'همسایه', unitId: unit }))
  const sister = await newRequest(site, officer, other.customerId, { contactName: words.contact })
  const { customerId, code } = await everywhere()
  await site.owner.query('update service.request set contact_customer_id = $1 where id = $2', [customerId, sister.id])
  const before = await placesOf(site, Object.values(words))
  // All of them are there, and the trail, the outbox and what is kept to undo do not hold them in the clear.
  const { former: _former, ...written } = words
  expect([...new Set(before.map((place) => place.split(': ')[1]))]).toEqual(expect.arrayContaining(Object.values(written)))
  const known = await site.call(contract.audit.list, { as: officer, query: { subjectId: customerId, limit: 200 } })
  expect(known.text).toContain(words.former)
  expect(before.filter((place) => /audit_entry|outbox_event|bulk_row/u.test(place))).toEqual([])

  const asked = await ask(customerId, code, { despiteOpenWork: true })
  expect(asked.body).toMatchObject({ state: 'waiting', code })
  await site.settle()
  expect(await placesOf(site, Object.values(words))).toEqual([])
  expect(site.erased).toEqual([customerId])
  expect((await site.owner.query('select wrapped from platform.subject_key where subject_id = $1', [customerId])).rows).toEqual([
    { wrapped: null },
  ])

  const { body: done } = await site.call(erasures.show, { as: officer, params: { erasureId: asked.body.id } })
  expect(done).toMatchObject({ state: 'done', code, can: { callOff: false } })
  expect(done.certificate?.contents).toBe(1)
  expect(done.certificate?.rows.map(({ what, outcome }) => `${what.en}: ${outcome}`)).toEqual(
    expect.arrayContaining([
      'Documents: erased',
      'Words of requests and of the work on them: blanked',
      'Lines of the audit trail: blanked',
    ]),
  )
  expect((await site.call(customers.show, { as: officer, params: { customerId } })).status).toBe(404)
  expect((await site.call(contract.removals.restore, { as: officer, params: { customerId } })).status).toBe(404)
  const counted = await site.owner.query(`select count(*)::int as n from service.request where customer_id = $1`, [customerId])
  expect(counted.rows[0].n).toBe(1)
  const trail = await site.call(contract.audit.list, { as: officer, query: { subjectId: customerId, limit: 200 } })
  expect(trail.body.rows.find(({ action }) => action === 'customer.created')).toMatchObject({ after: null, erased: true })
  expect(trail.body.rows.find(({ action }) => action === 'customer.erased')).toMatchObject({ erased: false, after: { code } })
})

test('an erasure waits for three days, can be called off, and is asked for once', async () => {
  const { customerId, code } = await newCustomer(site, officer, personFile({ lastName: 'درنگ‌کرده', unitId: unit }))
  const first = await ask(customerId, code, { atOnce: false })
  expect(first.body.dueAt).toBe(new Date(site.clock.now.getTime() + erasureWaitHours * 3_600_000).toISOString())
  expect((await ask(customerId, code)).body).toMatchObject({ code: 'erasure-waits' })
  await site.settle()
  expect((await site.call(customers.show, { as: officer, params: { customerId } })).status).toBe(200)
  const params = { erasureId: first.body.id }
  expect((await site.call(erasures.callOff, { as: officer, params })).body).toMatchObject({ state: 'called-off', calledOffBy: officer.id })
  expect((await site.call(erasures.callOff, { as: officer, params })).body).toMatchObject({ code: 'erasure-ended' })
  expect((await ask(customerId, code, { atOnce: false })).status).toBe(200)
  const listed = await site.call(erasures.list, { as: officer, query: { customerId } })
  expect(listed.body.rows.map(({ state }) => state)).toEqual(['waiting', 'called-off'])
})

test('whoever asks types the code of this very file, gives a ground and a reference, and holds the right to it', async () => {
  const made = await newCustomer(site, officer, personFile({ lastName: 'نگه‌داشته', unitId: unit }))
  const persian = [...made.code].map((digit) => String.fromCodePoint(0x06f0 + Number(digit))).join('')
  expect((await ask(made.customerId, `${made.code}0`)).body).toMatchObject({ problems: [{ field: 'code', code: 'other-code' }] })
  for (const wrong of [{ reference: '' }, { basis: 'whim' as never }, { reference: 'x'.repeat(201) }])
    expect((await ask(made.customerId, made.code, wrong)).status).toBe(422)
  const reader = await site.addPerson('کاوه خواننده', { grants: { 'customers.read': 'all', 'customers.delete': 'all' } })
  const narrow = await site.addPerson('مانی تنگ‌نظر', { grants: { 'customers.read': 'own', 'customers.erase': 'all' } })
  expect((await ask(made.customerId, made.code, {}, reader)).status).toBe(403)
  expect((await ask(made.customerId, made.code, {}, narrow)).status).toBe(404)
  await newRequest(site, officer, made.customerId)
  expect((await ask(made.customerId, persian)).body).toMatchObject({ code: 'file-has-open-work' })
  expect((await ask(made.customerId, persian, { despiteOpenWork: true, atOnce: false })).status).toBe(200)
})

test('a content that another file holds as well stays for that file', async () => {
  const [one, two] = [
    await newCustomer(site, officer, personFile({ lastName: 'یکتا' })),
    await newCustomer(site, officer, personFile({ lastName: 'دوتا' })),
  ]
  for (const { customerId } of [one, two]) await upload(site, { as: officer, customerId, content: 'متن مشترک هر دو' })
  const kept = await site.call(contract.documents.list, { as: officer, params: { customerId: two.customerId }, query: {} })
  await ask(one.customerId, one.code)
  await site.settle()
  const content = await site.call(contract.documents.content, {
    as: officer,
    params: { customerId: two.customerId, documentId: kept.body.rows[0]?.id ?? '' },
  })
  expect(content).toMatchObject({ status: 200, text: 'متن مشترک هر دو' })
})

test('whoever comes back with an older backup is erased again', async () => {
  const { customerId, displayName } = await newCustomer(site, officer, personFile({ lastName: 'بازآمدهٔ پشتیبان', unitId: unit }))
  await site.app.eraseAgain([customerId])
  expect(await placesOf(site, [displayName])).toEqual([])
  expect(site.erased).toContain(customerId)
})
