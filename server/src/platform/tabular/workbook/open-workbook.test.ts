import ExcelJS from 'exceljs'
import { afterAll, describe, expect, test } from 'vitest'
import { openTable } from '../open-table.ts'
import { TableError } from '../table-error.ts'
import { readTable, tableFiles } from '../testing/table-files.ts'
import { writeZip } from './write-zip.ts'

const files = tableFiles()
afterAll(() => files.remove())

async function workbook(name: string, fill: (book: ExcelJS.Workbook) => void): Promise<string> {
  const book = new ExcelJS.Workbook()
  fill(book)
  return files.write(name, Buffer.from(await book.xlsx.writeBuffer()))
}

async function codeOf(reading: Promise<unknown>): Promise<string> {
  const fault = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return fault instanceof TableError ? fault.code : String(fault)
}

/** A workbook written by hand, for what programs do that exceljs does not. */
async function handMade(name: string, sheetData: string, more: Record<string, string> = {}): Promise<string> {
  const parts: Record<string, string> = {
    '_rels/.rels': '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="s1" Type="x/worksheet" Target="/xl/worksheets/first.xml"/></Relationships>',
    'xl/workbook.xml': '<x:workbook xmlns:x="m" xmlns:q="r"><x:sheets><x:sheet name="برگه" sheetId="1" q:id="s1"/></x:sheets></x:workbook>',
    'xl/worksheets/first.xml': `<x:worksheet xmlns:x="m"><x:sheetData>${sheetData}</x:sheetData></x:worksheet>`,
    ...more,
  }
  const chunks: Buffer[] = []
  for await (const chunk of writeZip(Object.entries(parts).map(([part, xml]) => ({ name: part, content: [Buffer.from(xml)] }))))
    chunks.push(chunk)
  return files.write(name, Buffer.concat(chunks))
}

const text = (address: string, content: string): string => `<x:c r="${address}" t="inlineStr"><x:is><x:t>${content}</x:t></x:is></x:c>`
const row = (n: number, ...cells: string[]): string => `<x:row r="${n}">${cells.join('')}</x:row>`

describe('reading workbooks', () => {
  test('Persian texts, real dates, codes with zeros, formulas and rich text come out as people see them', async () => {
    const path = await workbook('persian.xlsx', (book) => {
      const sheet = book.addWorksheet('مشتریان', { views: [{ rightToLeft: true }] })
      sheet.addRow(['نام', 'کد ملی', 'تاریخ', 'ساعت', 'مبلغ', 'جمع', 'یادداشت', 'فعال'])
      sheet.addRow([
        'زهرا میرحسینی‌نژاد',
        '0012345678',
        new Date(Date.UTC(2024, 2, 20, 9, 30, 15)),
        0.5,
        1234567890123,
        { formula: 'E2*2', result: 2469135780246 },
        { richText: [{ text: 'خیلی ' }, { font: { bold: true }, text: 'مهم' }] },
        true,
      ])
      sheet.getCell('C2').numFmt = '[$-fa-IR,16]yyyy/mm/dd;@'
      sheet.getCell('D2').numFmt = 'h:mm'
      sheet.addRow(['آرش', 12345678, new Date(Date.UTC(2016, 1, 29)), 1.25, 1e-7, { formula: 'A2', result: 'زهرا' }, 'x\ny', false])
      sheet.getCell('B3').numFmt = '0000000000'
      sheet.getCell('D3').numFmt = '[h]:mm:ss'
    })
    const { table, rows } = await readTable(path)
    expect(table.format).toMatchObject({
      kind: 'workbook',
      sheet: 'مشتریان',
      sheets: ['مشتریان'],
      headerRow: 1,
    })
    expect(rows).toEqual([
      {
        number: 1,
        line: 2,
        cells: ['زهرا میرحسینی‌نژاد', '0012345678', '2024-03-20 09:30:15', '12:00:00', '1234567890123', '2469135780246', 'خیلی مهم', 'true'],
      },
      {
        number: 2,
        line: 3,
        cells: ['آرش', '0012345678', '2016-02-29 00:00:00', '30:00:00', '0.0000001', 'زهرا', 'x\ny', 'false'],
      },
    ])
  })

  test('the first sheet that shows is read, any other by its name', async () => {
    const path = await workbook('sheets.xlsx', (book) => {
      book.addWorksheet('پنهان', { state: 'hidden' }).addRows([['x'], ['1']])
      book.addWorksheet('الف').addRows([['name'], ['a']])
      book.addWorksheet('ب').addRows([['name'], ['b']])
    })
    const first = await readTable(path)
    expect(first.table.format).toMatchObject({ sheet: 'الف', sheets: ['پنهان', 'الف', 'ب'] })
    expect(first.rows[0]?.cells).toEqual(['a'])
    expect((await readTable(path, { sheet: 'ب' })).rows[0]?.cells).toEqual(['b'])
    expect(await codeOf(openTable(path, { sheet: 'پ' }))).toBe('no-such-sheet')
  })

  test('empty rows, missing cells and titles do not disturb; too many cells in a row are reported', async () => {
    const path = await workbook('gaps.xlsx', (book) => {
      const sheet = book.addWorksheet('1')
      sheet.getCell('A1').value = 'گزارش ماهانه'
      sheet.getRow(3).values = ['شماره', 'نام', 'شهر', 'تلفن']
      sheet.getRow(4).values = ['1', 'زهرا']
      sheet.getRow(7).values = ['2', 'آرش', 'شیراز', '021', 'بیرون']
      sheet.getRow(8).values = ['3', '', 'یزد', '']
      sheet.getRow(9).values = ['4', 'مینا', 'یزد', '035']
    })
    const { table, rows } = await readTable(path)
    expect(table.columns).toEqual(['شماره', 'نام', 'شهر', 'تلفن'])
    expect(rows).toEqual([
      { number: 1, line: 4, cells: ['1', 'زهرا', '', ''] },
      {
        number: 2,
        line: 7,
        cells: ['2', 'آرش', 'شیراز', '021', 'بیرون'],
        problem: { code: 'wrong-column-count', expected: 4, found: 5 },
      },
      { number: 3, line: 8, cells: ['3', '', 'یزد', ''] },
      { number: 4, line: 9, cells: ['4', 'مینا', 'یزد', '035'] },
    ])
    expect((await readTable(path, {}, 4)).rows.map((one) => one.number)).toEqual([4])
  })

  test('prefixes, absolute targets, inline rich text and readings are understood', async () => {
    const rich =
      '<x:c r="A2" t="inlineStr"><x:is><x:r><x:t>خیلی </x:t></x:r><x:r><x:t>مهم&amp;</x:t></x:r><x:rPh><x:t>خوانش</x:t></x:rPh></x:is></x:c>'
    const path = await handMade(
      'hand.xlsx',
      row(1, text('A1', 'a'), text('B1', 'b')) + row(2, rich, '<x:c r="B2"><x:v>0.30000000000000004</x:v></x:c>'),
    )
    expect((await readTable(path)).rows[0]?.cells).toEqual(['خیلی مهم&', '0.3'])
  })

  test('a formula without a saved result and a cell too long are reported by column', async () => {
    const path = await handMade(
      'problems.xlsx',
      row(1, text('A1', 'a'), text('B1', 'b')) +
        row(2, text('A2', 'x'), '<x:c r="B2"><x:f>A1+1</x:f><x:v/></x:c>') +
        row(3, text('A3', 'y'.repeat(10_000_000)), text('B3', 'z')),
    )
    const { rows } = await readTable(path, { limits: { unpackRatio: 5000 } })
    expect(rows[0]?.problem).toEqual({ code: 'formula-not-calculated', column: 'b' })
    expect(rows[1]?.problem).toEqual({ code: 'cell-too-long', column: 'a', limit: 65_536 })
    expect([rows[1]?.cells[0]?.length, rows[1]?.cells[1]]).toEqual([65_536, 'z'])
  })
})

