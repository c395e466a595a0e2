import { contract } from '@parvandeh/contract'
import { readdir, rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tinyPng, upload } from '../../testing/documents-builders.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../testing/open-test-app.ts'
import { customersByExternalKey } from '../customers/index.ts'

const limit = 64 * 1024
let site: TestApp
let north: string
let clerk: TestPerson
let sibling: TestPerson
let junior: TestPerson
let customerId: string

const daily = { 'customers.read': 'all', 'documents.read': 'unit', 'documents.write': 'unit' } as const
const { list, show, content, add } = contract.documents

beforeAll(async () => {
  // The real limit is a hundred megabytes: too much to send through a test.
  add.bodyLimit = limit
  site = await openTestApp()
  north = await site.addUnit('شعبهٔ شمال')
  const south = await site.addUnit('شعبهٔ جنوب')
  clerk = await site.addPerson('سمیه بایگان‌نژاد', { unitId: north, grants: daily })
  sibling = await site.addPerson('کاوه همسایه‌پور', { unitId: south, grants: daily })
  junior = await site.addPerson('نوید تازه‌کار', { unitId: north, grants: daily, fieldClasses: ['public', 'internal'] })
  customerId = await newFile('آذر نمونه‌ای')
})
afterAll(() => site.close())

async function newFile(name: string): Promise<string> {
  const made = await site.app.runAsSystem((context) => customersByExternalKey(context, 'آزمون', [{ key: name, name }], north))
  return made.get(name) ?? ''
}

const contentOf = (documentId: string, as: TestPerson, preview: 'true' | 'false' = 'false') =>
  site.app.http.inject({
    url: content.path.replace(':customerId', customerId).replace(':documentId', documentId),
    query: { preview },
    headers: { authorization: as.authorization },
  })

test('what was uploaded comes back byte for byte, under its Persian name', async () => {
  const bytes = Buffer.from([0x80, 0x00, 0xff, 0xfe, ...Array.from({ length: 5000 }, (_, i) => i % 251)])
  const added = await upload(site, {
    as: clerk,
    customerId,
    name: 'قرارداد‌های ۱۴۰۳ (نهایی).bin',
    content: bytes,
    query: { title: ' قرارداد نهايي ' },
  })
  expect(added).toMatchObject({
    status: 200,
    body: {
      name: 'قرارداد‌های ۱۴۰۳ (نهایی).bin',
      title: 'قرارداد نهایی',
      bytes: bytes.length,
      accessClass: 'internal',
      previewable: false,
      addedBy: clerk.id,
      unitId: north,
    },
  })
  const reply = await contentOf(added.body.id, clerk)
  expect(reply.rawPayload.equals(bytes)).toBe(true)
  const name = /filename\*=UTF-8''([^;]+)$/u.exec(String(reply.headers['content-disposition']))?.[1] ?? ''
  expect(name).toMatch(/^[\w.%-]+$/u)
  expect(decodeURIComponent(name)).toBe('قرارداد‌های ۱۴۰۳ (نهایی).bin')
  expect(reply.headers['content-disposition']).toMatch(/^attachment;/u)
})

test('the same content is stored once, however often and on whichever file it is kept', async () => {
  const other = await newFile('بهمن نمونه‌ای')
  await upload(site, { as: clerk, customerId, content: 'متن یکسان' })
  await upload(site, { as: clerk, customerId: other, content: 'متن یکسان', name: 'دیگر.txt' })
  const rows = await site.owner.query(
    `select count(*)::int as documents, count(distinct sha256)::int as contents from documents.document where bytes = $1`,
    [Buffer.byteLength('متن یکسان')],
  )
  expect(rows.rows[0]).toEqual({ documents: 2, contents: 1 })
  expect((await site.call(list, { as: clerk, params: { customerId: other } })).body.rows).toHaveLength(1)
})

