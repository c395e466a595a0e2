import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { buffer } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { TableError } from './table-error.ts'
import { readTable, tableFiles } from './testing/table-files.ts'
import { writeDelimited } from './text/write-delimited.ts'
import { writeWorkbook } from './workbook/write-workbook.ts'
import type { WrittenCell } from './written-cell.ts'

const files = tableFiles()
afterAll(() => files.remove())

const cell = fc
  .oneof(
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.constantFrom('', 'علی‌رضا', '09121112233', 'a"b', 'c,d;e\tf', 'g\r\nh', ' i ', "'j'", '۱۴۰۳/۰۵/۱۲', '<b>&amp;', '_x000D_'),
  )
  .filter((text) => !text.includes('\0') && text.isWellFormed() && !text.includes('\ufffd'))
const tables = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }))
const headerOf = (rows: string[][]): string[] => (rows[0] ?? []).map((_, at) => `ستون ${String.fromCharCode(0x627 + at)}`)

describe('delimited text', () => {
  const written = async (rows: WrittenCell[][], options = {}): Promise<string> => (await buffer(writeDelimited(rows, options))).toString()

  test('what is written is read again, cell for cell, except the apostrophe before formulas', async () => {
    const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text)
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom(',', ';', '\t'), fc.boolean(), async (rows, delimiter, byteOrderMark) => {
        const header = headerOf(rows)
        const path = await files.write('w.csv', await buffer(writeDelimited(rows, { header, delimiter: delimiter as ',', byteOrderMark })))
        const read = await readTable(path, { headerRow: 1, delimiter, quote: '"' })
        expect(read.table.columns).toEqual(header)
        expect(read.rows.map((row) => row.cells)).toEqual(rows.map((row) => row.map(guarded)))
        expect(read.rows.filter((row) => row.problem)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('cells a spreadsheet would run get an apostrophe; numbers and phones do not', async () => {
    expect(
      await written([['=1+1', '+98 21', '-5', '@x', '\tx', '+989121112233', '-12.5', '-a', 'a=b', -3, null]], { byteOrderMark: false }),
    ).toBe('"\'=1+1","\'+98 21",-5,"\'@x","\'\tx",+989121112233,-12.5,"\'-a",a=b,-3,\r\n')
  })

  test('Excel gets its byte order mark unless it is switched off', async () => {
    expect(await written([['الف']], { header: ['نام'] })).toBe('\ufeffنام\r\nالف\r\n')
  })

  test('rows are made only as fast as they are read', async () => {
    let made = 0
    function* rows(): Generator<string[]> {
      for (; made < 1_000_000; made++) yield ['x'.repeat(100)]
    }
    const stream = writeDelimited(rows())
    await new Promise((resolve) => stream.once('readable', resolve))
    await new Promise((resolve) => setTimeout(resolve, 20))
    stream.destroy()
    expect(made).toBeLessThan(10_000)
  })
})

describe('workbooks', () => {
  test('what is written is read again, cell for cell', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const header = headerOf(rows)
        const path = await files.write('w.xlsx', await buffer(writeWorkbook(rows, { columns: header.map((name) => ({ header: name })) })))
        const read = await readTable(path, { headerRow: 1 })
        expect(read.table.columns).toEqual(header)
        expect(read.rows.map((row) => row.cells)).toEqual(rows.filter((row) => row.some((text) => text !== '')))
      }),
      { numRuns: 40 },
    )
  })

  test('another program finds Persian headers, right-to-left, real dates, and no formula', async () => {
    const stream = writeWorkbook(
      [
        ['زهرا', '2024-03-20', '2024-03-20 09:30:15', 12.5, true, '=1+1'],
        ['آرش', 'نامعلوم', null, -3, false, ''],
      ],
      {
        sheetName: 'مشتریان: ۱۴۰۳',
        calendar: 'jalali',
        columns: [
          { header: 'نام' },
          { header: 'تاریخ', kind: 'date' },
          { header: 'زمان', kind: 'date-time' },
          { header: 'مبلغ' },
          { header: 'فعال' },
          { header: 'یادداشت' },
        ],
      },
    )
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await buffer(stream)) as never)
    const sheet = book.worksheets[0]!
    expect(sheet.name).toBe('مشتریان  ۱۴۰۳')
    expect(sheet.views[0]).toMatchObject({ rightToLeft: true, state: 'frozen' })
    expect(sheet.getRow(1).values).toEqual([undefined, 'نام', 'تاریخ', 'زمان', 'مبلغ', 'فعال', 'یادداشت'])
    expect(sheet.getCell('B2').value).toEqual(new Date('2024-03-20T00:00:00Z'))
    expect(sheet.getCell('B2').numFmt).toBe('[$-fa-IR,16]yyyy/mm/dd')
    expect(sheet.getCell('C2').value).toEqual(new Date('2024-03-20T09:30:15Z'))
    expect([sheet.getCell('D2').value, sheet.getCell('E2').value, sheet.getCell('F2').value]).toEqual([12.5, true, '=1+1'])
    expect(sheet.getCell('B3').value).toBe('نامعلوم')
  })

  test('more rows than a sheet holds is an error, not a broken file', async () => {
    const rows = {
      *[Symbol.iterator]() {
        for (let n = 0; n < 1_048_576; n++) yield []
      },
    }
    await expect(buffer(writeWorkbook(rows, { columns: [{ header: 'a' }] }))).rejects.toBeInstanceOf(TableError)
  })
})
