import { contract, undoWindowSeconds } from '@parvandeh/contract'
import type { CallOf, ListName, SavedView } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'

const { views } = contract
type Body = NonNullable<CallOf<typeof views.create>['body']>

let site: TestApp
let sara: TestPerson
let samira: TestPerson
let behnam: TestPerson
let chief: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  const [support, repair] = [await site.addUnit('پشتیبانی'), await site.addUnit('تعمیرگاه')]
  sara = await site.addPerson('سارا رستگارفر', { unitId: support })
  samira = await site.addPerson('سمیرا هم‌واحد', { unitId: support })
  behnam = await site.addPerson('بهنام نیک‌اندیش', { unitId: repair })
  chief = await site.addPerson('مهتاب گرداننده', { unitId: repair, grants: { 'identity.manage': 'all' } })
})
afterAll(() => site.close())

const body = (some: Partial<Body> = {}): Body => ({
  list: 'customers',
  name: 'مشتریان تهران',
  audience: 'private',
  search: { provinceId: 8, sort: 'name' },
  columns: [
    { key: 'displayName', width: 240 },
    { key: 'mainPhone', width: null },
  ],
  group: null,
  ...some,
})
const create = (as: TestPerson, some: Partial<Body> = {}) => site.call(views.create, { as, body: body(some) })
const list = async (as: TestPerson, of: ListName = 'customers'): Promise<SavedView[]> =>
  (await site.call(views.list, { as, query: { list: of } })).body.views
const names = async (as: TestPerson, of?: ListName) => (await list(as, of)).map(({ name }) => name)
const on = (view: SavedView) => ({ params: { viewId: view.id } })

test('a view is kept as it was made, and only its owner finds a private one', async () => {
  const made = await create(sara)
  expect(made.body).toMatchObject({ ...body(), ownerName: sara.name, mine: true, isDefault: false, version: 1, can: { change: true } })
  expect(await list(sara)).toEqual([made.body])
  for (const other of [samira, behnam, chief]) {
    expect(await list(other)).toEqual([])
    const refused = await site.call(views.change, { as: other, ...on(made.body), body: { version: 1, name: 'مال من' } })
    const missing = await site.call(views.change, { as: other, params: { viewId: sara.id }, body: { version: 1, name: 'مال من' } })
    expect([refused.status, refused.text]).toEqual([404, missing.text])
  }
  expect(await names(sara, 'requests')).toEqual([])
})

test('a view shared with the team is found by the unit of its owner, one for all by everybody; neither can be changed by those who find it', async () => {
  const [team, all] = [
    (await create(sara, { name: 'نمای واحد', audience: 'team' })).body,
    (await create(chief, { name: 'نمای همه', audience: 'all' })).body,
  ]
  expect(await names(samira)).toEqual(['نمای واحد', 'نمای همه'])
  expect(await names(behnam)).toEqual(['نمای همه'])
  expect((await site.call(views.change, { as: samira, ...on(team), body: { version: 1, name: 'نام دیگر' } })).status).toBe(403)
  expect((await site.call(views.remove, { as: behnam, ...on(all) })).status).toBe(403)
  expect((await create(behnam, { name: 'برای همه', audience: 'all' })).status).toBe(403)
  expect((await site.call(views.change, { as: sara, ...on(team), body: { version: 1, audience: 'all' } })).status).toBe(403)
  expect((await site.call(views.list, { as: sara, query: { list: 'customers' } })).body.canShareWithAll).toBe(false)
})

test('whoever manages the organisation mends what is shared, and who had an older copy is told', async () => {
  const shared = (await create(behnam, { name: 'نمای تعمیرگاه', audience: 'team' })).body
  const changed = await site.call(views.change, { as: chief, ...on(shared), body: { version: 1, name: 'نمای تعمیرات', group: 'unit' } })
  expect(changed.body).toMatchObject({ ...body({ name: 'نمای تعمیرات', audience: 'team', group: 'unit' }), version: 2, mine: false })
  expect((await site.call(views.change, { as: behnam, ...on(shared), body: { version: 1, name: 'دیر' } })).status).toBe(409)
  const hidden = await site.call(views.change, { as: chief, ...on(shared), body: { version: 2, audience: 'private' } })
  expect(hidden.body).toMatchObject({ audience: 'private', version: 3 })
  expect(await names(chief)).not.toContain('نمای تعمیرات')
  expect(await names(behnam)).toContain('نمای تعمیرات')
})

