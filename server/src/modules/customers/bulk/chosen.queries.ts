import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { visibleRows } from '../../identity/index.ts'
import { visibleFiles } from '../customers.access.ts'
import { ownValues } from '../list/list.queries.ts'
import type { CustomersTables } from '../customers.tables.ts'

/** What of each file is needed to tell whether and how it would change. */
export const readChosen = (context: Context, ids: readonly string[], ownKeys: readonly string[]) =>
  readThose(context, ids, ownKeys, visibleFiles(context.actor, 'customers.read', 'c'))

/** The same of removed files that the actor may restore. */
export const readChosenRemoved = (context: Context, ids: readonly string[], ownKeys: readonly string[]) =>
  readThose(
    context,
    ids,
    ownKeys,
    sql<boolean>`(c.deleted_at is not null and c.erased_at is null and ${visibleRows(context.actor, 'customers.delete', 'c')})`,
  )

const readThose = (context: Context, ids: readonly string[], ownKeys: readonly string[], which: RawBuilder<boolean>) =>
  tablesOf<CustomersTables>(context)
    .selectFrom('customers.customer as c')
    .select(['c.customer_id as customerId', 'c.code', 'c.unit_id as unitId', 'c.owner_id as ownerId', 'c.provisional', 'c.version'])
    .select(['c.province_id as provinceId', 'c.county_id as countyId', 'c.city_id as cityId', 'c.district', 'c.features'])
    .select(ownValues(ownKeys).as('ownValues'))
    .where(sql<boolean>`c.customer_id = any(${[...ids]}::uuid[])`)
    .where(which)
    .execute()

export type ChosenFile = Awaited<ReturnType<typeof readChosen>>[number]
