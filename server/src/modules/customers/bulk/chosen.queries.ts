import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { sql } from 'kysely'
import { visibleFiles } from '../customers.access.ts'
import { ownValues } from '../list/list.queries.ts'
import type { CustomersTables } from '../customers.tables.ts'

/** What of each file is needed to tell whether and how it would change. */
export const readChosen = (context: Context, ids: readonly string[], ownKeys: readonly string[]) =>
  tablesOf<CustomersTables>(context)
    .selectFrom('customers.customer as c')
    .select(['c.customer_id as customerId', 'c.code', 'c.unit_id as unitId', 'c.owner_id as ownerId', 'c.provisional'])
    .select(['c.province_id as provinceId', 'c.county_id as countyId', 'c.city_id as cityId', 'c.district', 'c.features'])
    .select(ownValues(ownKeys).as('ownValues'))
    .where(sql<boolean>`c.customer_id = any(${[...ids]}::uuid[])`)
    .where(visibleFiles(context.actor, 'customers.read', 'c'))
    .execute()

export type ChosenFile = Awaited<ReturnType<typeof readChosen>>[number]
