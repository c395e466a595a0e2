import { contract } from '@parvandeh/contract'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newField } from './testing/fields-builders.ts'
import { openTestApp } from './testing/open-test-app.ts'
import type { TestApp } from './testing/open-test-app.ts'

const root = path.resolve(import.meta.dirname, '../..')
const run = promisify(execFile)

let site: TestApp
beforeAll(async () => {
  site = await openTestApp()
})
afterAll(() => site.close())

/** The linter's complaints about a document: nothing when it is valid under the recommended rules. */
async function lint(document: object): Promise<{ errors: number; warnings: number; problems: string[] }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'parvandeh-openapi-'))
  const file = path.join(folder, 'openapi.json')
  await writeFile(file, JSON.stringify(document))
  try {
    const redocly = path.join(root, 'node_modules/.bin/redocly')
    const args = ['lint', file, '--config', path.join(root, 'redocly.yaml'), '--format', 'json', '--max-problems', '1000']
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' }
    const { stdout } = await run(redocly, args, { cwd: folder, env, maxBuffer: 2 ** 26 }).catch((error: { stdout: string }) => error)
    const { totals, problems } = JSON.parse(stdout) as {
      totals: { errors: number; warnings: number }
      problems: { ruleId: string; message: string; location: { pointer?: string }[] }[]
    }
    return { ...totals, problems: problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} (${location[0]?.pointer ?? ''})`) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

test('the description of the API is valid under the recommended rules of a public linter', async () => {
  const reply = await site.call(contract.system.openapi)
  expect(reply.status).toBe(200)
  const { errors, warnings, problems } = await lint(reply.body)
  expect({ errors, warnings, problems }).toEqual({ errors: 0, warnings: 0, problems: [] })
}, 60_000)

test("C5: the organisation's own fields are in the description for whoever may read them, and for nobody else", async () => {
  const grants = { 'customers.read': 'all', 'customers.fields': 'all' } as const
  const keeper = await site.addPerson('شرح‌خوان', { grants })
  const reader = await site.addPerson('شرح‌خوان کم‌دسترس', { grants, fieldClasses: ['public'] })
  await newField(site, keeper, { key: 'floor', type: 'number', rules: { least: 0, most: 9, pattern: null }, accessClass: 'public' })
  await newField(site, keeper, { key: 'hidden_one', type: 'choice', choices: [{ label: { fa: 'الف', en: null } }] })
  const [whole, part, stranger] = [keeper, reader, undefined].map((as) => site.call(contract.system.openapi, { as }))
  expect((await whole)?.body).toMatchObject({
    components: {
      schemas: { CustomFields: { properties: { floor: { type: ['number', 'null'], maximum: 9 }, hidden_one: { enum: ['c1', null] } } } },
    },
  })
  expect((await part)?.text).toContain('floor')
  expect((await part)?.text).not.toContain('hidden_one')
  expect((await stranger)?.text).not.toContain('floor')
  const { errors, warnings, problems } = await lint((await whole)!.body)
  expect({ errors, warnings, problems }).toEqual({ errors: 0, warnings: 0, problems: [] })
}, 60_000)

test('the linter sees what is wrong with a description', async () => {
  const { errors } = await lint({
    openapi: '3.1.0',
    info: { title: 'Nothing', version: '1' },
    paths: { '/api/nothing': { get: { responses: {} } } },
  })
  expect(errors).toBeGreaterThan(0)
}, 60_000)

test('every route is in it, once, with a permission in words', async () => {
  const { body } = await site.call(contract.system.openapi)
  const described = Object.entries(body['paths'] as Record<string, Record<string, { operationId: string; description: string }>>).flatMap(
    ([, verbs]) => Object.values(verbs),
  )
  const wanted = Object.entries(contract).flatMap(([noun, verbs]) => Object.keys(verbs).map((verb) => `${noun}-${verb}`))
  expect(described.map(({ operationId }) => operationId).toSorted()).toEqual(wanted.toSorted())
  for (const { operationId, description } of described)
    expect(description, operationId).toMatch(/Permission: `[a-z.]+`|Access: (public|signed-in)/u)
})
