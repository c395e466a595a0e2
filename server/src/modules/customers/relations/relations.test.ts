import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCustomer, organisationFile, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { kindOf, newRelation } from '../../../testing/people-builders.ts'

const { relations, relationKinds } = contract
const unsaid = { role: null, startedOn: null, endedOn: null, note: null }
let site: TestApp
let root: TestPerson
let units: { east: string; west: string }
beforeAll(async () => {
  site = await openTestApp()
  units = { east: await site.addUnit('خاور'), west: await site.addUnit('باختر') }
  root = await site.addPerson('ریشه', { grants: { 'customers.read': 'all', 'customers.write': 'all', 'customers.manage': 'all' } })
})
afterAll(() => site.close())

const person = async (firstName: string, unitId: string | null = units.east) =>
  (await newCustomer(site, root, personFile({ firstName, lastName: 'آزمونی', unitId }))).customerId
const list = async (customerId: string, as = root) => (await site.call(relations.list, { as, params: { customerId } })).body.relations
const graph = async (customerId: string, as = root, steps = 2) =>
  (await site.call(relations.graph, { as, params: { customerId }, query: { steps } })).body

test('C9: a relation is found from both files, each naming the other by its own side, with role and dates', async () => {
  const [worker, firm] = [await person('بهرام'), (await newCustomer(site, root, organisationFile('کارگاه سپهر'))).customerId]
  const said = { role: 'سرپرست کارگاه', startedOn: '2020-03-21' }
  await newRelation(site, root, worker, firm, 'employer', 'b', said)
  expect(await list(worker)).toMatchObject([{ ...said, side: 'b', other: { displayName: 'کارگاه سپهر', kind: 'organisation' } }])
  expect(await list(firm)).toMatchObject([{ ...said, side: 'a', other: { displayName: 'بهرام آزمونی', kind: 'person' } }])
})

test('C9: what is said is changed and taken back in both files at once', async () => {
  const [one, two] = [await person('ژاله'), await person('نادر')]
  const { id } = await newRelation(site, root, one, two, 'spouse')
  const on = { as: root, params: { customerId: two, relationId: id } }
  const body = { ...unsaid, note: 'عقد رسمی', startedOn: '2010-01-01', endedOn: '2020-01-01', version: 1 }
  expect((await site.call(relations.change, { ...on, body })).status).toBe(200)
  expect(await list(one)).toMatchObject([{ note: 'عقد رسمی', endedOn: '2020-01-01', version: 2 }])
  expect((await site.call(relations.change, { ...on, body })).body).toMatchObject({ code: 'changed-meanwhile' })
  await site.call(relations.remove, on)
  expect([await list(one), await list(two)]).toEqual([[], []])
})

describe('bad input', () => {
  test('a file has no relation to itself, to nobody, of no kind, twice, or backwards in time', async () => {
    const [one, two] = [await person('مینا'), await person('سینا')]
    const spouse = await kindOf(site, root, 'spouse')
    const add = (body: object) =>
      site.call(relations.add, {
        as: root,
        params: { customerId: one },
        body: { ...unsaid, otherId: two, kindId: spouse.id, side: 'a', ...body },
      })
    expect((await add({ otherId: one })).body).toMatchObject({ code: 'relation-with-itself' })
    expect((await add({ otherId: spouse.id })).status).toBe(422)
    expect((await add({ kindId: one })).status).toBe(422)
    expect((await add({ startedOn: '2020-01-02', endedOn: '2020-01-01' })).status).toBe(422)
    expect((await add({})).status).toBe(200)
    expect((await add({ side: 'b' })).body).toMatchObject({ code: 'already-exists' })
  })

  test('kinship is between persons, and a parent company is an organisation', async () => {
    const [child, firm] = [await person('آوا'), (await newCustomer(site, root, organisationFile('نیک‌پی'))).customerId]
    const kinds = [await kindOf(site, root, 'parent'), await kindOf(site, root, 'parent-company')]
    for (const { id: kindId } of kinds) {
      const body = { ...unsaid, otherId: firm, kindId, side: 'b' as const }
      const reply = await site.call(relations.add, { as: root, params: { customerId: child }, body })
      expect(reply.body).toMatchObject({ code: 'relation-does-not-fit' })
    }
  })
})

test('an organisation makes kinds of its own, names both directions, and takes one out of use', async () => {
  const own = { aFa: 'ضامن', aEn: 'Guarantor', bFa: 'ضمانت‌شده', bEn: 'Guaranteed', aKind: null, bKind: null, kinship: false, active: true }
  const added = (await site.call(relationKinds.add, { as: root, body: own })).body
  const [one, two] = [await person('رها'), await person('سها')]
  const body = { ...unsaid, otherId: two, kindId: added.id, side: 'a' as const }
  expect((await site.call(relations.add, { as: root, params: { customerId: one }, body })).status).toBe(200)
  const out = { as: root, params: { kindId: added.id }, body: { ...own, active: false, version: 1 } }
  expect((await site.call(relationKinds.change, out)).body).toMatchObject({ active: false, version: 2 })
  expect((await site.call(relations.add, { as: root, params: { customerId: two }, body: { ...body, otherId: one } })).status).toBe(422)
  expect(await list(one)).toHaveLength(1)
})

