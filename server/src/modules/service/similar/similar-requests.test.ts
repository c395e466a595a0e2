import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { newRequest, of, openHelpDesk } from '../../../testing/service-builders.ts'
import type { RequestView } from '../../../testing/service-builders.ts'

const { requests, similarRequests } = contract

let site: TestApp
let desk: Awaited<ReturnType<typeof openHelpDesk>>
let topicId: string
beforeAll(async () => {
  site = await openTestApp()
  desk = await openHelpDesk(site)
  const keeper = await site.addPerson('انبار دانش', { grants: { 'catalogue.manage': 'all', 'catalogue.read': 'all' } })
  topicId = (await site.call(contract.catalogue.addTopic, { as: keeper, body: { name: 'خرابی', parentId: null, active: true } })).body.id
})
afterAll(() => site.close())

async function solved(as: TestPerson, subject: string, note: string, outcome: 'solved' | 'withdrawn' = 'solved') {
  const made = await newRequest(site, as, desk.customerId, { subject, topicId })
  await site.call(requests.resolve, { as, params: of(made), body: { outcome, note } })
  return made
}
const similar = async (as: TestPerson, request: RequestView) =>
  (await site.call(similarRequests.list, { as, params: of(request) })).body.rows

test('solved requests of the topic that are alike are shown with what solved them; those of a sibling unit are not', async () => {
  await solved(desk.sara, 'یخچال برفک می‌زند', 'ترموستات عوض شد')
  await solved(desk.sara, 'یخچال برفک زده است', '', 'withdrawn')
  await solved(desk.sara, 'صورت‌حساب نرسیده است', 'دوباره فرستاده شد')
  await solved(desk.behnam, 'برفک یخچال آب نمی‌شود', 'هیتر سوخته بود')
  const now = await newRequest(site, desk.sara, desk.customerId, { subject: 'يخچال پر از برفک است', topicId })
  expect((await similar(desk.sara, now)).map((row) => [row.subject, row.solution])).toEqual([['یخچال برفک می‌زند', 'ترموستات عوض شد']])
  const all = (await similar(desk.nasrin, now)).map((row) => row.solution)
  expect(all.toSorted()).toEqual(['ترموستات عوض شد', 'هیتر سوخته بود'].toSorted())
})

test('without topic and product there is nothing to look beside; a request out of reach is as one that is not there', async () => {
  const bare = await newRequest(site, desk.sara, desk.customerId, { subject: 'یخچال برفک می‌زند' })
  expect(await similar(desk.sara, bare)).toEqual([])
  const hidden = await site.call(similarRequests.list, { as: desk.behnam, params: of(bare) })
  const missing = await site.call(similarRequests.list, {
    as: desk.behnam,
    params: { customerId: desk.customerId, requestId: '01900000-0000-7000-8000-000000000000' },
  })
  expect([hidden.status, hidden.text]).toEqual([404, missing.text])
})
