import { contract } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { newTag } from '../../../testing/people-builders.ts'

const { behaviour, tags } = contract
let site: TestApp
let root: TestPerson
let clerk: TestPerson
let customerId: string
beforeAll(async () => {
  site = await openTestApp()
  const grants = { 'customers.read': 'all', 'customers.write': 'all', 'customers.manage': 'all', 'identity.audit': 'all' } as const
  root = await site.addPerson('مهرناز پرهام', { grants })
  clerk = await site.addPerson('کیان بی‌خبر', { grants, fieldClasses: ['public', 'internal'] })
  ;({ customerId } = await newCustomer(site, root, personFile({ firstName: 'شیوا', lastName: 'زندنام' })))
})
afterAll(() => site.close())

const show = (as = root) => site.call(behaviour.show, { as, params: { customerId } })
const put = (tagId: string, as = root) => site.call(behaviour.tag, { as, params: { customerId }, body: { tagId } })

test('C8: a tag is put on once, says who put it and when, and is taken off again', async () => {
  const patient = await newTag(site, root, 'شکیبا', 'temperament')
  expect((await put(patient.id)).body.tags).toMatchObject([{ name: 'شکیبا', group: 'temperament', addedBy: root.id }])
  expect((await put(patient.id)).body.tags).toHaveLength(1)
  const off = { as: root, params: { customerId, tagId: patient.id } }
  expect((await site.call(behaviour.untag, off)).body.tags).toEqual([])
  expect((await site.call(behaviour.untag, off)).status).toBe(404)
})

test('C8: behaviour is sensitive: who may not read that sees neither tags nor notes, nor lines of them, nor can write any', async () => {
  const [hasty, loyal] = [await newTag(site, root, 'شتاب‌زده', 'temperament'), await newTag(site, root, 'باشگاه مشتریان')]
  await put(hasty.id)
  await put(loyal.id)
  await site.call(behaviour.addNote, { as: root, params: { customerId }, body: { text: 'دیر تصمیم می‌گیرد.' } })
  await site.settle()
  const seen = (await show(clerk)).body
  expect(seen).toMatchObject({ withheld: true, notes: [], tags: [{ name: 'باشگاه مشتریان' }] })
  expect((await put(hasty.id, clerk)).status).toBe(422)
  expect((await site.call(behaviour.addNote, { as: clerk, params: { customerId }, body: { text: 'دزدکی' } })).status).toBe(403)
  expect((await site.call(behaviour.untag, { as: clerk, params: { customerId, tagId: hasty.id } })).status).toBe(404)
  expect((await site.call(tags.list, { as: clerk })).text).not.toContain('شتاب‌زده')
  const lines = (as: TestPerson) => site.call(contract.customers.timeline, { as, params: { customerId } })
  expect((await lines(root)).text).toContain('شتاب‌زده')
  expect((await lines(clerk)).text).not.toContain('شتاب‌زده')
  expect((await lines(clerk)).text).not.toContain('behaviour-noted')
  const trail = async (as: TestPerson) => (await site.call(contract.audit.list, { as, query: {} })).text
  for (const secret of ['دیر تصمیم می‌گیرد', 'شتاب‌زده']) {
    expect(await trail(root)).toContain(secret)
    expect(await trail(clerk)).not.toContain(secret)
  }
})

test('C8: that sensitive tags and notes were read is put on record', async () => {
  await show()
  const found = await site.owner.query<{ after: { fields: string[] } }>(
    `select after from identity.audit_entry where action = 'field.read' and customer_id = $1 order by id desc limit 1`,
    [customerId],
  )
  expect(found.rows[0]?.after.fields).toEqual(['behaviourNotes', 'behaviourTags'])
})

test('a note is changed and removed by those who saw its last version', async () => {
  const [note] = (await show()).body.notes
  const on = { as: root, params: { customerId, noteId: note!.id } }
  expect((await site.call(behaviour.changeNote, { ...on, body: { text: 'زود تصمیم می‌گیرد.', version: 1 } })).body.notes).toMatchObject([
    { text: 'زود تصمیم می‌گیرد.', version: 2 },
  ])
  expect((await site.call(behaviour.changeNote, { ...on, body: { text: 'هرگز', version: 1 } })).status).toBe(409)
  expect((await site.call(behaviour.removeNote, on)).body.notes).toEqual([])
  expect((await site.call(behaviour.addNote, { as: root, params: { customerId }, body: { text: '  ' } })).status).toBe(422)
})

test('the vocabulary grows by names that are new however they are spelled, and renaming finds no namesake', async () => {
  const added = await newTag(site, root, 'علاقه‌مند به كتاب', 'interest')
  expect((await newTag(site, root, 'علاقه مند به کتاب', 'interest')).id).toBe(added.id)
  const other = await newTag(site, root, 'کوهنورد', 'interest')
  const rename = (name: string, version: number) =>
    site.call(tags.change, { as: root, params: { tagId: other.id }, body: { name, nameEn: null, active: true, version } })
  expect((await rename('علاقه‌مند به کتاب', 1)).status).toBe(409)
  expect((await rename('کوه‌پیما', 1)).body).toMatchObject({ name: 'کوه‌پیما', version: 2 })
  expect((await rename('هر چه', 1)).body).toMatchObject({ code: 'changed-meanwhile' })
})

test('merged tags are one on every file, however many have both, and can be parted again', async () => {
  const [one, two] = [await newTag(site, root, 'فوتبال‌دوست', 'interest'), await newTag(site, root, 'اهل فوتبال', 'interest')]
  await put(one.id)
  await put(two.id)
  const merge = (intoTagId: string | null, version: number) =>
    site.call(tags.merge, { as: root, params: { tagId: one.id }, body: { intoTagId, version } })
  expect((await merge(two.id, 1)).body).toMatchObject({ mergedInto: two.id })
  const names = async () => (await show()).body.tags.filter(({ group }) => group === 'interest').map(({ name }) => name)
  expect(await names()).toEqual(['اهل فوتبال'])
  expect((await merge(null, 2)).status).toBe(200)
  expect(await names()).toEqual(['فوتبال‌دوست', 'اهل فوتبال'])
  expect((await merge(one.id, 3)).body).toMatchObject({ code: 'tag-merge-refused' })
  const general = await newTag(site, root, 'همه‌کاره')
  expect((await merge(general.id, 3)).body).toMatchObject({ code: 'tag-merge-refused' })
})

test('a tag out of use stays where it is and is put on no other file', async () => {
  const old = await newTag(site, root, 'مشتری دیرین')
  await put(old.id)
  await site.call(tags.change, { as: root, params: { tagId: old.id }, body: { name: old.name, nameEn: null, active: false, version: 1 } })
  expect((await show()).text).toContain('مشتری دیرین')
  const other = await newCustomer(site, root, personFile({ firstName: 'تازه' }))
  expect((await site.call(behaviour.tag, { as: root, params: other, body: { tagId: old.id } })).status).toBe(422)
})
