import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp } from '../../testing/open-test-app.ts'
import { sql as ownFieldsRight } from './migrations/0136-own-fields-right.ts'

let site: TestApp
beforeAll(async () => {
  site = await openTestApp()
})
afterAll(() => site.close())

test('whoever administers the organisation and its files may define own fields after an upgrade, and nobody else', async () => {
  const role = async (name: string, rights: object) => {
    const id = newId()
    await site.owner.query(`insert into identity.role (id, name, grants, field_classes, built_in) values ($1, $2, $3, '{}', false)`, [
      id,
      name,
      rights,
    ])
    return id
  }
  const admin = await role('مدیر', { 'identity.manage': 'all', 'customers.manage': 'all', 'customers.write': 'all' })
  const seller = await role('فروشنده', { 'customers.write': 'all' })
  await site.owner.query(ownFieldsRight)
  const { rows } = await site.owner.query(`select id from identity.role where grants ? 'customers.fields' and id = any($1)`, [
    [admin, seller],
  ])
  expect(rows).toEqual([{ id: admin }])
})
