import fc from 'fast-check'
import { existsSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { openTable } from '../open-table.ts'
import { CardLines } from './card-lines.ts'
import { textOfValue } from './card-value.ts'
import { writeCards } from './write-cards.ts'
import type { WrittenCard } from './write-cards.ts'

async function rowsOf(file: string): Promise<Record<string, string>[]> {
  const table = await openTable(file)
  const rows = []
  for await (const { cells } of table.rows()) rows.push(Object.fromEntries(table.columns.map((name, at) => [name, cells[at] ?? ''])))
  return rows
}

const folder = path.resolve(process.env['PARVANDEH_TEST_DATA'] ?? '', 'formats', 'vcard')
const isHere = process.env['PARVANDEH_TEST_DATA'] !== undefined && existsSync(folder)

describe.skipIf(!isHere)('cards of real programs', () => {
  test('are read, each with whatever names its bearer', async () => {
    const files = await readdir(folder)
    expect(files.length).toBeGreaterThan(10)
    for (const name of files) {
      const rows = await rowsOf(path.join(folder, name))
      expect(rows.length, name).toBeGreaterThan(0)
      for (const row of rows) expect(row['Full name'] || row['E-mail 1 - Value'], name).toBeTruthy()
    }
  })

  test.each([
    ['John_Doe_ANDROID.vcf', { 'Last name': 'Ñ Ñ Ñ Ñ', 'Phone 1 - Value': '123456789' }, 2],
    ['John_Doe_MS_OUTLOOK.vcf', { 'Last name': 'Doe', Birthday: '1980-03-22', 'Address 1 - City': 'Albaney' }, 0],
    ['John_Doe_MAC_ADDRESS_BOOK.vcf', { 'Phone 5 - Value': '905-222-1234', 'Fax 2 - Value': '905-999-1234' }, 0],
    ['outlook-2003.vcf', { Note: 'This is the note field!!\nSecond line\n\nThird line is empty', Organization: 'Company, The' }, 0],
    ['rfc6350-example.vcf', { 'Phone 2 - Value': '+1-418-262-6501', 'Address 1 - City': 'Quebec' }, 0],
  ])('%s says what it says there', async (name, said, at) => {
    expect((await rowsOf(path.join(folder, name)))[at]).toMatchObject(said)
  })
})

test('lines are the same wherever the chunks of a file end', () => {
  const text =
    'BEGIN:VCARD\r\nitem1.TEL;TYPE="home,cell":+98 912\r\n  345\r\nNOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=D8=\r\n=B3=D9=84\r\nPHOTO;ENCODING=b:AAAA\r\n AAAA\r\nEND:VCARD\r\n'
  const whole = new CardLines(1000)
  const expected = [...whole.push(text), ...whole.end()]
  expect(expected.map(({ name }) => name)).toEqual(['BEGIN', 'TEL', 'NOTE', 'END'])
  expect(expected[1]).toMatchObject({ group: 'item1', value: '+98 912 345' })
  expect(textOfValue(expected[2]!)).toBe('سل')
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: text.length }), { maxLength: 8 }), (cuts) => {
      const lines = new CardLines(1000)
      const places = [0, ...cuts.toSorted((a, b) => a - b), text.length]
      const read = places.slice(1).flatMap((to, index) => lines.push(text.slice(places[index], to)))
      expect([...read, ...lines.end()]).toEqual(expected)
    }),
  )
})

test('a line of any length takes no more than its limit, and says so', () => {
  const lines = new CardLines(100)
  const read = [...lines.push(`NOTE:${'ب'.repeat(5_000_000)}\n`), ...lines.end()]
  expect(read[0]?.isCut).toBe(true)
  expect(read[0]?.value.length).toBeLessThan(3000)
})

test('what is written as cards is read back as it was', async () => {
  const line = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
    .map((text) => text.replaceAll(/[\p{Cc}\p{Cs}\s\ufffd]+/gu, ' ').trim())
    .filter(Boolean)
  const file = path.join(tmpdir(), `parvandeh-cards-${process.pid}.vcf`)
  await fc.assert(
    fc.asyncProperty(line, line, line, fc.constantFrom('3.0' as const, '4.0' as const), async (firstName, lastName, address, version) => {
      const card: WrittenCard = {
        uid: '01940000-0000-7000-8000-000000000001',
        isOrganisation: false,
        fullName: `${firstName} ${lastName}`,
        firstName,
        lastName,
        organisation: null,
        birthday: '1991-08-03',
        gender: null,
        phones: [{ value: '+989121110000', label: null, kind: 'mobile' }],
        emails: [],
        addresses: [{ value: address, label: null, city: null, province: null, postalCode: null }],
        websites: [],
        messengers: [],
      }
      await writeFile(
        file,
        await buffer(
          writeCards(
            (async function* () {
              yield card
            })(),
            version,
          ),
        ),
      )
      const [read] = await rowsOf(file)
      expect(read).toMatchObject({ 'First name': firstName, 'Last name': lastName, 'Address 1 - Street': address, Birthday: '1991-08-03' })
    }),
    { numRuns: 40 },
  )
})
