import { contract, permissionKeys } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'

let site: TestApp
let administrator: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  await site.call(contract.session.setUp, {
    body: { organisationName: 'شرکت آزمون', personName: 'مدیر آزمونی', username: 'modir', password: 'گذرواژهٔ بلند ۱' },
  })
  administrator = await site.addPerson('راهبر آزمونی', { grants: Object.fromEntries(permissionKeys.map((key) => [key, 'all'])) })
})
afterAll(() => site.close())

const password = 'یک گذرواژهٔ بلند'

const addOperator = async (username: string) => {
  const { body } = await site.call(contract.roles.list, { as: administrator })
  const operator = body.roles.find((role) => role.name === 'کارشناس')
  return site.call(contract.people.add, {
    as: administrator,
    body: { name: 'شیرین آزمونی‌زاده', username, email: null, unitId: null, roleIds: [operator?.id ?? ''], password },
  })
}

test('a colleague who was added signs in, and no longer once made inactive', async () => {
  const added = await addOperator('shirin')
  expect(added).toMatchObject({ status: 200, body: { name: 'شیرین آزمونی‌زاده', canSignIn: true } })
  const signIn = () => site.call(contract.session.signIn, { body: { login: 'shirin', password } })
  const signedIn = await signIn()
  expect(signedIn.status).toBe(200)
  const { canSignIn: _can, createdAt: _at, id, ...same } = added.body
  await site.call(contract.people.change, { as: administrator, params: { personId: id }, body: { ...same, active: false } })
  await site.settle()
  expect((await signIn()).status).toBe(401)
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
  const session = await site.app.http.inject({ url: '/api/session', headers: { cookie } })
  expect(session.json()).toMatchObject({ person: null })
})

test('a user name is given once, and the second is refused in words', async () => {
  await addOperator('twice')
  expect(await addOperator('twice')).toMatchObject({ status: 409, body: { code: 'already-exists' } })
})

test('the last who can manage people cannot be shut out', async () => {
  const { body } = await site.call(contract.people.list, { as: administrator, query: { q: 'مدیر' } })
  const [last] = body.rows
  if (!last) throw new Error('the first administrator is missing')
  const { canSignIn: _can, createdAt: _at, id, ...same } = last
  const reply = await site.call(contract.people.change, { as: administrator, params: { personId: id }, body: { ...same, active: false } })
  expect(reply).toMatchObject({ status: 409, body: { code: 'last-administrator' } })
})

test('of two who shut each other out at the same moment, one is refused', async () => {
  const admins = await Promise.all(['یکم', 'دوم'].map((name) => site.addPerson(`راهبر ${name}`, { grants: { 'identity.manage': 'all' } })))
  await site.owner.query(
    `update identity.person set user_id = gen_random_uuid(), username = 'admin' || right(id::text, 6) where id = any($1)`,
    [admins.map(({ id }) => id)],
  )
  const first = (await site.call(contract.people.list, { as: administrator, query: { q: 'مدیر' } })).body.rows[0]
  await site.owner.query('update identity.person set active = false where id = $1', [first?.id])
  const everyone = (await site.call(contract.people.list, { as: administrator, query: { q: 'راهبر' } })).body.rows
  const shutOut = async (personId: string) => {
    const { canSignIn: _can, createdAt: _at, id: _id, ...same } = everyone.find(({ id }) => id === personId) ?? expect.unreachable()
    return site.call(contract.people.change, { as: administrator, params: { personId }, body: { ...same, active: false } })
  }
  const replies = await Promise.all(admins.map(({ id }) => shutOut(id)))
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409])
  await site.owner.query('update identity.person set active = true where id = $1', [first?.id])
})

test('a unit cannot come to lie under itself, and what is moved takes along what is below', async () => {
  const add = async (name: string, parentId: string | null) =>
    (await site.call(contract.units.add, { as: administrator, body: { name, parentId, branchId: null } })).body.id
  const [service, repair] = [await add('خدمات', null), await add('فروش', null)]
  const bench = await add('میز تعمیر', repair)
  const moved = await site.call(contract.units.change, {
    as: administrator,
    params: { unitId: repair },
    body: { name: 'تعمیرگاه', parentId: service, branchId: null, version: 1 },
  })
  expect(moved.status).toBe(200)
  const above = await site.owner.query('select ancestor_id, depth from identity.unit_ancestor where unit_id = $1 order by depth', [bench])
  expect(above.rows).toEqual([
    { ancestor_id: bench, depth: 0 },
    { ancestor_id: repair, depth: 1 },
    { ancestor_id: service, depth: 2 },
  ])
  const cycle = await site.call(contract.units.change, {
    as: administrator,
    params: { unitId: service },
    body: { name: 'خدمات', parentId: bench, branchId: null, version: 1 },
  })
  expect(cycle).toMatchObject({ status: 409, body: { code: 'unit-cycle' } })
  const used = await site.call(contract.units.remove, { as: administrator, params: { unitId: service } })
  expect(used).toMatchObject({ status: 409, body: { code: 'still-in-use' } })
})

