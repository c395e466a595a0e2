import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { afterAll, describe, expect, test } from 'vitest'
import { openTable } from './open-table.ts'
import type { TableOptions } from './table.ts'
import { TableError } from './table-error.ts'
import { readTable, tableFiles } from './testing/table-files.ts'

const files = tableFiles()
afterAll(() => files.remove())

const people = 'نام,شهر,تلفن\r\nزهرا میرحسینی,تبریز,۰۹۱۲۱۱۱۲۲۳۳\r\nآرش کی‌نژاد,شیراز,۰۹۱۳۴۴۴۵۵۶۶\r\n'
const peopleRows = [
  ['زهرا میرحسینی', 'تبریز', '۰۹۱۲۱۱۱۲۲۳۳'],
  ['آرش کی‌نژاد', 'شیراز', '۰۹۱۳۴۴۴۵۵۶۶'],
]

async function codeOf(reading: Promise<unknown>): Promise<string> {
  const fault = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return fault instanceof TableError ? fault.code : String(fault)
}

/** What stops the reading of a file, be it at once or on the way. */
async function stopOf(path: string, options: TableOptions = {}): Promise<string> {
  return codeOf(readTable(path, options).then(({ fault }) => Promise.reject(fault)))
}

describe('recognising how a text table is written', () => {
  test.each([
    ['utf-8', Buffer.from(people)],
    ['utf-8', Buffer.from(`\ufeff${people}`)],
    ['utf-16le', Buffer.from(`\ufeff${people}`, 'utf16le')],
    ['utf-16le', Buffer.from(people, 'utf16le')],
    ['utf-16be', iconv.encode(people, 'utf-16be', { addBOM: true })],
    ['utf-16be', iconv.encode(people, 'utf-16be')],
  ])('Persian in %s is read, with and without a byte order mark', async (encoding, bytes) => {
    const { table, rows } = await readTable(await files.write('people.csv', bytes))
    expect(table.format.encoding).toBe(encoding)
    expect(table.columns).toEqual(['نام', 'شهر', 'تلفن'])
    expect(rows.map((row) => row.cells)).toEqual(peopleRows)
  })

  test('Persian in windows-1256 is told from German in ISO-8859-1', async () => {
    const persian = iconv.encode('نام;شهر\nزهرا ميرحسيني;تبريز\nپژمان گچ‌کار;اهواز\n', 'windows-1256')
    const german = iconv.encode('Name;Ort\nJürgen Müßig;Köln\nZoë Grünwald;Würzburg\n', 'windows-1252')
    const read = await readTable(await files.write('p.csv', persian))
    expect(read.table.format).toMatchObject({ encoding: 'windows-1256', delimiter: ';' })
    expect(read.rows.map((row) => row.cells[0])).toEqual(['زهرا ميرحسيني', 'پژمان گچ‌کار'])
    const other = await readTable(await files.write('g.csv', german))
    expect(other.table.format.encoding).toBe('iso-8859-1')
    expect(other.rows.map((row) => row.cells)).toEqual([
      ['Jürgen Müßig', 'Köln'],
      ['Zoë Grünwald', 'Würzburg'],
    ])
  })

  test('UTF-8 with a letter cut in two is still UTF-8, and only its own row is reported', async () => {
    const whole = Buffer.from(people.repeat(20))
    const at = whole.indexOf('تبریز') + 1
    const { table, rows } = await readTable(await files.write('cut.csv', Buffer.concat([whole.subarray(0, at), whole.subarray(at + 1)])))
    expect(table.format.encoding).toBe('utf-8')
    expect(rows.flatMap((row) => row.problem ?? [])).toEqual([{ code: 'undecodable-text', column: 'شهر' }])
  })

  test('windows-1256 is noticed even if Persian comes after a megabyte of plain digits', async () => {
    const bytes = iconv.encode(`id,name\n${'1,x\n'.repeat(300_000)}${'2,زهرا\n'.repeat(10_000)}`, 'windows-1256')
    expect((await openTable(await files.write('late.csv', bytes))).format.encoding).toBe('windows-1256')
  })

  test.each([
    [',', 'a,b\n"1,5",x;y\n"2,5",z\n'],
    [';', 'a;b\n1,5;2,5\n3,5;4,5\n'],
    ['\t', 'a\tb\nx, y\tz\nx;y\tz\n'],
    ['|', 'a|b|c\n1|2, 3|4\n5|6, 7|8\n'],
    ['،', 'نام، شهر\nزهرا، تبریز\nآرش، شیراز\n'],
    ['|', 'sep=|\r\na|b\r\n1|2\r\n'],
  ])('the delimiter %j is recognised among others', async (delimiter, text) => {
    const { table, rows } = await readTable(await files.write('d.csv', text))
    expect(table.format.delimiter).toBe(delimiter)
    expect(table.columns.length).toBe(delimiter === '|' && !text.startsWith('sep') ? 3 : 2)
    expect(rows.filter((row) => row.problem)).toEqual([])
  })

  test('single quotes are recognised where they stand around cells', async () => {
    const { table, rows } = await readTable(await files.write('q.csv', "'a','b'\n'1,5','x'\n'2,5','it''s'\n"))
    expect(table.format.quote).toBe("'")
    expect(rows.map((row) => row.cells)).toEqual([
      ['1,5', 'x'],
      ['2,5', "it's"],
    ])
  })

  test('a comma in every quoted topic is not taken for a delimiter', async () => {
    const lines = Array.from({ length: 50 }, (_, n) => `${n},"تعمیر, گارانتی",باز\n`).join('')
    const { table, rows } = await readTable(await files.write('quoted.csv', `شماره,موضوع,وضعیت\n${lines}`))
    expect(table.format.quote).toBe('"')
    expect(rows[49]?.cells).toEqual(['49', 'تعمیر, گارانتی', 'باز'])
  })

  test('inches and other lone marks do not make a quotation mark', async () => {
    const { rows } = await readTable(await files.write('inch.tsv', 'size\tname\n"half" inch\tlong "pipe\n5"\tpipe\n"one" inch\tpipe\n'))
    expect(rows.map((row) => [...row.cells, row.problem])).toEqual([
      ['"half" inch', 'long "pipe', undefined],
      ['5"', 'pipe', undefined],
      ['"one" inch', 'pipe', undefined],
    ])
  })

  test('one column of sentences stays one column', async () => {
    const { table, rows } = await readTable(await files.write('one.csv', 'comment\nfine, thanks\nnot good\nok\nslow, dear, late\n'))
    expect(table.columns).toEqual(['comment'])
    expect(rows.length).toBe(4)
  })

  test('what the caller says takes the place of the guess', async () => {
    const path = await files.write('o.csv', iconv.encode('a;b,c\n1;2,3\n', 'windows-1256'))
    const table = await openTable(path, { encoding: 'windows-1256', delimiter: ';', headerRow: 0 })
    expect(table.format).toMatchObject({ encoding: 'windows-1256', delimiter: ';', headerRow: 0 })
    expect(table.columns).toEqual(['#1', '#2'])
    expect(await codeOf(openTable(path, { encoding: 'klingon' }))).toBe('unknown-encoding')
  })
})

