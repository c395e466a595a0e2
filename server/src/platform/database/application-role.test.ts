import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { prepareOrganisation } from '../../prepare-organisation.ts'

// An organisation's own PostgreSQL: the owner of the database is no superuser there.
const { escapeIdentifier: name } = pg
const databases = ['own_may_create_roles', 'own_may_not'] as const
const appRole = (database: string) => `${database}_app`
let admin: pg.Client

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject('testServer') })
  await admin.connect()
  for (const database of databases) {
    const may = database === 'own_may_create_roles' ? 'createrole' : 'nocreaterole'
    await admin.query(`create role ${name(database)} login ${may} password 'owner'`)
    await admin.query(`create database ${name(database)} owner ${name(database)} template template0`)
  }
})

afterAll(async () => {
  for (const database of databases) {
    await admin.query(`drop database ${name(database)} with (force)`)
    await admin.query(`drop role if exists ${name(appRole(database))}`)
    await admin.query(`drop role ${name(database)}`)
  }
  await admin.end()
})

function prepare(database: string, password: string): Promise<string> {
  const url = new URL(inject('testServer'))
  url.username = database
  url.password = 'owner'
  url.pathname = database
  return prepareOrganisation(url.href, { name: appRole(database), password })
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows[0]
  } finally {
    await client.end()
  }
}

test('an owner who may create roles prepares the database at every start, even with another password', async () => {
  await prepare('own_may_create_roles', 'first')
  const url = await prepare('own_may_create_roles', 'second')
  expect(await ask(url, 'select current_user as role')).toEqual({ role: 'own_may_create_roles_app' })
  await expect(ask(url, 'delete from identity.audit_entry')).rejects.toThrow('permission denied')
})

test('an owner who may not create roles is told to prepare one, and which password to write where', async () => {
  await expect(prepare('own_may_not', 'theirs')).rejects.toThrow(/applicationPassword[^]*applicationPassword/)

  await admin.query(`create role own_may_not_app login password 'theirs'`)
  await expect(prepare('own_may_not', 'ours')).rejects.toThrow('is not the applicationPassword')

  await prepare('own_may_not', 'theirs')
  const url = await prepare('own_may_not', 'theirs')
  expect(await ask(url, 'select current_user as role')).toEqual({ role: 'own_may_not_app' })
  await expect(ask(url, 'update identity.audit_entry set at = at')).rejects.toThrow('permission denied')
})

test('a prepared role that may do more than the application needs is refused', async () => {
  await admin.query('alter role own_may_not_app createdb')
  await expect(prepare('own_may_not', 'theirs')).rejects.toThrow('may do more than the application needs')
  await admin.query('alter role own_may_not_app nocreatedb')
})
