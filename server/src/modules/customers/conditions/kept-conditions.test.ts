import { contract } from '@parvandeh/contract'
import type { Condition } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'

const { views, segments, customers, audit } = contract
const grants = { 'customers.read': 'all', 'customers.export': 'all', 'identity.manage': 'all', 'identity.audit': 'all' } as const
const secret = '0012345679'
const condition: Condition = {
  any: [{ field: 'lastName', is: 'equals', value: 'کریمی' }, { not: { field: 'nationalCode', is: 'equals', value: secret } }],
}
const where = JSON.stringify(condition)

let site: TestApp
let sara: TestPerson
let blind: TestPerson
let chief: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  const unitId = await site.addUnit('پشتیبانی')
  sara = await site.addPerson('سارا رستگارفر', { unitId, grants })
  chief = await site.addPerson('مهین همه‌خوان', { grants })
  blind = await site.addPerson('بی‌حساس', { unitId, grants, fieldClasses: ['public', 'internal'] })
})
afterAll(() => site.close())

let made = 0
async function keepView(audience: 'team' | 'all', search: Record<string, string> = { where }): Promise<string> {
  const name = `نما ${(made += 1)}`
  const body = { list: 'customers' as const, name, audience, search, columns: [], group: null }
  const reply = await site.call(views.create, { as: sara, body })
  expect(reply, reply.text).toMatchObject({ status: 200, body: { usable: true, search } })
  return reply.body.id
}
const listed = async (as: TestPerson) => site.call(views.list, { as, query: { list: 'customers' } })

test.each(['team', 'all'] as const)(
  'C81: a view for %s whose condition asks about a field out of sight is not there for its reader',
  async (audience) => {
    const viewId = await keepView(audience)
    const plain = await keepView(audience, { where: JSON.stringify({ field: 'lastName', is: 'filled' }) })
    const seen = await listed(blind)
    expect(seen.text).not.toContain(secret)
    expect(seen.body.views.map(({ id }) => id)).toContain(plain)
    expect(seen.body.views.map(({ id }) => id)).not.toContain(viewId)
    const params = { viewId }
    const told = [
      await site.call(views.change, { as: blind, params, body: { name: 'نام دیگر', version: 1 } }),
      await site.call(views.remove, { as: blind, params }),
      await site.call(views.restore, { as: blind, params }),
      await site.call(views.setDefault, { as: blind, params: { list: 'customers' }, body: { viewId } }),
    ]
    expect(told.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect((await site.call(customers.list, { as: blind, query: { where } })).status).toBe(422)
  },
)

test('C81: whoever may no longer read what their own view and segment ask about finds both, without the values, and cannot apply them', async () => {
  const viewId = await keepView('team')
  const given = { name: 'گروه خودم', description: '', audience: 'private', condition } as const
  const own = await site.call(segments.create, { as: sara, body: given })
  // As if their rights had been taken since they kept both.
  await site.owner.query('update identity.saved_view set owner_id = $1 where id = $2', [blind.id, viewId])
  await site.owner.query('update customers.segment set owner_id = $1 where id = $2', [blind.id, own.body.id])
  const seen = await listed(blind)
  const view = seen.body.views.find(({ id }) => id === viewId)
  expect(view).toMatchObject({ usable: false })
  expect(JSON.parse(String(view?.search['where']))).toEqual({
    any: [{ field: 'lastName', is: 'equals', value: 'کریمی' }, { not: { field: 'nationalCode', is: 'equals' } }],
  })
  const segment = await site.call(segments.show, { as: blind, params: { segmentId: own.body.id } })
  expect(segment.body).toMatchObject({ usable: false, kind: 'rule' })
  const list = await site.call(segments.list, { as: blind })
  for (const { text } of [seen, segment, list]) expect(text).not.toContain(secret)
  expect((await site.call(customers.list, { as: blind, query: { where: String(view?.search['where']) } })).status).toBe(422)
  const renamed = await site.call(segments.change, {
    as: blind,
    params: { segmentId: own.body.id },
    body: { name: 'نام دیگر', version: segment.body.version },
  })
  expect(renamed).toMatchObject({ status: 200, body: { name: 'نام دیگر', usable: false } })
  expect(renamed.text).not.toContain(secret)
  const kept = await site.owner.query<{ condition: Condition }>('select condition from customers.segment where id = $1', [own.body.id])
  expect(kept.rows[0]?.condition).toEqual(condition)
})

test('C81: in the trail the words of a condition are for those who may read every class, whatever it was kept or used in', async () => {
  await site.call(customers.export, { as: chief, query: { where, columns: 'name' } })
  await site.call(segments.create, { as: chief, body: { name: 'گروه', description: '', audience: 'all', condition } })
  const read = async (as: TestPerson) => site.call(audit.list, { as, query: { limit: 100 } })
  const [whole, part] = [await read(chief), await read(blind)]
  for (const action of ['view.created', 'segment.created', 'customers.exported']) {
    expect(JSON.stringify(whole.body.rows.filter((row) => row.action === action))).toContain(secret)
    expect(part.body.rows.filter((row) => row.action === action)).not.toHaveLength(0)
  }
  expect(part.text).not.toContain(secret)
  expect(part.body.rows.find(({ action }) => action === 'segment.created')).toMatchObject({ withheld: ['condition'] })
})
