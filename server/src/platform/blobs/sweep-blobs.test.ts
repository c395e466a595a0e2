import { utimes } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp } from '../../testing/open-test-app.ts'
import { openLog } from '../log.ts'
import { recordBlob } from './blob.queries.ts'
import { sweepBlobs } from './sweep-blobs.ts'

let site: TestApp
beforeAll(async () => {
  site = await openTestApp()
})
afterAll(() => site.close())

test('a content that no row names goes after a day; one that is named stays, and one that has just arrived', async () => {
  const { blobs, runAsSystem } = site.app
  const store = (text: string) => blobs.put(Readable.from([Buffer.from(text)]), 'text/plain')
  const [kept, refused, fresh] = [await store('نگه‌داشته'), await store('پذیرفته‌نشده'), await store('در راه')]
  await runAsSystem((context) => recordBlob(context, kept))
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000)
  for (const { sha256 } of [kept, refused]) await utimes(blobs.pathOf(sha256), twoDaysAgo, twoDaysAgo)
  await sweepBlobs(blobs, { runAsSystem, log: openLog('silent'), signal: new AbortController().signal })
  expect(await Promise.all([kept, refused, fresh].map(({ sha256 }) => blobs.has(sha256)))).toEqual([true, false, true])
})
