import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../testing/customers-builders.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../testing/open-test-app.ts'
import { chequeOf, invoiceOf, newEntry } from '../../testing/sales-builders.ts'
import { sweepDue } from './index.ts'

const { ledger, cheques, customers, duplicates } = contract
const grants = {
  'customers.read': 'all',
  'customers.write': 'all',
  'customers.export': 'all',
  'sales.read': 'all',
  'sales.write': 'all',
  'catalogue.manage': 'all',
} as const
const nowhere = '01900000-0000-7000-8000-000000000000'

let site: TestApp
let clerk: TestPerson
let units: { here: string; there: string }
beforeAll(async () => {
  site = await openTestApp()
  site.clock.now = new Date('2026-03-01T08:00:00Z')
  units = { here: await site.addUnit('فروش شمال'), there: await site.addUnit('فروش جنوب') }
  clerk = await site.addPerson('نگین حسابی', { grants })
})
afterAll(() => site.close())

const newFile = async (unitId: string | null = null) =>
  (await newCustomer(site, clerk, personFile({ lastName: 'بدهکارپور', unitId }))).customerId
const versionOf = async (customerId: string) => (await site.call(customers.show, { as: clerk, params: { customerId } })).body.version
const colleagueOf = (unitId: string) =>
  site.addPerson('کیان هم‌واحدی', { unitId, grants: { ...grants, 'sales.read': 'team', 'sales.write': 'team' } })
const add = (customerId: string, body: Parameters<typeof newEntry>[3], as = clerk) =>
  site.call(ledger.add, { as, params: { customerId }, body })
const accountOf = async (customerId: string, as = clerk) => (await site.call(ledger.account, { as, params: { customerId } })).body
const listOf = async (customerId: string, query = {}, as = clerk) =>
  (await site.call(ledger.list, { as, params: { customerId }, query })).body
const receipt = { kind: 'receipt', day: '2026-01-10', amount: 4_000_000, method: 'card' } as const

test('C15: the balance is what the entries come to, and each line of the ledger says the balance after it', async () => {
  const customerId = await newFile()
  await add(customerId, { kind: 'opening', day: '2026-01-01', amount: 1_000_000, side: 'debit' })
  await add(customerId, invoiceOf(10_000_000, { day: '2026-01-05' }))
  await add(customerId, { kind: 'pre-invoice', day: '2026-01-06', amount: 90_000_000 })
  await add(customerId, receipt)
  await add(customerId, { kind: 'return', day: '2026-01-12', amount: 2_000_000 })
  const { account } = (await add(customerId, { kind: 'payment', day: '2026-01-13', amount: 500_000, method: 'transfer' })).body
  expect(account).toMatchObject({ balance: 5_500_000, lastPurchase: { day: '2026-01-05', amount: 10_000_000 }, entries: 6 })
  const { rows } = await listOf(customerId)
  expect(rows.map(({ kind, running }) => [kind, running])).toEqual([
    ['payment', 5_500_000],
    ['return', 5_000_000],
    ['receipt', 7_000_000],
    ['pre-invoice', 11_000_000],
    ['invoice', 11_000_000],
    ['opening', 1_000_000],
  ])
  const narrowed = await listOf(customerId, { kinds: 'receipt, invoice,none', from: '2026-01-02', to: '2026-01-31' })
  expect(narrowed.rows.map(({ running }) => running)).toEqual([7_000_000, 11_000_000])
})

test('C15: a ledger is paged through by day and by entry, also where many are of one day', async () => {
  const customerId = await newFile()
  for (let amount = 1; amount <= 7; amount += 1)
    await add(customerId, invoiceOf(amount * 1000, { day: amount < 4 ? '2026-01-05' : '2026-01-06' }))
  const seen: number[] = []
  let after: string | undefined
  do {
    const page = await listOf(customerId, { limit: 3, ...(after && { after }) })
    seen.push(...page.rows.map(({ amount }) => amount / 1000))
    after = page.next
  } while (after !== undefined)
  expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1])
  for (const wrong of ['x', Buffer.from('["now","x"]').toString('base64url')])
    expect((await site.call(ledger.list, { as: clerk, params: { customerId }, query: { after: wrong } })).status).toBe(422)
})

