import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { sheba } from '../../../testing/people-builders.ts'

const { business } = contract
const facts = { holder: null, note: null, primary: false, reason: null }
let site: TestApp
let root: TestPerson
let clerk: TestPerson
let customerId: string
beforeAll(async () => {
  site = await openTestApp()
  const grants = { 'customers.read': 'all', 'customers.write': 'all', 'identity.audit': 'all' } as const
  root = await site.addPerson('مهرناز پرهام', { grants })
  clerk = await site.addPerson('کیان بی‌خبر', { grants, fieldClasses: ['public', 'internal'] })
  ;({ customerId } = await newCustomer(site, root, personFile({ firstName: 'شیوا', lastName: 'زندنام' })))
})
afterAll(() => site.close())

const show = (as = root) => site.call(business.show, { as, params: { customerId } })
const add = (
  value: string,
  given: Partial<typeof facts | { reason: string; primary: boolean }> = {},
  as = root,
  kind: 'sheba' | 'card' = 'sheba',
) => site.call(business.addAccount, { as, params: { customerId }, body: { kind, value, ...facts, ...given } })
/** The trail of the file as those read it who may. */
const trail = async () => (await site.call(contract.audit.list, { as: root, query: {} })).text

test('C10: a marketer who is a colleague and a referrer in words are kept, by those who saw the last version', async () => {
  const change = (body: object) =>
    site.call(business.change, {
      as: root,
      params: { customerId },
      body: { marketerId: root.id, referrer: 'آقای نیکنام', version: 0, ...body },
    })
  expect((await change({})).body).toMatchObject({ marketerId: root.id, referrer: 'آقای نیکنام', version: 1 })
  expect((await change({})).body).toMatchObject({ code: 'changed-meanwhile' })
  expect((await change({ marketerId: customerId, version: 1 })).status).toBe(422)
})

test('C10: a Sheba is masked wherever it is shown, known by its bank, and shown whole by an act that is put on record', async () => {
  const added = (await add(' ir20 0170 0000 0000 0123 4567 89 ', { primary: true })).body
  const [account] = added.accounts
  expect(account).toMatchObject({ masked: '•••• 6789', bank: { fa: 'بانک ملی ایران' }, problem: null, primary: true })
  expect((await show()).text).not.toContain('0123456789')
  const shown = await site.call(business.reveal, { as: root, params: { customerId, accountId: account!.id } })
  expect(shown.body.value).toBe(sheba)
  expect(await trail()).toContain('•••• 6789')
  expect(await trail()).not.toContain('123456789')
})

test('C10: a number that looks wrong is a doubt that a reason overrides, and a number is kept once', async () => {
  const wrong = await add('6037991234567890', {}, root, 'card')
  expect(wrong.body).toMatchObject({ code: 'invalid-input', problems: [{ field: 'value', code: 'checksum' }] })
  const kept = await add('6037991234567890', { reason: 'از روی کارت خوانده شد' }, root, 'card')
  expect(kept.body.accounts.at(-1)).toMatchObject({
    bank: { en: 'Bank Melli Iran' },
    problem: expect.any(String),
    reason: 'از روی کارت خوانده شد',
  })
  expect((await add(sheba)).body).toMatchObject({ code: 'already-exists' })
  expect((await add('')).status).toBe(422)
})

test('C10: of two main accounts the later is it; without a new number the number stays', async () => {
  const before = (await show()).body.accounts
  const card = before.find(({ kind }) => kind === 'card')!
  const on = { as: root, params: { customerId, accountId: card.id } }
  const changed = await site.call(business.changeAccount, { ...on, body: { ...facts, value: null, primary: true, version: 1 } })
  expect(changed.body.accounts).toMatchObject([
    { id: card.id, primary: true, masked: card.masked, reason: card.reason },
    { primary: false },
  ])
  expect((await site.call(business.removeAccount, on)).body.accounts).toHaveLength(1)
  expect((await site.call(business.removeAccount, on)).status).toBe(404)
})

test('C10: accounts are financial: who may not read that neither sees, reveals nor writes them, nor a line of them', async () => {
  const [account] = (await show()).body.accounts
  await site.settle()
  expect((await show(clerk)).body).toMatchObject({ accounts: [], withheld: ['accounts'], referrer: 'آقای نیکنام' })
  const reveal = (accountId: string) => site.call(business.reveal, { as: clerk, params: { customerId, accountId } })
  expect((await reveal(account!.id)).text).toBe((await reveal(customerId)).text)
  expect((await add('IR000', { reason: 'دزدکی' }, clerk)).status).toBe(403)
  const lines = async (as: TestPerson) => (await site.call(contract.customers.timeline, { as, params: { customerId } })).text
  expect(await lines(root)).toContain('bank-account-changed')
  expect(await lines(clerk)).not.toContain('bank-account-changed')
})

test('C10: who reads the trail and not what is financial sees that an account changed, and not which', async () => {
  const clerkTrail = (await site.call(contract.audit.list, { as: clerk, query: { action: 'bank-account.added' } })).text
  expect(clerkTrail).toContain('bank-account.added')
  expect(clerkTrail).not.toContain('6789')
})