describe('a hostile upload', () => {
  const html = '<!doctype html><script>fetch("/api/session")</script>'

  test('a page named as a picture is neither shown nor named as a page', async () => {
    const added = (await upload(site, { as: clerk, customerId, name: 'عکس.png', content: html, declared: 'image/png' })).body
    expect(added).toMatchObject({ mediaType: 'application/octet-stream', previewable: false })
    const reply = await contentOf(added.id, clerk, 'true')
    expect(reply.headers['content-type']).toBe('application/octet-stream')
    expect(reply.headers['content-disposition']).toMatch(/^attachment;/u)
    expect(reply.headers['content-security-policy']).toMatch(/^sandbox/u)
    expect(reply.headers['x-content-type-options']).toBe('nosniff')
  })

  test('a picture named as a page is the picture that it is', async () => {
    const added = (await upload(site, { as: clerk, customerId, name: 'page.html', content: tinyPng, declared: 'text/html' })).body
    expect(added).toMatchObject({ mediaType: 'image/png', previewable: true })
    const reply = await contentOf(added.id, clerk, 'true')
    expect(reply.headers['content-type']).toBe('image/png')
    expect(reply.headers['content-disposition']).toMatch(/^inline;/u)
    expect(reply.headers['content-security-policy']).toMatch(/^sandbox/u)
    expect(reply.rawPayload.equals(tinyPng)).toBe(true)
  })

  test.each([
    ['نقشه.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/svg+xml'],
    ['نقشه.svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ['setup.exe', `MZ${'\u0000'.repeat(80)}`, 'image/png'],
    ['run.sh', '#!/bin/sh\nrm -rf /', 'text/plain'],
  ])('%s leaves as an attachment of bytes', async (name, what, declared) => {
    const added = (await upload(site, { as: clerk, customerId, name, content: what, declared })).body
    expect(added.previewable).toBe(false)
    const reply = await contentOf(added.id, clerk, 'true')
    expect(reply.headers['content-type']).toBe('application/octet-stream')
    expect(reply.headers['content-disposition']).toMatch(/^attachment;/u)
  })

  test('a path in the name is not followed, and marks that turn a name around are dropped', async () => {
    const climbing = await upload(site, { as: clerk, customerId, name: '../../../etc/passwd', content: 'x' })
    expect(climbing.body.name).toBe('passwd')
    const backslashes = await upload(site, { as: clerk, customerId, name: String.raw`C:\\windows\\نامه.txt`, content: 'x' })
    expect(backslashes.body.name).not.toMatch(/[\\/:]/u)
    const turned = await upload(site, { as: clerk, customerId, name: 'عکس\u202Egnp.exe', content: 'x' })
    expect(turned.body.name).toBe('عکسgnp.exe')
    const long = await upload(site, { as: clerk, customerId, name: `${'😀'.repeat(150)}a.txt`, content: 'x' })
    expect((await contentOf(long.body.id, clerk)).statusCode).toBe(200)
  })

  test('an empty file is refused, and so is a body that is not a form', async () => {
    expect(await upload(site, { as: clerk, customerId, content: '' })).toMatchObject({ status: 422, body: { code: 'file-empty' } })
    expect(
      await site.app.http.inject({
        method: 'POST',
        url: add.path.replace(':customerId', customerId),
        headers: { authorization: clerk.authorization, 'content-type': 'application/json' },
        payload: '{}',
      }),
    ).toMatchObject({ statusCode: 415 })
  })

  test('a file over the limit is refused and nothing of it stays on disk; one of exactly the limit is kept', async () => {
    const before = await readdir(site.blobFolder, { recursive: true })
    expect(await upload(site, { as: clerk, customerId, content: 'a'.repeat(limit + 1) })).toMatchObject({
      status: 413,
      body: { code: 'body-too-large' },
    })
    expect(await readdir(site.blobFolder, { recursive: true })).toEqual(before)
    expect(await upload(site, { as: clerk, customerId, content: 'a'.repeat(limit) })).toMatchObject({ status: 200, body: { bytes: limit } })
  })
})

test('a file that the uploader may not see takes no documents', async () => {
  const reply = await upload(site, {
    as: await site.addPerson('بی‌پرونده', { grants: { ...daily, 'customers.read': 'own' } }),
    customerId,
    content: 'x',
  })
  const missing = await upload(site, { as: clerk, customerId: '01900000-0000-7000-8000-000000000000', content: 'x' })
  expect(reply.status).toBe(404)
  expect(reply.text).toBe(missing.text)
})

describe('for a colleague of the unit next door', () => {
  test('documents of this unit change nothing: not in lists, not by address', async () => {
    const file = await newFile('پریسا دومرزی')
    const ofSibling = (await upload(site, { as: sibling, customerId: file, content: 'از جنوب' })).body
    const before = await site.call(list, { as: sibling, params: { customerId: file } })
    const hidden = (await upload(site, { as: clerk, customerId: file, content: 'از شمال' })).body
    const after = await site.call(list, { as: sibling, params: { customerId: file } })
    expect(after.text).toBe(before.text)
    expect(after.body.rows.map((row) => row.id)).toEqual([ofSibling.id])
    const nowhere = { customerId: file, documentId: '01900000-0000-7000-8000-000000000000' }
    for (const route of [show, content]) {
      const refused = await site.call(route, { as: sibling, params: { customerId: file, documentId: hidden.id } })
      const missing = await site.call(route, { as: sibling, params: nowhere })
      expect(refused.status).toBe(404)
      expect(refused.text).toBe(missing.text)
    }
  })

  test('a document is not found under another customer', async () => {
    const { id } = (await upload(site, { as: clerk, customerId, content: 'جای درست' })).body
    const elsewhere = await newFile('دیگری')
    expect((await site.call(show, { as: clerk, params: { customerId: elsewhere, documentId: id } })).status).toBe(404)
  })
})

describe('a delicate document', () => {
  test('is not there for whoever does not read its class, and its readers leave a trace', async () => {
    const file = await newFile('رازدار')
    const { id } = (await upload(site, { as: clerk, customerId: file, content: 'محرمانه', query: { accessClass: 'sensitive' } })).body
    expect((await site.call(list, { as: junior, params: { customerId: file } })).body.rows).toEqual([])
    expect((await site.call(show, { as: junior, params: { customerId: file, documentId: id } })).status).toBe(404)
    expect((await site.call(content, { as: junior, params: { customerId: file, documentId: id } })).status).toBe(404)
    for (const route of [show, content])
      expect((await site.call(route, { as: clerk, params: { customerId: file, documentId: id } })).status).toBe(200)
    await site.call(list, { as: clerk, params: { customerId: file } })
    const trail = await site.owner.query(
      `select actor_id, subject_id, after from identity.audit_entry where action = 'document.read' and customer_id = $1 order by id`,
      [file],
    )
    expect(trail.rows).toEqual([
      { actor_id: clerk.id, subject_id: id, after: { part: 'about', documents: [id] } },
      { actor_id: clerk.id, subject_id: id, after: { part: 'content', documents: [id] } },
      { actor_id: clerk.id, subject_id: file, after: { part: 'list', documents: [id] } },
    ])
  })

  test('cannot be added by whoever could not read it', async () => {
    expect(await upload(site, { as: junior, customerId, content: 'x', query: { accessClass: 'financial' } })).toMatchObject({
      status: 403,
      body: { code: 'not-permitted' },
    })
  })

  test('is on the timeline only for readers of its class', async () => {
    const file = await newFile('خط‌دار')
    await upload(site, { as: clerk, customerId: file, name: 'عادی.txt', content: 'عادی' })
    await upload(site, { as: clerk, customerId: file, name: 'محرمانه.txt', content: 'محرمانه ۲', query: { accessClass: 'sensitive' } })
    await site.settle()
    const namesFor = async (as: TestPerson) =>
      (await site.call(contract.customers.timeline, { as, params: { customerId: file }, query: { kinds: 'document' } })).body.rows.map(
        (row) => row.facts.name,
      )
    expect(await namesFor(clerk)).toEqual(['محرمانه.txt', 'عادی.txt'])
    expect(await namesFor(junior)).toEqual(['عادی.txt'])
    expect(await namesFor(sibling)).toEqual([])
  })
})

test('a long list is paged by key, newest first, each document once', async () => {
  const file = await newFile('پرسند')
  const made: string[] = []
  for (let i = 0; i < 5; i += 1) made.unshift((await upload(site, { as: clerk, customerId: file, content: `سند ${i}` })).body.id)
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = (
      await site.call(list, { as: clerk, params: { customerId: file }, query: { limit: 2, ...(after !== undefined && { after }) } })
    ).body
    seen.push(...page.rows.map((row) => row.id))
    after = page.next
  } while (after !== undefined)
  expect(seen).toEqual(made)
})

