import { newId } from '../platform/ids.ts'
import type { TestApp } from './open-test-app.ts'

/** Files in one stroke, as no door makes them: for what is to be seen with more of them than a person registers. */
export async function manyCustomers(
  site: TestApp,
  count: number,
  { lastName, unitId, provisional = false }: { lastName: string; unitId: string; provisional?: boolean },
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId(site.clock.now))
  await site.owner.query(
    `insert into customers.customer (customer_id, code, kind, last_name, display_name, sort_name, name_joined, unit_id, provisional,
       accepted_problems, last_contact_at, version, created_at, updated_at)
     select id, $4 || n, 'person', $2, $2, $2, replace($2, ' ', ''), $3, $5, '{}', '-infinity', 1, $6, $6
     from unnest($1::uuid[]) with ordinality as given (id, n)`,
    [ids, lastName, unitId, newId().slice(24), provisional, site.clock.now],
  )
  return ids
}