describe('C9: a relation to a file out of sight is not there', () => {
  let eastern: TestPerson
  let [near, hidden, beyond]: string[] = []
  let relationId: string
  beforeAll(async () => {
    const grants = { 'customers.read': 'team', 'customers.write': 'team' } as const
    eastern = await site.addPerson('خاوری', { unitId: units.east, grants })
    ;[near, hidden, beyond] = [await person('نزدیک'), await person('پنهان', units.west), await person('آن‌سو')]
    relationId = (await newRelation(site, root, near, hidden, 'sibling')).id
    await newRelation(site, root, hidden, beyond, 'sibling')
    await site.settle()
  })

  test('not in the list, the graph, its counts, nor on the timeline', async () => {
    const alone = await person('تنها')
    await site.settle()
    expect(await list(near!, eastern)).toEqual([])
    const seen = await graph(near!, eastern)
    expect(seen).toMatchObject({ nodes: [{ customerId: near, more: false }], edges: [], more: false })
    expect((await graph(near!)).nodes.map(({ customerId }) => customerId)).toEqual([near, hidden, beyond])
    const lines = async (customerId: string, as: TestPerson) =>
      (await site.call(contract.customers.timeline, { as, params: { customerId } })).body.rows.map(({ kind }) => kind)
    expect(await lines(near!, eastern)).toEqual(await lines(alone, eastern))
    expect(await lines(near!, root)).toContain('customer.related')
  })

  test('and can be neither made, changed nor removed by whoever does not see it', async () => {
    const on = { as: eastern, params: { customerId: near!, relationId } }
    const missing = { as: eastern, params: { customerId: near!, relationId: near! } }
    expect((await site.call(relations.remove, on)).text).toBe((await site.call(relations.remove, missing)).text)
    expect((await site.call(relations.change, { ...on, body: { ...unsaid, version: 1 } })).status).toBe(404)
    const { id: kindId } = await kindOf(site, eastern, 'relative')
    const body = { ...unsaid, otherId: hidden!, kindId, side: 'a' as const }
    expect((await site.call(relations.add, { as: eastern, params: { customerId: near! }, body })).status).toBe(422)
  })

  test('who may not read what is internal sees no relation at all', async () => {
    const public_ = await site.addPerson('همگانی', { grants: { 'customers.read': 'all' }, fieldClasses: ['public'] })
    expect(await list(near!, public_)).toEqual([])
    expect((await graph(near!, public_)).nodes).toHaveLength(1)
  })
})

test('C9: the graph goes two steps, draws each relation once, and sixty files at most', async () => {
  const [grandfather, father] = [await person('بزرگ'), await person('پدر')]
  await newRelation(site, root, grandfather, father, 'parent')
  const children = []
  for (let number = 1; number <= 3; number += 1) {
    const child = await person(`فرزند ${number}`)
    children.push(child)
    await newRelation(site, root, father, child, 'parent')
  }
  await newRelation(site, root, children[0]!, children[1]!, 'sibling')
  const from = await graph(grandfather)
  expect(from.nodes.map(({ step }) => step)).toEqual([0, 1, 2, 2, 2])
  expect(from.edges).toHaveLength(5)
  expect(from.edges[0]).toMatchObject({ from: grandfather, to: father })
  const near = await graph(grandfather, root, 1)
  expect(near.nodes).toMatchObject([{ more: false }, { customerId: father, more: true }])
  const { id: kindId } = await kindOf(site, root, 'relative')
  await site.owner.query(
    `with made as (select gen_random_uuid() as id, c.customer_id as other from customers.customer c where c.customer_id <> $1 limit 70)
     insert into customers.relation (customer_id, id, other_id, kind_id, side, version, created_at) select $1, id, other, $2, 'a', 1, now() from made`,
    [grandfather, kindId],
  )
  const extra = await site.owner.query<{ n: number }>('select count(*)::int as n from customers.customer')
  const big = await graph(grandfather)
  expect(big.nodes.length).toBe(Math.min(60, extra.rows[0]!.n))
})

test('C9: what was merged into a file is read with it, and a file is not related to what was merged into it', async () => {
  const [left, merged, friend] = [await person('مانده'), await person('پیوسته'), await person('دوست')]
  await newRelation(site, root, merged, friend, 'partner')
  await newRelation(site, root, left, merged, 'sibling')
  const on = { as: root, params: { customerId: merged } }
  await site.call(contract.behaviour.addNote, { ...on, body: { text: 'یادداشت پرونده‌ای که پیوست' } })
  await site.owner.query('update customers.customer set merged_into = $1, gone = true where customer_id = $2', [left, merged])
  expect((await list(left)).map(({ other }) => other.customerId)).toEqual([friend])
  expect((await list(friend)).map(({ other }) => other.customerId)).toEqual([left])
  expect((await graph(friend)).nodes.map(({ customerId }) => customerId)).toEqual([friend, left])
  const [relation] = await list(left)
  const off = { as: root, params: { customerId: left, relationId: relation!.id } }
  expect((await site.call(relations.remove, off)).status).toBe(200)
  expect(await list(friend)).toEqual([])
  const { notes } = (await site.call(contract.behaviour.show, { as: root, params: { customerId: left } })).body
  const onNote = { as: root, params: { customerId: left, noteId: notes[0]!.id } }
  expect((await site.call(contract.behaviour.removeNote, onNote)).body.notes).toEqual([])
})
