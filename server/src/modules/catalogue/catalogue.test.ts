import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../testing/open-test-app.ts'
import { catalogueNames, productsByName, topicsByName } from './index.ts'

let site: TestApp
let keeper: TestPerson
let reader: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  keeper = await site.addPerson('نگار کالابان', { grants: { 'catalogue.read': 'all', 'catalogue.manage': 'all' } })
  reader = await site.addPerson('پویا خوانا', { grants: { 'catalogue.read': 'all' } })
})
afterAll(() => site.close())

const { addProduct, changeProduct, addTopic, changeTopic, show } = contract.catalogue
const product = (name: string, code: string | null = null) => site.call(addProduct, { as: keeper, body: { name, code, active: true } })
const topic = (name: string, parentId: string | null = null) => site.call(addTopic, { as: keeper, body: { name, parentId, active: true } })
const unknown = '01900000-0000-7000-8000-000000000000'

test('a new organisation has no products and no topics', async () => {
  expect((await site.call(show, { as: reader })).body).toEqual({ products: [], topics: [], more: false })
})

test('a product is added once: another spelling of its name, or of its code, is refused', async () => {
  expect(await product('یخچال كتابی', 'Y-۱۰')).toMatchObject({ status: 200, body: { name: 'یخچال کتابی', code: 'Y-۱۰', version: 1 } })
  expect(await product('یخچال‌کتابی')).toMatchObject({ status: 409, body: { code: 'already-exists' } })
  expect(await product('یخچال دیگر', 'y-10')).toMatchObject({ status: 409, body: { code: 'already-exists' } })
  expect((await site.call(show, { as: reader })).body.products).toHaveLength(1)
})

test('a name of invisible marks only is refused with the name of its field', async () => {
  expect(await product('\u200C\u200F')).toMatchObject({ status: 422, body: { problems: [{ field: 'name' }] } })
})

test('a change over a newer version is refused, and every change leaves its before and after in the trail', async () => {
  const { id, version } = (await product('اجاق')).body
  const change = (name: string) =>
    site.call(changeProduct, { as: keeper, params: { productId: id }, body: { name, code: null, active: true, version } })
  expect((await change('اجاق گاز')).body).toMatchObject({ name: 'اجاق گاز', version: 2 })
  expect(await change('اجاق برقی')).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } })
  const trail = await site.owner.query(
    `select action, actor_id, before, after from identity.audit_entry where subject_id = $1 order by id`,
    [id],
  )
  expect(trail.rows).toEqual([
    { action: 'product.added', actor_id: keeper.id, before: null, after: { name: 'اجاق', code: null, active: true } },
    { action: 'product.changed', actor_id: keeper.id, before: { name: 'اجاق' }, after: { name: 'اجاق گاز' } },
  ])
})

test('the same name may stand under two topics, but not twice under one', async () => {
  const [technical, money] = [(await topic('فنی')).body, (await topic('مالی')).body]
  const under = await topic('سایر', technical.id)
  expect(under.status).toBe(200)
  expect((await topic('سایر', money.id)).status).toBe(200)
  expect(await topic('ساير', money.id)).toMatchObject({ status: 409, body: { code: 'already-exists' } })
  expect(await topic('گم‌شده', unknown)).toMatchObject({ status: 422, body: { problems: [{ field: 'parentId' }] } })
})

test('a topic cannot be moved under itself or under what stands below it', async () => {
  const top = (await topic('بالا')).body
  const middle = (await topic('میانه', top.id)).body
  const low = (await topic('پایین', middle.id)).body
  const move = (parentId: string) =>
    site.call(changeTopic, { as: keeper, params: { topicId: top.id }, body: { name: top.name, parentId, active: true, version: 1 } })
  for (const parent of [top, middle, low]) expect(await move(parent.id)).toMatchObject({ status: 409, body: { code: 'topic-cycle' } })
})

test('two moves at the same instant cannot close a ring', async () => {
  const [one, two] = [(await topic('حلقهٔ یک')).body, (await topic('حلقهٔ دو')).body]
  const move = (from: typeof one, to: typeof one) =>
    site.call(changeTopic, {
      as: keeper,
      params: { topicId: from.id },
      body: { name: from.name, parentId: to.id, active: true, version: 1 },
    })
  const replies = await Promise.all([move(one, two), move(two, one)])
  expect(replies.map((reply) => reply.status).toSorted()).toEqual([200, 409])
})

test('who may only read the catalogue cannot change it', async () => {
  expect((await site.call(addProduct, { as: reader, body: { name: 'چیز', code: null, active: true } })).status).toBe(403)
  expect(
    (
      await site.call(changeProduct, {
        as: keeper,
        params: { productId: unknown },
        body: { name: 'چیز', code: null, active: true, version: 1 },
      })
    ).status,
  ).toBe(404)
})

test('names from an import find what is there in any spelling, and add the rest once', async () => {
  const given = ['یخچال كتابي', 'پنکه', 'پنکه ', 'پَنکه', ' ', 'A 1 11', 'A 11 1']
  const first = await site.app.runAsSystem((context) => productsByName(context, given))
  expect(new Set(first.values()).size).toBe(4)
  expect(first.get('پنکه')).toBe(first.get('پَنکه'))
  expect(first.has(' ')).toBe(false)
  const names = await site.app.runAsSystem(catalogueNames)
  expect(names.products.get(first.get('یخچال كتابي') ?? '')).toBe('یخچال کتابی')
  expect(await site.app.runAsSystem((context) => productsByName(context, given))).toEqual(first)
  const both = await Promise.all([1, 2].map(() => site.app.runAsSystem((context) => productsByName(context, ['همزن']))))
  expect(both[0]).toEqual(both[1])
})

test('a bare topic name means the one at the top, or the only one; a name that stands in two places is made at the top', async () => {
  const shown = (await site.call(show, { as: reader })).body.topics
  const found = await site.app.runAsSystem((context) => topicsByName(context, ['فنی', 'پایین', 'سایر', 'تازه']))
  const idOf = (name: string) => shown.find((candidate) => candidate.name === name)?.id
  expect(found.get('فنی')).toBe(idOf('فنی'))
  expect(found.get('پایین')).toBe(idOf('پایین'))
  expect(shown.some(({ id }) => id === found.get('سایر'))).toBe(false)
  expect(await site.app.runAsSystem((context) => topicsByName(context, ['سایر', 'تازه']))).toEqual(new Map([...found].slice(2)))
})
