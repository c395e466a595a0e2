import { contract } from '@parvandeh/contract'
import type { CallOf, Permission, ResponseOf, Scope } from '@parvandeh/contract'
import { expect } from 'vitest'
import { newCustomer, personFile } from './customers-builders.ts'
import type { TestApp, TestPerson } from './open-test-app.ts'

type RegisterBody = NonNullable<CallOf<typeof contract.requests.register>['body']>
export type RequestView = ResponseOf<typeof contract.requests.byNumber>

const daily: Permission[] = [
  'customers.read',
  'customers.write',
  'interactions.read',
  'interactions.write',
  'documents.read',
  'documents.write',
  'service.read',
  'service.write',
  'service.export',
]

/** What somebody who works on requests may do, over the rows of this scope. */
export const serviceGrants = (scope: Scope): Partial<Record<Permission, Scope>> =>
  Object.fromEntries(daily.map((permission) => [permission, scope]))

/** A request by telephone with nothing in it but what is given. */
export const requestBody = (given: Partial<RegisterBody> = {}): RegisterBody => ({
  subject: 'یخچال سرد نمی‌کند',
  description: '',
  topicId: null,
  productId: null,
  priority: 'normal',
  channel: 'phone',
  contactName: null,
  contactCustomerId: null,
  reportedAt: null,
  unitId: null,
  holderId: null,
  ...given,
})

/** Registers a request by the front door and gives it back. */
export async function newRequest(
  site: TestApp,
  as: TestPerson,
  customerId: string,
  given: Partial<RegisterBody> = {},
): Promise<RequestView> {
  const made = await site.call(contract.requests.register, { as, params: { customerId }, body: requestBody(given) })
  expect(made, made.text).toMatchObject({ status: 200 })
  return made.body
}

/** The path of a request, for its verbs. */
export const of = (request: Pick<RequestView, 'customerId' | 'id'>) => ({ customerId: request.customerId, requestId: request.id })

/** Two sibling units with a clerk each, a supervisor over all, and a customer whose file everybody may see. */
export async function openHelpDesk(site: TestApp) {
  const support = await site.addUnit('پشتیبانی')
  const repair = await site.addUnit('تعمیرگاه')
  const team = { ...serviceGrants('team'), 'customers.read': 'all' } as const
  const sara = await site.addPerson('سارا رستگارفر', { unitId: support, grants: team })
  const behnam = await site.addPerson('بهنام نیک‌اندیش', { unitId: repair, grants: team })
  const nasrin = await site.addPerson('نسرین همه‌بین', { grants: serviceGrants('all') })
  const customer = await newCustomer(site, nasrin, personFile({ firstName: 'هما', lastName: 'کوهستانی' }))
  return { support, repair, sara, behnam, nasrin, customerId: customer.customerId }
}
