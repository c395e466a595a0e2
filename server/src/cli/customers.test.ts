import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLog } from '../platform/log.ts'
import { openTestApp } from '../testing/open-test-app.ts'
import type { TestApp } from '../testing/open-test-app.ts'
import { UsageError } from './command.ts'
import { exportCustomers, importCustomers } from './customers.ts'

let site: TestApp
let folder: string
beforeAll(async () => {
  site = await openTestApp()
  folder = await mkdtemp(path.join(tmpdir(), 'parvandeh-customers-'))
})
afterAll(async () => {
  await site.close()
  await rm(folder, { recursive: true, force: true })
})

const lines: string[] = []
const said = {
  json: true,
  log: openLog('silent'),
  progress: { show: () => undefined, end: () => undefined },
  out: (line: string) => void lines.push(line),
  say: (_: string, en: string) => en,
}
const rows = 'نام,نام خانوادگی,موبایل\nسارا,خط‌فرمان,09121234567\nمینا,خط‌فرمان,09121234568\n,,\n'

test('a file is tried, imported by the suggested mapping, and taken out again', async () => {
  const file = path.join(folder, 'مشتریان.csv')
  await writeFile(file, rows)
  expect(await importCustomers(site.app, { ...said, file, mappingFile: undefined, trial: true })).toBe(3)
  expect(JSON.parse(lines.pop() ?? '')).toMatchObject({ created: 2, refused: 1 })
  expect(await importCustomers(site.app, { ...said, file, mappingFile: undefined, trial: false })).toBe(3)
  expect(JSON.parse(lines.pop() ?? '')).toMatchObject({ created: 2, refused: 1 })
  const mappingFile = path.join(folder, 'نگاشت.json')
  await writeFile(mappingFile, JSON.stringify({ onMatch: 'skip' }))
  await importCustomers(site.app, { ...said, json: false, file, mappingFile, trial: false })
  expect(lines.pop()).toContain('2 left')
  const cards = path.join(folder, 'همه.vcf')
  expect(await exportCustomers(site.app, { ...said, file: cards, format: undefined, where: undefined })).toBe(0)
  expect((await readFile(cards, 'utf8')).match(/BEGIN:VCARD/gu)).toHaveLength(2)
})

test('what is no file, mapping, format or condition is a matter of usage', async () => {
  const file = path.join(folder, 'مشتریان.csv')
  const mappingFile = path.join(folder, 'غلط.json')
  await writeFile(mappingFile, JSON.stringify({ onMatch: 'erase' }))
  for (const wrong of [{ file: path.join(folder, 'نیست.csv') }, { file, mappingFile }])
    await expect(importCustomers(site.app, { ...said, mappingFile: undefined, trial: false, ...wrong })).rejects.toBeInstanceOf(UsageError)
  for (const wrong of [{ format: 'pdf' }, { where: mappingFile }])
    await expect(
      exportCustomers(site.app, { ...said, file: path.join(folder, 'x.csv'), format: undefined, where: undefined, ...wrong }),
    ).rejects.toBeInstanceOf(UsageError)
})
