import { foldForStorage, foldJoined, foldSpaced } from '@parvandeh/contract/persian'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { IdentityTables } from '../identity.tables.ts'

interface PersonRow {
  id: string
  userId: string | null
  name: string
  username: string | null
  email: string | null
  unitId: string | null
  externalKey?: string | null
}

export async function insertPerson(context: Context, person: PersonRow): Promise<void> {
  const name = foldForStorage(person.name)
  await tablesOf<IdentityTables>(context)
    .insertInto('identity.person')
    .values({
      id: person.id,
      user_id: person.userId,
      name,
      name_spaced: foldSpaced(name),
      name_joined: foldJoined(name),
      username: person.username,
      email: person.email?.toLowerCase() ?? null,
      unit_id: person.unitId,
      active: true,
      external_key: person.externalKey ?? null,
      created_at: context.now,
    })
    .execute()
}

export async function setRoles(context: Context, personId: string, roleIds: readonly string[]): Promise<void> {
  const identity = tablesOf<IdentityTables>(context)
  await identity.deleteFrom('identity.person_role').where('person_id', '=', personId).execute()
  if (roleIds.length === 0) return
  await identity
    .insertInto('identity.person_role')
    .values([...new Set(roleIds)].map((role_id) => ({ person_id: personId, role_id })))
    .execute()
}