describe('C15: an invoice', () => {
  test('is the sum of its lines, each at its price less its discount, with its tax', async () => {
    const customerId = await newFile()
    const product = (await site.call(contract.catalogue.addProduct, { as: clerk, body: { name: 'یخچال ساید', code: null, active: true } }))
      .body
    const lines = [
      { productId: product.id, quantity: 2, unitPrice: 1_000_000, discount: 100_000, tax: 190_000 },
      { title: 'کرایهٔ حمل', quantity: 1.5, unitPrice: 333 },
    ]
    const { entry } = await newEntry(site, clerk, customerId, invoiceOf(2_090_500, { lines }))
    const shown = await site.call(ledger.show, { as: clerk, params: { customerId, entryId: entry.id } })
    expect(shown.body.lines).toMatchObject([
      { title: 'یخچال ساید', productId: product.id, total: 2_090_000 },
      { title: 'کرایهٔ حمل', total: 500, quantity: 1.5 },
    ])
    const refusals = [
      [{ lines, amount: 1 }, 'amount'],
      [{ lines: [{ title: 'هیچ', quantity: 1, unitPrice: 5, discount: 6 }], amount: null }, 'lines.0.discount'],
      [{ lines: [{ quantity: 1, unitPrice: 5 }], amount: null }, 'lines.0.title'],
      [{ lines: [{ productId: nowhere, quantity: 1, unitPrice: 5 }], amount: null }, 'lines.0.productId'],
      [{ amount: null }, 'amount'],
      [{ day: '2026-03-09' }, 'day'],
      [{ dueDay: '2025-12-01' }, 'dueDay'],
      [{ dueDay: '2090-12-01' }, 'dueDay'],
    ] as const
    for (const [said, field] of refusals)
      expect((await add(customerId, invoiceOf(1000, said as object))).body, field).toMatchObject({
        code: 'invalid-input',
        problems: [{ field }],
      })
  })

  test('has a number that no other invoice has, whatever digits it is typed with; one without gets the next that is free', async () => {
    const [one, other] = [await newFile(), await newFile()]
    const first = await newEntry(site, clerk, one, invoiceOf(1000))
    await newEntry(site, clerk, one, invoiceOf(1000, { number: String(Number(first.entry.number) + 1) }))
    expect((await newEntry(site, clerk, other, invoiceOf(1000))).entry.number).toBe(String(Number(first.entry.number) + 2))
    await newEntry(site, clerk, one, invoiceOf(1000, { number: 'الف-۱۲' }))
    expect((await add(other, invoiceOf(1000, { number: ' الف-12' }))).body).toMatchObject({
      code: 'invalid-input',
      problems: [{ field: 'number' }],
    })
    expect((await add(other, { ...receipt, number: 'الف-12' })).status).toBe(200)
  })
})