test('an access token acts as its owner until it is revoked, and can neither make another nor change the password', async () => {
  const owner = await site.signIn('modir', 'گذرواژهٔ بلند ۱')
  const made = await site.call(contract.tokens.add, { as: owner, body: { name: 'اسکریپت شبانه', days: 30 } })
  const asScript = { ...administrator, authorization: `Bearer ${made.body.token}` }
  expect((await site.call(contract.people.directory, { as: asScript })).status).toBe(200)
  const another = await site.call(contract.tokens.add, { as: asScript, body: { name: 'کلیدِ کلید', days: null } })
  expect(another).toMatchObject({ status: 403, body: { code: 'not-permitted' } })
  const changed = await site.call(contract.session.changePassword, {
    as: asScript,
    body: { current: 'گذرواژهٔ بلند ۱', next: 'گذرواژهٔ بلند ۲' },
  })
  expect(changed).toMatchObject({ status: 403, body: { code: 'not-permitted' } })
  await site.call(contract.tokens.revoke, { as: owner, params: { tokenId: made.body.id } })
  await expect.poll(async () => (await site.call(contract.people.directory, { as: asScript })).status).toBe(401)
})

test('a changed right holds from the next request, without signing in again', async () => {
  const clerk = await site.addPerson('کارمند آزمونی', { grants: {} })
  expect((await site.call(contract.people.directory, { as: clerk })).status).toBe(403)
  const { body } = await site.call(contract.roles.list, { as: administrator })
  const role = body.roles.find((one) => one.name.startsWith('کارمند آزمونی'))
  await site.call(contract.roles.change, {
    as: administrator,
    params: { roleId: role?.id ?? '' },
    body: { name: 'کارمند تازه', grants: { 'identity.directory': 'own' }, fieldClasses: [], version: 1 },
  })
  await expect.poll(async () => (await site.call(contract.people.directory, { as: clerk })).status).toBe(200)
})

test('the audit trail tells who changed what, newest first, page by page', async () => {
  const first = await site.call(contract.audit.list, { as: administrator, query: { limit: 2 } })
  expect(first.body.rows).toHaveLength(2)
  const second = await site.call(contract.audit.list, { as: administrator, query: { limit: 2, after: first.body.next } })
  const ids = [...first.body.rows, ...second.body.rows].map((row) => row.id)
  expect(ids).toEqual(ids.toSorted().toReversed())
  const changes = await site.call(contract.audit.list, { as: administrator, query: { action: 'unit.changed' } })
  expect(changes.body.rows[0]).toMatchObject({ actorName: 'راهبر آزمونی', before: { name: 'فروش' }, after: { name: 'تعمیرگاه' } })
  expect((await site.call(contract.audit.list, { as: administrator, query: { after: 'x' } })).status).toBe(422)
})

test('of two who edit the same person, unit or role at once, the later is told, and nothing is lost', async () => {
  const twice = async (save: (name: string) => Promise<{ status: number; text: string }>) =>
    (await Promise.all([save('نسخهٔ یک'), save('نسخهٔ دو')])).map(({ status }) => status).toSorted()
  const added = (await addOperator('golnar')).body
  const { id: personId, ...person } = added
  expect(
    await twice((name) => site.call(contract.people.change, { as: administrator, params: { personId }, body: { ...person, name } })),
  ).toEqual([200, 409])
  const { body: seen } = await site.call(contract.people.show, { as: administrator, params: { personId } })
  expect(seen.version).toBe(person.version + 1)
  const unit = (await site.call(contract.units.add, { as: administrator, body: { name: 'بایگانی', parentId: null, branchId: null } })).body
  expect(
    await twice((name) => site.call(contract.units.change, { as: administrator, params: { unitId: unit.id }, body: { ...unit, name } })),
  ).toEqual([200, 409])
  const role = (await site.call(contract.roles.add, { as: administrator, body: { name: 'ناظر', grants: {}, fieldClasses: [] } })).body
  expect(
    await twice((name) => site.call(contract.roles.change, { as: administrator, params: { roleId: role.id }, body: { ...role, name } })),
  ).toEqual([200, 409])
})
