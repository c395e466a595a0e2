import type { Permission, Scope } from '@parvandeh/contract'
import { productsByName, topicsByName } from '../modules/catalogue/index.ts'
import { newCustomer, personFile } from './customers-builders.ts'
import type { inventStories } from './kpi-stories.ts'
import type { TestApp, TestPerson } from './open-test-app.ts'
import { serviceGrants } from './service-builders.ts'

type Cast = Parameters<typeof inventStories>[1]['cast']

/** Whoever works on all requests, and sees the figures of so many. */
export const kpiGrants = (scope: Scope): Partial<Record<Permission, Scope>> => ({ ...serviceGrants('all'), 'kpi.read': scope })

/** Two units below one, somebody who sees all, a team's and a unit's eyes, two workers of each unit, and what stories are told of. */
export async function openKpiOffice(site: TestApp) {
  const above = await site.addUnit('خدمات')
  const units = { above, east: await site.addUnit('خاور', above), west: await site.addUnit('باختر', above) }
  const add = (name: string, unitId: string | null, scope: Scope): Promise<TestPerson> =>
    site.addPerson(name, { unitId, grants: kpiGrants(scope) })
  const people = {
    manager: await add('مهین همه‌بین', null, 'all'),
    eastern: await add('ایرج خاوری', units.east, 'team'),
    western: await add('بهرام باختری', units.west, 'unit'),
    maryam: await add('مریم رستگارفر', units.east, 'own'),
    hamid: await add('حمید نیک‌اندیش', units.east, 'own'),
    elham: await add('الهام کوهستانی', units.west, 'own'),
    kamran: await add('کامران دریابندری', units.west, 'own'),
  }
  const { customerId } = await newCustomer(site, people.manager, personFile({ lastName: 'شمردنی' }))
  const named = await site.app.runAsSystem(async (context) => ({
    topics: await topicsByName(context, ['گارانتی', 'نصب']),
    products: await productsByName(context, ['یخچال', 'اجاق']),
  }))
  const cast: Omit<Cast, 'workers'> = {
    customerId,
    units: [units.east, units.west],
    registrars: [people.eastern.id, people.western.id],
    topics: [...named.topics.values()],
    products: [...named.products.values()],
  }
  return { units, people, cast }
}

export type KpiOffice = Awaited<ReturnType<typeof openKpiOffice>>