describe('C15: a cheque', () => {
  test('pays until it bounces; what became of it is told in order, and the last word can be taken back', async () => {
    const customerId = await newFile()
    await add(customerId, invoiceOf(5_000_000))
    const { entry, account } = await newEntry(site, clerk, customerId, chequeOf(5_000_000))
    expect([account.balance, account.openCheques, account.creditUsed, entry.cheque?.state]).toEqual([0, 5_000_000, 5_000_000, 'in-hand'])
    const on = { as: clerk, params: { customerId, entryId: entry.id } }
    const move = (state: 'deposited' | 'bounced' | 'cleared', version: number, day = '2026-02-05') =>
      site.call(cheques.move, { ...on, body: { state, day, note: 'کسری موجودی', version } })
    expect((await move('deposited', 1)).body.account.openCheques).toBe(5_000_000)
    const bounced = await move('bounced', 2)
    expect(bounced.body).toMatchObject({ account: { balance: 5_000_000, openCheques: 0, overdue: 5_000_000 }, entry: { effect: 0 } })
    expect((await move('deposited', 2)).body).toMatchObject({ code: 'changed-meanwhile' })
    const back = await site.call(cheques.undo, { ...on, body: { version: 3 } })
    expect(back.body).toMatchObject({ account: { balance: 0 }, entry: { cheque: { state: 'deposited' } } })
    expect((await move('cleared', 4)).body.account).toMatchObject({ balance: 0, openCheques: 0 })
    expect((await move('bounced', 5)).body).toMatchObject({ code: 'cheque-cannot-move' })
    const story = (await site.call(ledger.show, on)).body.chequeStory
    expect(story.map(({ state }) => state)).toEqual(['in-hand', 'deposited', 'cleared'])
    const later = site.clock.now
    site.clock.now = new Date(later.getTime() + 60_000)
    expect((await site.call(cheques.undo, { ...on, body: { version: 5 } })).body).toMatchObject({ code: 'undo-too-late' })
    site.clock.now = later
  })

  test('has a Sayad id of sixteen digits, which no other cheque has', async () => {
    const customerId = await newFile()
    expect((await newEntry(site, clerk, customerId, chequeOf(1000, { sayadId: '۱۲۳۴-۵۶۷۸-۹۰۱۲-۳۴۵۶' }))).entry.cheque?.sayadId).toBe(
      '1234567890123456',
    )
    for (const sayadId of ['1234567890123456', '12345', '1111111111111111', 'x'.repeat(16)])
      expect((await add(customerId, chequeOf(1000, { sayadId }))).body).toMatchObject({
        code: 'invalid-input',
        problems: [{ field: 'sayadId' }],
      })
    expect((await add(customerId, chequeOf(1000, { sayadId: null }))).status).toBe(200)
  })

  test('stands in the list of all files by the day on which it falls due, under the rights of its file, and goes where the file goes', async () => {
    const [near, far] = [await newFile(units.here), await newFile(units.there)]
    await newEntry(site, clerk, near, chequeOf(2000, { dueDay: '2031-01-02', bank: 'كشاورزي' }))
    await newEntry(site, clerk, far, chequeOf(3000, { dueDay: '2031-01-01' }))
    await newEntry(site, clerk, near, chequeOf(4000, { dueDay: '2031-01-03' }))
    const local = await colleagueOf(units.here)
    const listed = async (as: TestPerson, query = {}) =>
      (await site.call(cheques.list, { as, query: { from: '2031-01-01', ...query } })).body.rows.map(({ amount }) => amount)
    expect(await listed(clerk)).toEqual([3000, 2000, 4000])
    expect(await listed(local)).toEqual([2000, 4000])
    expect(await listed(clerk, { bank: 'کشاورزی' })).toEqual([2000])
    expect(await listed(clerk, { state: 'open', to: '2031-01-02' })).toEqual([3000, 2000])
    expect(await listed(clerk, { state: 'cleared' })).toEqual([])
    const { version } = (await site.call(customers.show, { as: clerk, params: { customerId: far } })).body
    await site.call(customers.patch, { as: clerk, params: { customerId: far }, body: { unitId: units.here, version } })
    await site.settle()
    expect(await listed(local)).toEqual([3000, 2000, 4000])
    await site.owner.query(`update customers.customer set deleted_at = now(), gone = true where customer_id = $1`, [far])
    const [first, second] = (await site.call(cheques.list, { as: clerk, query: { from: '2031-01-01' } })).body.rows
    expect([first?.amount, first?.can.move, second?.can.move]).toEqual([3000, false, true])
    expect(first?.customerName).not.toContain('بدهکارپور')
  })
})