test('a removed view is put back while that is possible, unless its name has been given anew', async () => {
  const view = (await create(samira, { name: 'زودگذر', list: 'requests', search: { status: 'open' } })).body
  const put = () => site.call(views.restore, { as: samira, ...on(view) })
  expect((await site.call(views.remove, { as: samira, ...on(view) })).status).toBe(200)
  expect(await names(samira, 'requests')).toEqual([])
  expect((await site.call(views.change, { as: samira, ...on(view), body: { version: 1, name: 'هنوز' } })).status).toBe(404)
  expect((await put()).body).toMatchObject({ id: view.id, name: 'زودگذر' })
  await site.call(views.remove, { as: samira, ...on(view) })
  const other = (await create(samira, { name: 'زودگذر', list: 'requests', search: {} })).body
  expect((await put()).body).toMatchObject({ code: 'already-exists' })
  await site.call(views.remove, { as: samira, ...on(other) })
  site.clock.now = new Date(site.clock.now.getTime() + (undoWindowSeconds + 1) * 1000)
  expect((await put()).body).toMatchObject({ code: 'undo-too-late' })
  await site.call(views.remove, { as: samira, ...on((await create(samira, { name: 'دیگری', list: 'requests', search: {} })).body) })
  expect((await put()).status).toBe(404)
})

test('a list opens with the view that one chose, each person with their own', async () => {
  const shared = (await create(chief, { name: 'آغاز', list: 'people', audience: 'all', search: {} })).body
  const choose = (as: TestPerson, viewId: string | null, of: ListName = 'people') =>
    site.call(views.setDefault, { as, params: { list: of }, body: { viewId } })
  expect((await choose(sara, shared.id)).status).toBe(200)
  expect([(await list(sara, 'people'))[0]?.isDefault, (await list(behnam, 'people'))[0]?.isDefault]).toEqual([true, false])
  expect((await choose(sara, shared.id, 'customers')).status).toBe(404)
  expect((await choose(sara, (await create(behnam, { name: 'پنهان', list: 'people', search: {} })).body.id)).status).toBe(404)
  await choose(sara, null)
  expect((await list(sara, 'people'))[0]?.isDefault).toBe(false)
})

test('a value that the list would refuse is refused in its view, in the words of the reader; what is the page’s own is kept', async () => {
  const bad = await create(sara, { name: 'بد', search: { provinceId: 'تهران', sort: 'رنگ' } })
  expect(bad).toMatchObject({ status: 422, body: { problems: [{ field: 'search.provinceId' }, { field: 'search.sort' }] } })
  const typed = await create(sara, { name: 'از نشانی', search: { q: 912, provisional: true, pane: 'open' } })
  expect(typed.body.search).toEqual({ q: 912, provisional: true, pane: 'open' })
  const changed = await site.call(views.change, { as: sara, ...on(typed.body), body: { version: 1, search: { kind: 'nothing' } } })
  expect(changed.status).toBe(422)
  const twice = { columns: [body().columns[0], body().columns[0]] as Body['columns'] }
  for (const wrong of [{ name: '  ' }, { name: 'x'.repeat(81) }, twice, { search: { 'a b': 'c' } }, { group: 'drop table' }]) {
    expect((await create(sara, { list: 'audit', ...wrong })).status, JSON.stringify(wrong)).toBe(422)
  }
})

test('names of one’s own views of a list differ, and there is an end to their number', async () => {
  const views51 = await Promise.all(Array.from({ length: 51 }, (_, n) => create(behnam, { list: 'imports', name: `نما ${n}`, search: {} })))
  expect(views51.map(({ status }) => status).filter((status) => status !== 200)).toEqual([409])
  expect(views51.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'too-many-views' })
  expect((await create(sara, { list: 'imports', name: 'نمای‌ من', search: {} })).status).toBe(200)
  expect((await create(sara, { list: 'imports', name: 'نماي من', search: {} })).body).toMatchObject({ code: 'already-exists' })
})

test('C27: a view keeps a condition as long as conditions are; other filters are words, and what is no condition is refused', async () => {
  const condition = {
    any: Array.from({ length: 40 }, (_, place) => ({ field: 'lastName', is: 'contains', value: `نام خانوادگی ${place}` })),
  }
  const where = JSON.stringify(condition)
  expect(where.length).toBeGreaterThan(2000)
  const kept = await create(sara, { name: 'با شرط', search: { where, sort: 'name' } })
  expect(kept.body).toMatchObject({ search: { where, sort: 'name' } })
  const refused: Record<string, string>[] = [{ where: '{"any":[]}' }, { where: 'ا'.repeat(4001) }, { note: 'ا'.repeat(301) }]
  for (const search of refused) expect((await create(sara, { name: 'نادرست', search })).status, Object.keys(search)[0]).toBe(422)
})
