import { contract, permissionKeys } from '@parvandeh/contract'
import type { CallOf, Route } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCustomer, personFile } from './testing/customers-builders.ts'
import { hostileInputs } from './testing/hostile-values.ts'
import { openTestApp } from './testing/open-test-app.ts'
import type { TestApp, TestPerson } from './testing/open-test-app.ts'
import { newRequest } from './testing/service-builders.ts'

let site: TestApp
let nasrin: TestPerson
let known: Record<string, unknown>
beforeAll(async () => {
  site = await openTestApp()
  const unitId = await site.addUnit('پذیرش')
  nasrin = await site.addPerson('نسرین همه‌بین', { unitId, grants: Object.fromEntries(permissionKeys.map((key) => [key, 'all'])) })
  const { customerId } = await newCustomer(site, nasrin, personFile({ firstName: 'هما', lastName: 'کوهستانی', unitId }))
  const request = await newRequest(site, nasrin, customerId)
  const nothing = {
    unitId,
    personId: nasrin.id,
    holderId: null,
    ownerId: null,
    topicId: null,
    productId: null,
    contactCustomerId: null,
    photoId: null,
  }
  const places = { provinceId: null, countyId: null, cityId: null, parentId: null, branchId: null, nationalCode: null, birthDate: null }
  known = {
    ...nothing,
    ...places,
    customerId,
    requestId: request.id,
    number: request.number,
    version: 1,
    indicator: 'service-time',
    ownerKind: 'organisation',
  }
})
afterAll(() => site.close())

const routes = Object.entries(contract).flatMap(([noun, verbs]) =>
  Object.entries(verbs).map(([verb, route]): [string, Route] => [`${noun}.${verb}`, route]),
)
const spoken = routes.filter(([, { transport }]) => transport !== 'events' && transport !== 'upload')

test.each(spoken)('%s: nothing that is sent to it is an unexpected failure', async (_name, route) => {
  const params = Object.fromEntries(
    [...route.path.matchAll(/:(\w+)/gu)].map(([, name = '']) => [name, String(known[name] ?? known['customerId'])]),
  )
  const inputs: [string, unknown, CallOf<Route>][] = [
    ...hostileInputs(route.query, {}).map(({ where, value, input }): [string, unknown, CallOf<Route>] => [
      `query ${where}`,
      value,
      { query: withoutBlanks(input) },
    ]),
    ...(route.method === 'GET' ? [] : hostileInputs(route.body, known)).map(({ where, value, input }): [string, unknown, CallOf<Route>] => [
      `body ${where}`,
      value,
      { body: input },
    ]),
  ]
  const failed: unknown[] = []
  for (const [where, value, input] of inputs) {
    const reply = await site.call(route, { as: nasrin, params, ...input })
    if (reply.status >= 500) failed.push([where, value, reply.text])
  }
  expect(failed).toEqual([])
})

const withoutBlanks = (query: unknown): object =>
  Object.fromEntries(Object.entries(query as object).filter(([, value]) => value !== undefined && value !== null))