describe('columns', () => {
  test('repeated and empty names become unique', async () => {
    const table = await openTable(await files.write('h.csv', 'Variant,,Variant (2),Variant,Variant,\n1,2,3,4,5,6\n'))
    expect(table.columns).toEqual(['Variant', '#2', 'Variant (2)', 'Variant (3)', 'Variant (4)', '#6'])
  })

  test('titles above the header are passed over', async () => {
    const text = 'گزارش تماس‌ها,,\nاز فروردین تا خرداد,,\nشماره,نام,تاریخ\n1,زهرا,1403/01/05\n2,آرش,1403/01/06\n'
    const { table, rows } = await readTable(await files.write('t.csv', text))
    expect(table.format.headerRow).toBe(3)
    expect(table.columns).toEqual(['شماره', 'نام', 'تاریخ'])
    expect(rows[0]).toMatchObject({ number: 1, line: 4 })
  })

  test('a table without a header keeps its first row', async () => {
    const { table, rows } = await readTable(await files.write('n.csv', '1,زهرا,1403/01/05\n2,آرش,1403/01/06\n3,مینا,1403/01/07\n'))
    expect(table.format.headerRow).toBe(0)
    expect(rows.length).toBe(3)
  })
})

describe('reading rows', () => {
  test('reading may begin at any row and keeps the numbers', async () => {
    const path = await files.write('r.csv', `a,b\n${Array.from({ length: 100 }, (_, n) => `${n + 1},x\n`).join('')}`)
    const { rows } = await readTable(path, {}, 98)
    expect(rows.map((row) => [row.number, row.line, row.cells[0]])).toEqual([
      [98, 99, '98'],
      [99, 100, '99'],
      [100, 101, '100'],
    ])
  })

  test('a row of the wrong number of cells is given with its problem, and the others are unharmed', async () => {
    const { rows } = await readTable(await files.write('w.csv', 'a,b,c\n1,2,3\n1,2\n1,2,3,4\n4,5,6\n'))
    expect(rows.map((row) => row.problem)).toEqual([
      undefined,
      { code: 'wrong-column-count', expected: 3, found: 2 },
      { code: 'wrong-column-count', expected: 3, found: 4 },
      undefined,
    ])
  })

  test('NUL and letters that cannot be decoded are reported with their column', async () => {
    const bytes = Buffer.concat([Buffer.from('id,name\n1,a\0b\n2,x\n3,'), Buffer.from([0xff]), Buffer.from('\n4,y\n')])
    const { rows } = await readTable(await files.write('b.csv', bytes), { encoding: 'utf-8' })
    expect(rows.map((row) => [row.cells[1], row.problem])).toEqual([
      ['ab', { code: 'nul-character', column: 'name' }],
      ['x', undefined],
      ['\ufffd', { code: 'undecodable-text', column: 'name' }],
      ['y', undefined],
    ])
  })

  test('reading stops when it is called off', async () => {
    const path = await files.write('a.csv', `a,b\n${'1,2\n'.repeat(400_000)}`)
    const stop = new AbortController()
    const table = await openTable(path, { signal: stop.signal })
    let seen = 0
    const reading = (async () => {
      for await (const row of table.rows()) {
        seen = row.number
        if (seen === 10) stop.abort()
      }
    })()
    await expect(reading).rejects.toThrow(/abort/i)
    expect(seen).toBeLessThan(400_000)
  })

  test('a header alone is a table without rows', async () => {
    const { table, rows } = await readTable(await files.write('header.csv', 'نام,شهر'))
    expect(table.columns).toEqual(['نام', 'شهر'])
    expect(rows).toEqual([])
  })
})