test('C15: what fell due and is not paid is overdue; the oldest debt is paid first, and a day that passes is noticed', async () => {
  const customerId = await newFile()
  await add(customerId, invoiceOf(3_000_000, { day: '2026-01-05', dueDay: '2026-02-01' }))
  const { entry } = await newEntry(site, clerk, customerId, invoiceOf(6_000_000, { day: '2026-01-06' }))
  const on = { as: clerk, params: { customerId, entryId: entry.id } }
  const plan = [
    { dueDay: '2026-02-20', amount: 2_000_000 },
    { dueDay: '2026-03-05', amount: 2_000_000 },
    { dueDay: '2026-04-05', amount: 2_000_000 },
  ]
  const planned = await site.call(ledger.planInstalments, { ...on, body: { instalments: plan, version: 1 } })
  expect(planned.body.account).toMatchObject({ balance: 9_000_000, overdue: 5_000_000, nextDueDay: '2026-03-05' })
  const { instalments } = (await site.call(ledger.show, on)).body
  const paid = await add(customerId, { ...receipt, day: '2026-02-25', instalmentId: instalments[0]?.id ?? '', amount: 2_000_000 })
  expect(paid.body.account.overdue).toBe(3_000_000)
  expect((await site.call(ledger.show, on)).body.instalments.map(({ paid: sum }) => sum)).toEqual([2_000_000, 0, 0])
  const before = site.clock.now
  site.clock.now = new Date('2026-03-06T08:00:00Z')
  await sweepDue({ runAsSystem: site.app.runAsSystem })
  expect(await accountOf(customerId)).toMatchObject({ overdue: 5_000_000, nextDueDay: '2026-04-05' })
  site.clock.now = before
  const refused = async (body: Parameters<typeof site.call<typeof ledger.planInstalments>>[1]) =>
    (await site.call(ledger.planInstalments, body)).body
  expect(await refused({ ...on, body: { instalments: [], version: 2 } })).toMatchObject({ code: 'invalid-input' })
  const large = (await newEntry(site, clerk, customerId, invoiceOf(1000))).entry
  const over = { ...on, params: { customerId, entryId: large.id } }
  expect(await refused({ ...over, body: { instalments: [{ dueDay: '2026-02-01', amount: 1001 }], version: 1 } })).toMatchObject({
    code: 'invalid-input',
  })
  expect(await refused({ ...over, body: { instalments: [{ dueDay: '2025-02-01', amount: 10 }], version: 1 } })).toMatchObject({
    code: 'invalid-input',
  })
  expect((await add(customerId, { ...receipt, instalmentId: nowhere })).body).toMatchObject({ problems: [{ field: 'instalmentId' }] })
})

test('C15: beyond the credit limit there is a warning and not a wall', async () => {
  const customerId = await newFile()
  const limit = (creditLimit: number | null, version: number) =>
    site.call(ledger.setLimit, { as: clerk, params: { customerId }, body: { creditLimit, version } })
  expect((await limit(5_000_000, 0)).body).toMatchObject({ creditLimit: 5_000_000, limitPassed: false, version: 1 })
  expect((await limit(1, 0)).body).toMatchObject({ code: 'changed-meanwhile' })
  expect((await add(customerId, invoiceOf(5_000_001))).body.account).toMatchObject({ limitPassed: true, creditLimit: 5_000_000 })
})

describe('C15: what was entered by mistake', () => {
  test('is voided with a reason, stays in the ledger and counts for nothing', async () => {
    const customerId = await newFile()
    const { entry } = await newEntry(site, clerk, customerId, invoiceOf(1000, { number: 'ب-۱' }))
    const on = { as: clerk, params: { customerId, entryId: entry.id } }
    expect((await site.call(ledger.void, { ...on, body: { reason: ' ', version: 1 } })).status).toBe(422)
    const voided = await site.call(ledger.void, { ...on, body: { reason: 'دوبار ثبت شد', version: 1 } })
    expect(voided.body).toMatchObject({
      account: { balance: 0 },
      entry: { effect: 0, voided: { by: clerk.id, reason: 'دوبار ثبت شد' }, can: { void: false } },
    })
    expect((await site.call(ledger.void, { ...on, body: { reason: 'باز', version: 2 } })).body).toMatchObject({ code: 'entry-voided' })
    expect((await listOf(customerId)).rows).toEqual([])
    expect((await listOf(customerId, { voided: 'true' })).rows).toHaveLength(1)
    expect((await add(customerId, invoiceOf(1000, { number: 'ب-۱' }))).status).toBe(422)
  })

  test('is taken back within moments by whoever entered it, and its number is free again', async () => {
    const customerId = await newFile()
    const { entry } = await newEntry(site, clerk, customerId, invoiceOf(1000, { number: 'پ-۱' }))
    expect(entry.can.undo).toBe(true)
    const other = await site.addPerson('آرمین همکار', { grants })
    const on = (as: TestPerson) => ({ as, params: { customerId, entryId: entry.id }, body: { version: 1 } })
    expect((await site.call(ledger.undo, on(other))).body).toMatchObject({ code: 'undo-too-late' })
    expect((await site.call(ledger.undo, on(clerk))).body.account.balance).toBe(0)
    expect((await add(customerId, invoiceOf(1000, { number: 'پ-۱' }))).status).toBe(200)
  })
})

