import { foldForStorage, foldJoined, foldSpaced } from '@parvandeh/contract/persian'
import { sql } from 'kysely'
import { z } from 'zod'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { decodeKey, pageFrom } from '../../../platform/paging.ts'
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

const identity = (context: Pick<Context, 'tx'>) => tablesOf<IdentityTables>(context)

export interface Person {
  id: string
  name: string
  username: string | null
  email: string | null
  unitId: string | null
  active: boolean
  canSignIn: boolean
  secondFactor: boolean
  roleIds: string[]
  createdAt: string
  version: number
}

const rolesOfPerson = sql<string[]>`array(select role_id from identity.person_role pr where pr.person_id = p.id order by role_id)`

const selectPeople = (context: Context) =>
  identity(context)
    .selectFrom('identity.person as p')
    .select(['p.id', 'p.name', 'p.username', 'p.email', 'p.unit_id', 'p.active', 'p.user_id', 'p.created_at', 'p.name_spaced', 'p.version'])
    .select(rolesOfPerson.as('role_ids'))
    .select(sql<boolean>`exists (select 1 from auth."user" u where u.id = p.user_id and u."twoFactorEnabled")`.as('second_factor'))

type PersonRecord = Awaited<ReturnType<ReturnType<typeof selectPeople>['execute']>>[number]

const personOf = (row: PersonRecord): Person => ({
  id: row.id,
  name: row.name,
  username: row.username,
  email: row.email,
  unitId: row.unit_id,
  active: row.active,
  canSignIn: row.user_id !== null,
  secondFactor: row.second_factor,
  roleIds: row.role_ids,
  createdAt: row.created_at.toISOString(),
  version: row.version,
})

export async function findPerson(context: Context, personId: string): Promise<(Person & { userId: string | null }) | undefined> {
  const row = await selectPeople(context).where('p.id', '=', personId).executeTakeFirst()
  return row && { ...personOf(row), userId: row.user_id }
}

export async function pageOfPeople(
  context: Context,
  query: { q?: string | undefined; unitId?: string | undefined; limit: number; after?: string | undefined },
) {
  const after = decodeKey(query.after, z.tuple([z.string(), z.uuid()]))
  let select = selectPeople(context)
    .orderBy('p.name_spaced')
    .orderBy('p.id')
    .limit(query.limit + 1)
  if (after) select = select.where(sql<boolean>`(p.name_spaced, p.id) > (${after[0]}, ${after[1]}::uuid)`)
  if (query.unitId !== undefined) select = select.where('p.unit_id', '=', query.unitId)
  if (query.q) select = select.where('p.name_joined', 'like', `%${foldJoined(query.q).replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`)
  const page = pageFrom(await select.execute(), query.limit, (row) => [row.name_spaced, row.id])
  return { ...page, rows: page.rows.map(personOf) }
}

/** Writes what an edit made of a person; false when the edit began from an older version. */
export async function updatePerson(
  context: Context,
  person: Omit<Person, 'canSignIn' | 'secondFactor' | 'roleIds' | 'createdAt'>,
): Promise<boolean> {
  const name = foldForStorage(person.name)
  const done = await identity(context)
    .updateTable('identity.person')
    .set({
      name,
      name_spaced: foldSpaced(name),
      name_joined: foldJoined(name),
      username: person.username,
      email: person.email?.toLowerCase() ?? null,
      unit_id: person.unitId,
      active: person.active,
      version: person.version + 1,
    })
    .where('id', '=', person.id)
    .where('version', '=', person.version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function setUser(context: Context, personId: string, userId: string): Promise<void> {
  await identity(context).updateTable('identity.person').set({ user_id: userId }).where('id', '=', personId).execute()
}

/** Whether the password was set by somebody else, and holds only until the next sign-in. */
export async function setPasswordDue(context: Context, personId: string, due: boolean): Promise<void> {
  await identity(context).updateTable('identity.person').set({ password_due: due }).where('id', '=', personId).execute()
}

/** One change of who may manage people at a time; freed when the transaction ends. */
export async function waitForTurnToManage(context: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(727010)`.execute(context.tx)
}

/** How many active people who can sign in hold a permission over everything. */
export async function countHolders(context: Context, permission: string): Promise<number> {
  const row = await identity(context)
    .selectFrom('identity.person as p')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('p.active', '=', true)
    .where('p.user_id', 'is not', null)
    .where((eb) => eb.or([eb('p.username', 'is not', null), eb('p.email', 'is not', null)]))
    .where(
      sql<boolean>`exists (select 1 from identity.person_role pr join identity.role r on r.id = pr.role_id where pr.person_id = p.id and r.grants ? ${permission})`,
    )
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Everybody, names only: an organisation has thousands of people at the most. */
export async function everyPerson(context: Context): Promise<{ id: string; name: string; unitId: string | null; active: boolean }[]> {
  const rows = await identity(context)
    .selectFrom('identity.person')
    .select(['id', 'name', 'unit_id', 'active'])
    .orderBy('name_spaced')
    .limit(20_000)
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, unitId: row.unit_id, active: row.active }))
}

/** People known from another system, by their name there; those who are new are added, without a way to sign in. */
export async function peopleByExternalKey(
  context: Context,
  source: string,
  names: readonly string[],
  unitId: string | null,
): Promise<Map<string, string>> {
  const keyOf = (name: string) => `${source}:${name}`
  const distinct = [...new Set(names)]
  const find = async () => {
    const rows = await identity(context)
      .selectFrom('identity.person')
      .select(['id', 'external_key'])
      .where('external_key', 'in', [...distinct.map(keyOf), ''])
      .execute()
    return new Map(rows.map((row) => [(row.external_key ?? '').slice(source.length + 1), row.id]))
  }
  const known = await find()
  for (const name of distinct.filter((one) => !known.has(one))) {
    const id = newId(context.now)
    await insertPerson(context, { id, userId: null, name, username: null, email: null, unitId, externalKey: keyOf(name) })
    known.set(name, id)
  }
  return known
}

export async function findPersonByUsername(context: Context, username: string): Promise<Person | undefined> {
  const row = await selectPeople(context).where('p.username', '=', username).executeTakeFirst()
  return row && personOf(row)
}

/** Those who can sign in. */
export async function accounts(context: Context): Promise<Person[]> {
  const rows = await selectPeople(context).where('p.user_id', 'is not', null).orderBy('p.name_spaced').limit(10_000).execute()
  return rows.map(personOf)
}

/** The unit at the top, where somebody without a place of their own belongs. */
export async function rootUnit(context: Context): Promise<string | null> {
  const row = await identity(context)
    .selectFrom('identity.unit')
    .select('id')
    .where('parent_id', 'is', null)
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}
