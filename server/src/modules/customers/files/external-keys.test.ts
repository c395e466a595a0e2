import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { customerNames, customersByExternalKey, requireVisibleCustomer } from '../index.ts'

const grants = { 'customers.read': 'all', 'customers.write': 'all' } as const

let site: TestApp
let clerk: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  clerk = await site.addPerson('کلیددار', { grants })
})
afterAll(() => site.close())

const load = (source: string, entries: { key: string; name: string | null }[], unitId: string | null = null) =>
  site.app.runAsSystem((context) => customersByExternalKey(context, source, entries, unitId))

test('customers of another system get provisional files once, found by name and by their key there', async () => {
  const unit = await site.addUnit('واردات')
  const entries = [
    { key: 'Value 12', name: 'شرکت وارداتی' },
    { key: 'Value 13', name: null },
    { key: 'Value 12', name: null },
  ]
  const first = await load('helpdesk', entries, unit)
  expect(first.size).toBe(2)
  expect(await load('helpdesk', entries, unit)).toEqual(first)
  expect((await load('other', [{ key: 'Value 12', name: null }])).get('Value 12')).not.toBe(first.get('Value 12'))
  const found = async (q: string) => (await site.call(contract.customers.search, { as: clerk, query: { q } })).body.rows
  expect(await found('وارداتی')).toMatchObject([{ customerId: first.get('Value 12'), provisional: true }])
  expect(await found('value 13')).toMatchObject([
    {
      customerId: first.get('Value 13'),
      displayName: expect.stringMatching(/^مشتری [۰-۹]+$/u),
      matched: { source: 'external', text: 'Value 13' },
    },
  ])
})

test('hundreds at once, keys beyond measure included, and an edit keeps the key', async () => {
  const entries = Array.from({ length: 1203 }, (_, n) => ({ key: `k${n}`, name: `مشتری انبوه ${n}` }))
  entries.push(
    { key: 'x'.repeat(5000), name: 'بلند' },
    { key: `${'x'.repeat(5000)}y`, name: 'بلندتر' },
    { key: 'nul\0and half \ud800', name: '\0' },
  )
  const made = await load('bulk', entries)
  expect(new Set(made.values()).size).toBe(1206)
  expect(await load('bulk', entries)).toEqual(made)
  const customerId = made.get('k7') ?? ''
  const edited = await site.call(contract.customers.change, {
    as: clerk,
    params: { customerId },
    body: { ...personFile({ lastName: 'ویراسته' }), version: 1 },
  })
  expect(edited.body).toMatchObject({ provisional: true, version: 2 })
  expect((await load('bulk', [{ key: 'k7', name: null }])).get('k7')).toBe(customerId)
  const rows = await site.owner.query(
    `select count(*)::int as n from customers.search_row where customer_id = $1 and source = 'external'`,
    [customerId],
  )
  expect(rows.rows[0].n).toBe(1)
})

test('two loads at the same instant make each file once', async () => {
  const entries = Array.from({ length: 40 }, (_, n) => ({ key: `r${n}`, name: null }))
  const [one, two] = await Promise.all([load('race', entries), load('race', entries.toReversed())])
  expect(Object.fromEntries(one)).toEqual(Object.fromEntries(two))
  const made = await site.owner.query(`select count(*)::int as n from customers.identifier where value like 'race:%'`)
  expect(made.rows[0].n).toBe(40)
  const files = await site.owner.query(
    `select count(*)::int as n from customers.customer c where exists (select from customers.search_row s where s.customer_id = c.customer_id and s.source = 'external' and s.label like 'r%' and s.label not like 'rule%')`,
  )
  expect(files.rows[0].n).toBe(40)
})

test('other modules ask whether a file may be reached, and what files are called', async () => {
  const unit = await site.addUnit('خانهٔ پرونده')
  const file = await newCustomer(site, clerk, personFile({ lastName: 'نامدار', unitId: unit }))
  await site.app.runAsSystem(async (context) => {
    expect(await requireVisibleCustomer(context, file.customerId)).toEqual({
      customerId: file.customerId,
      fileIds: [file.customerId],
      displayName: 'نامدار',
      unitId: unit,
      ownerId: null,
      version: 1,
    })
    const stranger = {
      ...context,
      actor: { ...context.actor, grants: { 'customers.read': 'team' as const }, unitId: newId(), unitIds: [] },
    }
    await expect(requireVisibleCustomer(stranger, file.customerId)).rejects.toMatchObject({ code: 'not-found' })
    await expect(requireVisibleCustomer(context, newId())).rejects.toMatchObject({ code: 'not-found' })
    expect(await customerNames(context, [file.customerId, newId(), file.customerId])).toEqual(new Map([[file.customerId, 'نامدار']]))
    expect(await customerNames(context, [])).toEqual(new Map())
  })
})