describe('hostile workbooks', () => {
  const header = row(1, text('A1', 'a'), text('B1', 'b'))

  test('a bomb is refused before it unpacks, by size, by ratio and by number of parts', async () => {
    const bomb = await handMade('bomb.xlsx', header + row(2, text('A2', 'x')).repeat(60_000))
    expect(await codeOf(openTable(bomb, { limits: { unpackedBytes: 3_000_000 } }))).toBe('unpacks-too-large')
    expect(
      await codeOf(
        readTable(bomb, { limits: { ratioGraceBytes: 2_000_000, unpackRatio: 100 } }).then(({ fault }) => Promise.reject(fault)),
      ),
    ).toBe('unpacks-too-large')
    expect(await codeOf(openTable(bomb, { limits: { workbookParts: 3 } }))).toBe('too-many-parts')
    const shared = {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="s1" Type="x/worksheet" Target="worksheets/first.xml"/><Relationship Id="s2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
      'xl/sharedStrings.xml': `<sst>${'<si><t>x</t></si>'.repeat(20_000)}</sst>`,
    }
    expect(await codeOf(openTable(await handMade('texts.xlsx', header, shared), { limits: { sharedTextBytes: 200_000 } }))).toBe(
      'unpacks-too-large',
    )
  })

  test('entities are not unfolded', async () => {
    const laughs =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>'
    expect(await codeOf(openTable(await handMade('laughs.xlsx', '', { 'xl/worksheets/first.xml': laughs })))).toBe('damaged-file')
  })

  test('a cut, a broken, a locked and an old workbook each say what they are', async () => {
    const whole = await workbook('whole.xlsx', (book) => book.addWorksheet('1').addRows([['a'], ['1']]))
    const { readFile } = await import('node:fs/promises')
    const bytes = await readFile(whole)
    expect(await codeOf(openTable(await files.write('cut.xlsx', bytes.subarray(0, bytes.length - 300))))).toBe('truncated-file')
    const compound = (stream: string): Buffer =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1'.padEnd(60, '0') + '0900', 'hex'),
        Buffer.alloc(480),
        Buffer.from(stream, 'utf16le'),
        Buffer.alloc(512),
      ])
    expect(await codeOf(openTable(await files.write('locked.xlsx', compound('EncryptedPackage'))))).toBe('password-protected')
    expect(await codeOf(openTable(await files.write('old.xls', compound('Workbook'))))).toBe('old-workbook')
    expect(await codeOf(openTable(await files.write('letter.doc', compound('WordDocument'))))).toBe('not-a-table')
    expect(await codeOf(openTable(await handMade('other.zip', '', { '_rels/.rels': '<Relationships/>' })))).toBe('unsupported-workbook')
    expect(await codeOf(openTable(await handMade('bad.xlsx', '<x:row><x:c></x:row>')))).toBe('damaged-file')
    expect(await codeOf(openTable(await handMade('empty.xlsx', '')))).toBe('empty-file')
  })
})
