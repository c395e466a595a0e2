import type { signedInPerson } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { z } from 'zod'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { IdentityTables } from '../identity.tables.ts'

export async function findSignedInPerson(context: Context, personId: string): Promise<z.input<typeof signedInPerson> | undefined> {
  const row = await tablesOf<IdentityTables>(context)
    .selectFrom('identity.person')
    .select(['id', 'name', 'username', 'unit_id'])
    .select(
      sql<string[]>`array(select r.name from identity.role r join identity.person_role pr on pr.role_id = r.id
        where pr.person_id = identity.person.id order by r.name)`.as('roles'),
    )
    .where('id', '=', personId)
    .executeTakeFirst()
  return row && { id: row.id, name: row.name, username: row.username, unitId: row.unit_id, roles: row.roles }
}
