import { contract } from '@parvandeh/contract'
import type { CustomField, CustomValue } from '@parvandeh/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCustomer, personFile } from '../../../testing/customers-builders.ts'
import { newField } from '../../../testing/fields-builders.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { sortNameOf } from '../files/display-name.rules.ts'

const { customers } = contract
const grants = { 'customers.read': 'all', 'customers.write': 'all', 'customers.export': 'all', 'customers.fields': 'all' } as const

let site: TestApp
let clerk: TestPerson
let fields: Record<'number' | 'money' | 'date' | 'text', CustomField>
beforeAll(async () => {
  site = await openTestApp()
  clerk = await site.addPerson('هنگامه مرتب‌کن', { grants })
  const made = (type: CustomField['type']) => newField(site, clerk, { type, filtered: true, label: { fa: `ویژگی ${type}`, en: null } })
  fields = { number: await made('number'), money: await made('money'), date: await made('date'), text: await made('text') }
})
afterAll(() => site.close())

const file = (unitId: string, custom: Record<string, CustomValue>) =>
  newCustomer(site, clerk, { ...personFile({ firstName: 'آرمان', lastName: 'مرتبی' }), unitId, custom })

/** Every page of the list of a unit, one after another. */
async function walk(sort: string, filters: object, { limit = 4, as = clerk, meanwhile = async () => {} } = {}) {
  const seen: { customerId: string; custom?: Record<string, CustomValue> | undefined }[] = []
  for (let after: string | undefined; ;) {
    const query = { ...filters, sort, limit, fields: sort.replace('-', ''), ...(after && { after }) }
    const page = await site.call(customers.list, { as, query })
    expect(page, page.text).toMatchObject({ status: 200 })
    seen.push(...page.body.rows)
    after = page.body.next
    if (after === undefined) return seen
    await meanwhile()
  }
}

const held: Record<keyof typeof fields, readonly (string | number)[]> = {
  number: [-3, 0.5, 2, 2, 2, 10, 900],
  money: [0, 1_000, 1_000, 25_000, 9_000_000_000],
  date: ['1979-03-21', '2020-01-01', '2020-01-01', '2026-02-11'],
  // In the order of the Persian alphabet, which is not that of code points.
  text: ['آبادان', 'اهواز', 'پارس', 'تبریز', 'چابهار', 'ژاله', 'کرج', 'گرگان', 'یزد'],
}

