import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rowKeys } from './row-keys.ts'
import { sampleTable } from './sample-table.ts'
import { readTable } from './testing/table-files.ts'

const data = process.env.PARVANDEH_TEST_DATA ?? ''
const isHere = data !== '' && existsSync(data)

describe.skipIf(!isHere)('real files (PARVANDEH_TEST_DATA)', () => {
  test('the Italian help desk: every row, repeated column names apart, 127 duplicates told from their firsts', async () => {
    const { table, rows } = await readTable(join(data, 'logs/helpdesk_italian.csv.gz'))
    expect(table.columns.slice(4, 7)).toEqual(['Variant', 'Variant index', 'Variant (2)'])
    expect(rows.length).toBe(21_348)
    expect(rows.filter((row) => row.problem)).toEqual([])
    expect(new Set(rows.map((row) => row.cells[0])).size).toBe(4580)

    const keys = rowKeys()
    const all = rows.map((row) => keys.next(row.cells))
    expect(all.filter((key) => key.occurrence > 1).length).toBe(127)
    expect(new Set(all.map((key) => `${key.contentHash}/${key.occurrence}`)).size).toBe(21_348)
  })

  test('the incident log: every row, and columns that look like what they are', async () => {
    const path = join(data, 'logs/servicenow_incidents_first_1500.csv.gz')
    expect((await readTable(path)).rows.length).toBe(10_383)
    const { profile, rows } = await sampleTable(path)
    const look = Object.fromEntries(profile.map((column) => [column.column, column.looksLike]))
    expect(rows.length).toBe(200)
    expect(look).toMatchObject({
      opened_at: 'date',
      reassignment_count: 'integer',
      incident_state: 'text',
      number: 'text',
    })
  })

  test.each([
    ['google_contacts_2024_header.csv', 'Phone 1 - Value'],
    ['google_contacts_legacy_header.csv', 'Group Membership'],
    ['outlook_contacts_header.csv', "Assistant's Phone"],
  ])('the contacts header %s is a table without rows', async (name, column) => {
    const { table, rows } = await readTable(join(data, 'formats/contacts_csv', name))
    expect(table.columns).toContain(column)
    expect(new Set(table.columns).size).toBe(table.columns.length)
    expect(rows).toEqual([])
  })

  test.each([
    ['persian/snappfood_dev.csv.gz', '\t', 6300],
    ['calls/anonymous_bank_1999_02_first_half.tsv.gz', '\t', 17_456],
    ['survey/insteval.csv.gz', ',', 73_421],
  ])('%s is read whole', async (name, delimiter, count) => {
    const { table, rows } = await readTable(join(data, name))
    expect([table.format.delimiter, rows.length, rows.filter((row) => row.problem).length]).toEqual([delimiter, count, 0])
  })
})