describe('C15: accounts', () => {
  test('are told of to nobody who may not read what is financial, on the timeline neither', async () => {
    const customerId = await newFile()
    await add(customerId, invoiceOf(7_777_000))
    await site.settle()
    const plain = await site.addPerson('پویا بی‌رده', { grants, fieldClasses: ['public', 'internal', 'sensitive'] })
    for (const route of [ledger.account, ledger.list, ledger.export, cheques.list, cheques.export])
      expect(await site.call(route, { as: plain, params: { customerId } as never })).toMatchObject({
        status: 403,
        body: { code: 'not-permitted' },
      })
    const timeline = async (as: TestPerson) => (await site.call(customers.timeline, { as, params: { customerId } })).text
    expect(await timeline(clerk)).toContain('7777000')
    expect(await timeline(plain)).not.toContain('7777000')
  })

  test('are seen and not changed by whoever may only read, and need the file itself to be in reach', async () => {
    const customerId = await newFile(units.here)
    const reader = await site.addPerson('رها خواننده', {
      unitId: units.here,
      grants: { 'customers.read': 'all', 'sales.read': 'all', 'sales.write': 'own' },
    })
    expect((await accountOf(customerId, reader)).can.write).toBe(false)
    expect((await add(customerId, invoiceOf(1000), reader)).body).toMatchObject({ code: 'not-permitted' })
    const stranger = await site.addPerson('نیما بیرونی', { unitId: units.there, grants: { 'customers.read': 'team', 'sales.read': 'all' } })
    expect((await site.call(ledger.account, { as: stranger, params: { customerId } })).status).toBe(404)
    const taker = await site.addPerson('یاس بی‌خروجی', { unitId: units.there, grants: { ...grants, 'customers.export': 'team' } })
    expect((await site.call(ledger.export, { as: taker, params: { customerId } })).status).toBe(404)
  })

  test('leave a trace when they are read, without the sums', async () => {
    const customerId = await newFile()
    await add(customerId, invoiceOf(8_888_000))
    await accountOf(customerId)
    await listOf(customerId)
    const trail = await site.owner.query(
      `select after from identity.audit_entry where action = 'field.read' and customer_id = $1 and subject_type = 'account' order by id`,
      [customerId],
    )
    expect(trail.rows.map(({ after }) => after.fields)).toEqual([['balance', 'creditLimit', 'overdue', 'lastPurchase'], ['ledger']])
  })

  test('of a file that was merged are read with those of the file that is left, and changed where they stand', async () => {
    const [kept, merged] = [await newFile(), await newFile()]
    await add(kept, { ...receipt, amount: 1_000_000 })
    const { entry } = await newEntry(site, clerk, merged, invoiceOf(3_000_000, { day: '2026-01-09' }))
    await site.owner.query('update customers.customer set merged_into = $2, gone = true where customer_id = $1', [merged, kept])
    expect(await accountOf(kept)).toMatchObject({ customerId: kept, balance: 2_000_000, overdue: 2_000_000, entries: 2 })
    expect(await accountOf(merged)).toMatchObject({ customerId: kept, balance: 2_000_000 })
    expect((await listOf(kept)).rows.map(({ running }) => running)).toEqual([2_000_000, 3_000_000])
    const added = await add(merged, invoiceOf(500))
    expect(added.body).toMatchObject({ entry: { customerId: kept }, account: { balance: 2_000_500 } })
    const voided = await site.call(ledger.void, {
      as: clerk,
      params: { customerId: kept, entryId: entry.id },
      body: { reason: 'اشتباه', version: 1 },
    })
    expect(voided.body).toMatchObject({ entry: { customerId: merged }, account: { balance: -999_500 } })
  })

  test('of a file that was merged are of whoever the file that is left is of, in the list of cheques too, and of their own when it is taken back', async () => {
    const [kept, merged] = [await newFile(units.here), await newFile(units.there)]
    await newEntry(site, clerk, merged, chequeOf(7000, { dueDay: '2033-01-01' }))
    const [here, there] = [await colleagueOf(units.here), await colleagueOf(units.there)]
    const seenBy = async (as: TestPerson) =>
      (await site.call(cheques.list, { as, query: { from: '2033-01-01' } })).body.rows.map(({ amount }) => amount)
    const seen = async () => [await seenBy(here), await seenBy(there)]
    expect(await seen()).toEqual([[], [7000]])
    const [version, otherVersion] = [await versionOf(kept), await versionOf(merged)]
    const body = { otherId: merged, version, otherVersion, take: [] }
    expect((await site.call(duplicates.merge, { as: clerk, params: { customerId: kept }, body })).status).toBe(200)
    await site.settle()
    expect(await seen()).toEqual([[7000], []])
    await site.call(customers.patch, {
      as: clerk,
      params: { customerId: kept },
      body: { unitId: units.there, version: await versionOf(kept) },
    })
    await site.settle()
    expect(await seen()).toEqual([[], [7000]])
    await site.call(customers.patch, {
      as: clerk,
      params: { customerId: kept },
      body: { unitId: units.here, version: await versionOf(kept) },
    })
    const [merge] = (await site.call(duplicates.merges, { as: clerk, params: { customerId: kept } })).body.rows
    const undone = await site.call(duplicates.undoMerge, { as: clerk, params: { customerId: kept, mergeId: merge!.id } })
    expect(undone.status, undone.text).toBe(200)
    await site.settle()
    expect(await seen()).toEqual([[], [7000]])
  })

  test('stay right when two people enter at once', async () => {
    const customerId = await newFile()
    await Promise.all(Array.from({ length: 8 }, (_, n) => add(customerId, invoiceOf(1000 + n))))
    expect((await accountOf(customerId)).balance).toBe(8028)
  })
})

