import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { prepareOrganisation } from '../prepare-organisation.ts'
import { startTestPostgres } from './postgres.ts'

export const testRole = { name: 'parvandeh_app', password: 'test-application' }

declare module 'vitest' {
  interface ProvidedContext {
    /** Owner's connection string to the database `postgres` of the test server. */
    testServer: string
  }
}

/** One server for the whole run, and one prepared database that each test file clones. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestPostgres()
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  await client.query('create database parvandeh_template')
  await client.end()
  await prepareOrganisation(server.url('parvandeh_template'), testRole)
  project.provide('testServer', server.url('postgres'))
  return () => server.stop()
}
