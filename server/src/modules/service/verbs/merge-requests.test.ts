import { contract } from '@parvandeh/contract'
import { toPersianDigits } from '@parvandeh/contract/persian'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { upload } from '../../../testing/documents-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp } from '../../../testing/open-test-app.ts'
import { newRequest, of, openHelpDesk } from '../../../testing/service-builders.ts'

const { requests } = contract

let site: TestApp
let desk: Awaited<ReturnType<typeof openHelpDesk>>
beforeAll(async () => {
  site = await openTestApp()
  desk = await openHelpDesk(site)
})
afterAll(() => site.close())

const register = () => newRequest(site, desk.sara, desk.customerId)
const merge = (request: { customerId: string; id: string }, intoNumber: string) =>
  site.call(requests.merge, { as: desk.sara, params: of(request), body: { intoNumber, note: 'همان خرابی' } })
const byNumber = async (number: string) => (await site.call(requests.byNumber, { as: desk.sara, params: { number } })).body

test('a merged request ends as a duplicate, its number leads on, and what was said in it is read in the other', async () => {
  const [first, second] = [await register(), await register()]
  await site.call(requests.answer, { as: desk.sara, params: of(second), body: { body: 'همین امروز می‌آییم', channel: 'sms' } })
  const paper = (await upload(site, { as: desk.sara, customerId: desk.customerId, content: 'عکس' })).body
  await site.call(requests.attach, { as: desk.sara, params: of(second), body: { documentId: paper.id } })

  const merged = await merge(second, toPersianDigits(first.number))
  expect(merged.body, merged.text).toMatchObject({ status: 'merged', outcome: 'duplicate', mergedIntoNumber: first.number })
  expect(Object.entries(merged.body.can).filter(([, can]) => can)).toEqual([['reopen', true]])
  expect(await byNumber(second.number)).toMatchObject({ number: second.number, mergedIntoNumber: first.number })

  const target = await byNumber(first.number)
  expect(target).toMatchObject({
    mergedNumbers: [second.number],
    documentIds: [paper.id],
    conversation: [{ body: 'همین امروز می‌آییم' }],
    version: 2,
    status: 'new',
  })
  expect(target.events.map((event) => [event.number, event.kind])).toEqual([
    [first.number, 'registered'],
    [second.number, 'registered'],
    [second.number, 'answered'],
    [second.number, 'merged'],
  ])
})

test('it counts once: the merged one leaves the report, the other stays', async () => {
  const [first, second] = [await register(), await register()]
  await merge(second, first.number)
  const counted = await site.owner.query('select number from service.report_request where number = any($1)', [
    [first.number, second.number],
  ])
  expect(counted.rows).toEqual([{ number: first.number }])
})

test('through two mergers everything is read where it ended', async () => {
  const [first, second, third] = [await register(), await register(), await register()]
  await merge(third, second.number)
  await merge(second, first.number)
  expect((await byNumber(first.number)).mergedNumbers).toEqual([second.number, third.number])
})

test('a merge by mistake is undone by reopening, and that is no coming back', async () => {
  const [first, second] = [await register(), await register()]
  await merge(second, first.number)
  const undone = await site.call(requests.reopen, { as: desk.sara, params: of(second), body: { note: 'جدا بود' } })
  expect(undone.body).toMatchObject({ status: 'open', outcome: null, mergedIntoNumber: null, reopenedCount: 0 })
  expect((await byNumber(first.number)).mergedNumbers).toEqual([])
})

test('what does not fit, is hidden, or does not exist is refused in the same words', async () => {
  const request = await register()
  const other = await newCustomer(site, desk.sara, personFile({ lastName: 'دیگری' }))
  const ofAnother = await newRequest(site, desk.sara, other.customerId)
  const hidden = await newRequest(site, desk.behnam, desk.customerId)
  const finished = await register()
  await site.call(requests.resolve, { as: desk.sara, params: of(finished), body: { outcome: 'solved' } })
  const refusals = await Promise.all(
    [request.number, ofAnother.number, hidden.number, finished.number, '99999999', 'الف'].map((number) => merge(request, number)),
  )
  expect(new Set(refusals.map((reply) => reply.text)).size).toBe(1)
  expect(refusals[0]?.body).toMatchObject({ code: 'merge-refused' })
})

test('two that are merged into each other at the same moment do not both vanish', async () => {
  const [first, second] = [await register(), await register()]
  const both = await Promise.all([merge(first, second.number), merge(second, first.number)])
  expect(both.map((reply) => reply.status).toSorted()).toEqual([200, 409])
})