describe('gzip', () => {
  const lines = Array.from({ length: 20_000 }, (_, n) => `${n + 1},${randomBytes(9).toString('base64')}\n`)
  const whole = Buffer.from(`id,secret\n${lines.join('')}`)

  test('members one after another are one file', async () => {
    const parts = Buffer.concat([gzipSync(whole.subarray(0, 100_001)), gzipSync(whole.subarray(100_001))])
    const { table, rows, fault } = await readTable(await files.write('m.csv.gz', parts))
    expect([table.format.gzip, rows.length, fault]).toEqual([true, 20_000, undefined])
  })

  test('a truncated file gives all its whole rows, not the half one, and then says so', async () => {
    const packed = gzipSync(whole)
    for (const share of [0.3, 0.9, 0.9999]) {
      const path = await files.write('cut.csv.gz', packed.subarray(0, Math.floor(packed.length * share)))
      const { rows, fault } = await readTable(path)
      expect(fault).toMatchObject({ code: 'truncated-file' })
      expect(rows.length).toBeGreaterThan(20_000 * share * 0.9)
      expect(rows.every((row, at) => `${row.cells.join(',')}\n` === lines[at])).toBe(true)
    }
    expect(await codeOf(openTable(await files.write('cut.gz', packed.subarray(0, 12))))).toBe('truncated-file')
  })

  test('a damaged file is told from a truncated one', async () => {
    const packed = gzipSync(whole)
    packed.fill(0, packed.length >> 1, (packed.length >> 1) + 2000)
    expect(await stopOf(await files.write('bad.csv.gz', packed))).toBe('damaged-file')
  })

  test('a bomb is refused by ratio and by size', async () => {
    const bomb = await files.write('bomb.csv.gz', gzipSync(`a,b\n${`${'1'.repeat(100)},2\n`.repeat(40_000)}`))
    expect(await stopOf(bomb, { limits: { ratioGraceBytes: 2_000_000 } })).toBe('unpacks-too-large')
    expect(await stopOf(bomb, { limits: { unpackedBytes: 3_000_000 } })).toBe('unpacks-too-large')
    expect(await stopOf(bomb)).toBe('undefined')
  })
})

describe('files that are no tables', () => {
  test.each([
    ['empty-file', ''],
    ['empty-file', '\ufeff\r\n \r\n'],
    ['not-a-table', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj')],
    ['not-a-table', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['not-a-table', randomBytes(5000)],
    ['not-a-table', '<html><table><tr><td>1</td></tr></table></html>'],
    ['not-a-table', '[{"id": 1}, {"id": 2}]'],
    ['not-a-table', gzipSync(Buffer.from('%PDF-1.7 and so on'))],
    ['empty-file', gzipSync('')],
    ['too-many-columns', `${'a,'.repeat(5000)}\n`],
  ])('%s', async (code, content) => {
    expect(await codeOf(openTable(await files.write('x.csv', content)))).toBe(code)
  })

  test("a missing file is the system's own error", async () => {
    expect(await codeOf(openTable('/nowhere/x.csv'))).toMatch(/ENOENT/)
  })
})

describe('memory', () => {
  test('ten megabytes in a cell, quoted or never closed, do not grow the heap', async () => {
    const huge = Buffer.alloc(10 * 1024 * 1024, 'بسیار بلند ')
    for (const [start, end] of [
      ['"', '"'],
      ['', ''],
      ['"', ''],
    ]) {
      const path = await files.write(
        'huge.csv',
        Buffer.concat([Buffer.from(`id,text,z\n1,${start}`), huge, Buffer.from(`${end},9\n2,b,c\n`)]),
      )
      const before = process.memoryUsage().heapUsed
      let peak = 0
      const problems: unknown[] = []
      for await (const row of (await openTable(path)).rows()) {
        peak = Math.max(peak, process.memoryUsage().heapUsed)
        problems.push([row.cells[1]?.length, row.problem?.code])
      }
      expect(problems[0]).toEqual([64 * 1024, 'cell-too-long'])
      expect(problems.length).toBe(start !== '' && end === '' ? 1 : 2)
      expect(peak - before).toBeLessThan(40 * 1024 * 1024)
    }
  })
})
