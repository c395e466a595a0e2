import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLog } from '../platform/log.ts'
import { smallHeader, smallLog } from '../testing/import-builders.ts'
import { openTestApp } from '../testing/open-test-app.ts'
import type { TestApp } from '../testing/open-test-app.ts'
import { UsageError } from './command.ts'
import { runImport } from './import.ts'

let site: TestApp
let folder: string
beforeAll(async () => {
  site = await openTestApp()
  folder = await mkdtemp(path.join(tmpdir(), 'parvandeh-import-'))
})
afterAll(async () => {
  await site.close()
  await rm(folder, { recursive: true, force: true })
})

const rows = ['۱,1403/05/12 09:20,برداشت,سارا رستگارفر,م-۱', '۱,1403/05/14 08:00,بسته شد,بهنام نیک‌اندیش,م-۱']

async function run(content: string | Buffer, { mapping = smallLog as unknown, json = true } = {}) {
  const [file, mappingFile] = [path.join(folder, 'دفتر.csv'), path.join(folder, 'نگاشت.json')]
  await writeFile(file, content)
  await writeFile(mappingFile, typeof mapping === 'string' ? mapping : JSON.stringify(mapping))
  const lines: string[] = []
  const shares: number[] = []
  const progress = { show: (share: number) => void shares.push(share), end: () => undefined }
  const code = await runImport(site.app, {
    file,
    mappingFile,
    json,
    log: openLog('silent'),
    progress,
    out: (line) => void lines.push(line),
    say: (_, en) => en,
  })
  return { code, lines, shares }
}

test('a file that is imported whole ends with 0, and the figures as JSON', async () => {
  const { code, lines, shares } = await run([smallHeader, ...rows].join('\n'))
  expect([code, lines.length]).toEqual([0, 1])
  const result = JSON.parse(lines[0] ?? '') as Record<string, number>
  expect(Object.keys(result)).toEqual([
    'requests',
    'events',
    'employees',
    'customers',
    'customersWithRequests',
    'products',
    'notClosed',
    'rowsRead',
    'rowsKnown',
    'rowsRefused',
    'seconds',
  ])
  expect(result).toMatchObject({ requests: 1, events: 2, employees: 2, customers: 1, notClosed: 0, rowsRead: 2, rowsKnown: 0 })
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
})

test('imported again it ends with 0 and has added nothing; with refused rows it ends with 3', async () => {
  expect((await run([smallHeader, ...rows].join('\n'), { json: false })).lines[0]).toMatch(/^0 requests with 0 events were added/u)
  const some = await run([smallHeader, ...rows, '۲,1403/13/01,برداشت,سارا رستگارفر,م-۱'].join('\n'))
  expect([some.code, JSON.parse(some.lines[0] ?? '')]).toMatchObject([3, { requests: 0, rowsKnown: 2, rowsRefused: 1 }])
})

test('a file of which no row fits ends with 1 and the reason, nothing loaded', async () => {
  const { code, lines } = await run([smallHeader, '۳,نه,برداشت,سارا رستگارفر,م-۱'].join('\n'))
  expect([code, JSON.parse(lines[0] ?? '')]).toMatchObject([1, { state: 'paused', failure: { code: 'no-row-readable' } }])
})

test('what does not fit the file is refused before anything is kept', async () => {
  const before = await site.owner.query('select count(*) from integrations.import')
  await expect(run('الف,ب\n1,2\n')).rejects.toMatchObject({
    code: 'invalid-input',
    problems: expect.arrayContaining([expect.objectContaining({ field: 'columns.number', message: 'The file has no column “شماره”.' })]),
  })
  await expect(run(Buffer.from('89504e470d0a1a0a', 'hex'))).rejects.toMatchObject({ code: 'table-unreadable' })
  expect((await site.owner.query('select count(*) from integrations.import')).rows).toEqual(before.rows)
})

test('a mapping that is none is a matter of usage', async () => {
  await expect(run('x', { mapping: 'not json' })).rejects.toBeInstanceOf(UsageError)
  await expect(run('x', { mapping: { ...smallLog, kind: 'table' } })).rejects.toThrow(/at kind/u)
  await expect(run('x', { mapping: { ...smallLog, colunms: {} } })).rejects.toThrow(/colunms/u)
})