describe('C5: the list is put in the order of an own field that is used in filters', () => {
  test.each(Object.entries(held) as [keyof typeof fields, (typeof held)['text']][])(
    '%s: page after page each file once, values in order and files without one last',
    async (type, values) => {
      const { key } = fields[type]
      const unitId = await site.addUnit(`واحد ${type}`)
      // Written in another order than they are to be read in.
      const shuffled = values.map((_, place) => values[(place * 11 + 3) % values.length] ?? null)
      expect(new Set(shuffled).size).toBe(new Set(values).size)
      for (const value of shuffled) await file(unitId, { [key]: value })
      for (let lacks = 0; lacks < 6; lacks += 1) await file(unitId, {})
      for (const [sort, expected] of [
        [`x.${key}`, values],
        [`-x.${key}`, values.toReversed()],
      ] as const) {
        const rows = await walk(sort, { unitId })
        expect(rows.map(({ custom }) => custom?.[key] ?? null)).toEqual([...expected, ...Array.from({ length: 6 }, () => null)])
        expect(new Set(rows.map(({ customerId }) => customerId)).size).toBe(values.length + 6)
        expect(await walk(sort, { unitId }, { limit: 3 })).toEqual(rows)
      }
    },
  )

  test('is stable while files are added behind and before the place that the reader has come to', async () => {
    const { key } = fields.number
    const unitId = await site.addUnit('در کار')
    for (const value of [10, 20, 30, 40, 50]) await file(unitId, { [key]: value })
    let added = 0
    const rows = await walk(
      `x.${key}`,
      { unitId },
      {
        limit: 2,
        meanwhile: async () => {
          added += 1
          if (added === 1) for (const value of [5, 35]) await file(unitId, { [key]: value })
        },
      },
    )
    expect(rows.map(({ custom }) => custom?.[key])).toEqual([10, 20, 30, 35, 40, 50])
  })

  test('also where files are too many to be gathered first: the walk along the index is as complete', async () => {
    const { id, key } = fields.number
    const unitId = await site.addUnit('پرشمار')
    const { customerId } = await file(unitId, {})
    await site.owner.query(
      `insert into customers.customer select (jsonb_populate_record(c, jsonb_build_object('customer_id', gen_random_uuid(), 'code', 'w' || n,
         'custom', case when n % 4 = 0 then '{}' else jsonb_build_object($2::text, n % 60) end))).*
       from customers.customer c cross join generate_series(1, 2400) n where c.customer_id = $1`,
      [customerId, key],
    )
    await site.owner.query(
      `insert into customers.field_value (customer_id, id, field_id, value)
       select customer_id, gen_random_uuid(), $1, custom -> $2 from customers.customer where custom ? $2 and unit_id = $3`,
      [id, key, unitId],
    )
    for (const direction of ['', '-']) {
      const rows = await walk(`${direction}x.${key}`, { unitId }, { limit: 100 })
      const { rows: expected } = await site.owner.query<{ id: string }>(
        `select customer_id as id from customers.customer where unit_id = $1
         order by (custom ->> $2)::int ${direction === '-' ? 'desc' : 'asc'} nulls last,
           case when custom ? $2 then customer_id end ${direction === '-' ? 'desc' : 'asc'}, created_at desc, customer_id desc`,
        [unitId, key],
      )
      expect(rows.map((row) => row.customerId)).toEqual(expected.map((row) => row.id))
    }
  })

  test('of files in sight alone, and the export has the same order', async () => {
    const { key } = fields.text
    const unitId = await site.addUnit('نزدیک')
    const reader = await site.addPerson('رها نزدیک‌بین', { unitId, grants: { 'customers.read': 'unit', 'customers.export': 'unit' } })
    for (const value of ['یاس', 'پونه', 'بابونه']) await file(unitId, { [key]: value })
    await file(unitId, {})
    expect((await walk(`x.${key}`, {}, { as: reader })).map(({ custom }) => custom?.[key])).toEqual(['بابونه', 'پونه', 'یاس', undefined])
    const query = { sort: `x.${key}`, columns: `x.${key}`, format: 'csv' as const }
    const { text } = await site.call(customers.export, { as: reader, query })
    expect(text.trim().split(/\r?\n/u).slice(1)).toEqual(['بابونه', 'پونه', 'یاس', '""'])
  })

  test('by no field that is hidden, not kept for filters, of another type, or not there: all are refused alike', async () => {
    const hidden = await newField(site, clerk, { type: 'number', filtered: true, accessClass: 'financial' })
    const unfiltered = await newField(site, clerk, { type: 'number' })
    const choices = [{ label: { fa: 'یکی', en: null }, retired: false }]
    const choice = await newField(site, clerk, { type: 'choice', filtered: true, choices })
    const plain = await site.addPerson('بهار بی‌مالی', { grants, fieldClasses: ['public', 'internal'] })
    const answers = []
    for (const { key } of [hidden, unfiltered, choice, { key: 'nothing' }])
      answers.push(await site.call(customers.list, { as: plain, query: { sort: `-x.${key}` } }))
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422])
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(await site.call(customers.list, { as: clerk, query: { sort: `-x.${hidden.key}` } })).toMatchObject({ status: 200 })
  })

  test('a key of another order, or one that somebody made up, is refused', async () => {
    const { key } = fields.money
    const sort = `x.${key}`
    const made = (value: string, of = sort) =>
      Buffer.from(JSON.stringify([of, value, '01a20000-0000-7000-8000-000000000000'])).toString('base64url')
    for (const after of [made('=آ'), made('12'), made('~دیروز'), made('=1', `-${sort}`), made('=1e999')]) {
      const { status } = await site.call(customers.list, { as: clerk, query: { sort, after } })
      expect([status, after]).toEqual([expect.toSatisfy((code: number) => code >= 400 && code < 500), after])
    }
  })
})

test('texts that were there before the order was get the key that new ones get', async () => {
  const words = ['آذر', 'ا\u0653ب', 'پژمان ۱۲', 'Zebra Ａ', 'كاظمي', 'گ‌گ', '😀'.repeat(70)]
  const alphabet = 'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی'
  const letters = `\ue000${alphabet}`
  const places = Array.from(letters, (_, index) => String.fromCharCode(0x0e01 + index)).join('')
  const found = await site.owner.query<{ key: string }>(
    `select left(translate(platform.fold_spaced(replace(replace(v, 'آ', $2), 'ا' || U&'\\0653', $2)), $3, $4), 60) as key
     from unnest($1::text[]) with ordinality w (v, n) order by n`,
    [words, '\ue000', letters, places],
  )
  expect(found.rows.map(({ key }) => key)).toEqual(words.map(sortNameOf))
})
