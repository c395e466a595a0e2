import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessPoint, newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'

let site: TestApp
let root: TestPerson
let other: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  const grants = { 'customers.read': 'all', 'customers.write': 'all' } as const
  root = await site.addPerson('نخستین', { grants })
  other = await site.addPerson('دومین', { grants })
})
afterAll(() => site.close())

test('C7: a consent keeps when, by whom and how it was given, and so does its withdrawal; verification likewise', async () => {
  const given = accessPoint('mobile', '09121234567', { verified: true, consents: { survey: true }, consentHow: { survey: 'در تماس' } })
  const file = await newCustomer(site, root, personFile({ firstName: 'شیوا', accessPoints: [given] }))
  const at = site.clock.now.toISOString()
  const [point] = file.accessPoints
  expect(point).toMatchObject({ verifiedBy: root.id, verifiedAt: at, consentFacts: { survey: { at, by: root.id, how: 'در تماس' } } })

  site.clock.now = new Date(site.clock.now.getTime() + 86_400_000)
  const patch = async (change: object, version: number) => {
    const points = [{ ...given, consentHow: undefined, id: point!.id, ...change }]
    const reply = await site.call(contract.customers.patch, {
      as: other,
      params: { customerId: file.customerId },
      body: { accessPoints: points, version },
    })
    return reply.body.accessPoints[0]
  }
  expect(await patch({ label: 'همراه' }, 1)).toMatchObject({ verifiedBy: root.id, consentFacts: { survey: { at, by: root.id } } })
  const later = site.clock.now.toISOString()
  const withdrawn = await patch({ consents: { survey: false, marketing: false }, consentHow: { survey: 'پیامک لغو' } }, 2)
  expect(withdrawn).toMatchObject({ verifiedAt: at, consentFacts: { survey: { at: later, by: other.id, how: 'پیامک لغو' } } })
  expect(Object.keys(withdrawn!.consentFacts)).toEqual(['survey'])
  // Another number was neither verified then, nor agreed to.
  expect(await patch({ value: '09350000000' }, 3)).toMatchObject({ verifiedAt: later, verifiedBy: other.id })
})

test('C7: a social account says its network; of other ways of reaching none is kept', async () => {
  const points = [accessPoint('social', '@shiva', { network: 'bale' }), accessPoint('email', 'a@b.ir', { network: 'telegram' })]
  const { accessPoints } = await newCustomer(site, root, personFile({ firstName: 'شیوا', accessPoints: points }))
  expect(accessPoints.map(({ network }) => network)).toEqual(['bale', null])
})