test('text in the old Windows encoding is shown in it, and PDF is shown without a sandbox', async () => {
  const old = (
    await upload(site, { as: clerk, customerId, content: Buffer.from([0xd3, 0xe1, 0xc7, 0xe3, 0x20, 0xcf, 0xe6, 0xd3, 0xca, 0xc7, 0xe4]) })
  ).body
  expect(old.mediaType).toBe('text/plain; charset=windows-1256')
  expect((await contentOf(old.id, clerk, 'true')).headers['content-type']).toBe('text/plain; charset=windows-1256')
  const pdf = (await upload(site, { as: clerk, customerId, name: 'سند.pdf', content: '%PDF-1.4\n1 0 obj\n<<>>\nendobj\n' })).body
  expect(pdf).toMatchObject({ mediaType: 'application/pdf', previewable: true })
  expect((await contentOf(pdf.id, clerk, 'true')).headers['content-security-policy']).toBe("frame-ancestors 'self'")
})

test('a content that has gone missing from the store is said to be an unexpected failure, not sent as nothing', async () => {
  const lost = (await upload(site, { as: clerk, customerId, content: 'گم خواهد شد' })).body
  const { rows } = await site.owner.query<{ sha256: string }>('select sha256 from documents.document where id = $1', [lost.id])
  await rm(`${site.blobFolder}/${rows[0]?.sha256.slice(0, 2)}/${rows[0]?.sha256}`)
  expect((await contentOf(lost.id, clerk)).statusCode).toBe(500)
})