describe('C15: customers are chosen by their accounts', () => {
  const chosen = async (where: object, as = clerk) =>
    site.call(customers.list, { as, query: { where: JSON.stringify(where), sort: 'name' } })

  test('by balance, by what they bought in Jalali periods and by the last time that they did', async () => {
    const mark = await site.addUnit('نشانی')
    const [large, small] = [await newFile(mark), await newFile(mark)]
    // Today is the tenth of Esfand 1404: the last whole season is autumn, and the four begin with winter 1403.
    await add(large, invoiceOf(50_000_000, { day: '2025-11-01' }))
    await add(large, { kind: 'return', day: '2025-11-05', amount: 10_000_000 })
    await add(small, invoiceOf(70_000_000, { day: '2024-05-01' }))
    const ids = async (where: object) => {
      const asked = { all: [{ field: 'unitId', is: 'equals', value: mark }, where] }
      return (await chosen(asked)).body.rows.map(({ customerId }) => customerId)
    }
    expect(await ids({ field: 'account.balance', is: 'above', value: 60_000_000 })).toEqual([small])
    expect(await ids({ field: 'account.purchasesFourSeasons', is: 'equals', value: 40_000_000 })).toEqual([large])
    expect(await ids({ field: 'account.purchasesLastSeason', is: 'at-least', value: 1 })).toEqual([large])
    expect(await ids({ field: 'account.purchasesThisYear', is: 'equals', value: 0 })).toEqual([small])
    expect(await ids({ field: 'account.lastPurchase', is: 'older-than', value: 365 })).toEqual([small])
    expect(await ids({ field: 'account.overdue', is: 'above', value: 0 })).toHaveLength(2)
  })

  test('by nobody who may not read what is financial, and of files whose accounts are out of reach nothing is known', async () => {
    const customerId = await newFile(units.there)
    await add(customerId, invoiceOf(99_000_000))
    const where = { field: 'account.balance', is: 'above', value: 90_000_000 }
    const plain = await site.addPerson('امید بی‌رده', { grants, fieldClasses: ['public', 'internal'] })
    expect((await chosen(where, plain)).body).toMatchObject({ code: 'invalid-input' })
    const local = await site.addPerson('بیتا شمالی', { unitId: units.here, grants: { 'customers.read': 'all', 'sales.read': 'team' } })
    expect((await chosen(where, local)).body.rows).toEqual([])
    expect((await chosen(where)).body.rows).toHaveLength(1)
  })
})
