import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../table-limits.ts'
import type { RawRow } from '../table-row.ts'
import { DelimitedParser } from './parse-delimited.ts'

const comma = { delimiter: ',', quote: '"' }

function rowsOf(text: string, options: { chunk?: number; columns?: number; limits?: Partial<typeof defaultLimits> } = {}): RawRow[] {
  const parser = new DelimitedParser(comma, { ...defaultLimits, ...options.limits }, options.columns ?? 0)
  const rows: RawRow[] = []
  const step = options.chunk ?? Math.max(1, text.length)
  for (let at = 0; at < text.length; at += step) rows.push(...parser.push(text.slice(at, at + step)))
  return rows.concat(parser.end())
}

const cellsOf = (text: string, chunk?: number): string[][] => rowsOf(text, { chunk: chunk ?? text.length }).map((row) => row.cells)

describe('cutting delimited text into rows', () => {
  test('quotes may hold delimiters, doubled quotes and line ends', () => {
    expect(cellsOf('a,"b, ""c""\nd",e\r\n1,,3')).toEqual([
      ['a', 'b, "c"\nd', 'e'],
      ['1', '', '3'],
    ])
  })

  test('all line ends may be mixed in one file, and blank lines are no rows', () => {
    expect(cellsOf('a,b\r\nc,d\n\n  \ne,f\rg,h\r\r\ni,j')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
      ['i', 'j'],
    ])
  })

  test('each row knows the line where it begins', () => {
    expect(rowsOf('a\r\n\r\n"b\nb"\nc\n').map((row) => row.line)).toEqual([1, 3, 5])
  })

  test('blanks between a delimiter and quotes do not count', () => {
    expect(cellsOf('a, "b, c" ,d')).toEqual([['a', 'b, c', 'd']])
  })

  test('text after a closing quote is kept and reported', () => {
    expect(rowsOf('1,"He said "hi" there",2')).toEqual([
      { cells: ['1', 'He said hi" there"', '2'], line: 1, fault: { code: 'stray-quote', column: 1 } },
    ])
  })

  test('a long cell is cut, its row reported, and the next row is whole', () => {
    const rows = rowsOf(`1,"${'x\ny '.repeat(100)}",3\n4,5,6\n`, {
      limits: { cellCharacters: 10 },
      columns: 3,
    })
    expect(rows[0]).toMatchObject({
      cells: ['1', 'x\ny x\ny x\n', '3'],
      fault: { code: 'cell-too-long', column: 1 },
    })
    expect(rows[1]).toMatchObject({ cells: ['4', '5', '6'], fault: undefined, line: 102 })
  })

  test('a row too long in all, or of too many columns, is cut and reported', () => {
    expect(rowsOf('aaaa,bbbb,cccc\nd,e,f', { limits: { rowCharacters: 6 } })).toEqual([
      { cells: ['aaaa', 'bb', ''], line: 1, fault: { code: 'row-too-long', column: 1 } },
      { cells: ['d', 'e', 'f'], line: 2, fault: undefined },
    ])
    expect(rowsOf('a,b,c,d', { limits: { columns: 2 } })).toEqual([
      { cells: ['a', 'b'], line: 1, fault: { code: 'too-many-columns', column: 2 } },
    ])
  })

  test('a forgotten quote costs its own row only', () => {
    const found = (text: string): unknown => rowsOf(text, { columns: 3 }).map((row) => [row.line, row.cells, row.fault?.code])
    expect(found('1,x,a\n2,"Shiraz,b\n3,Tabriz,c\n4,Yazd,d\n')).toEqual([
      [1, ['1', 'x', 'a'], undefined],
      [2, ['2', 'Shiraz,b'], 'unclosed-quote'],
      [3, ['3', 'Tabriz', 'c'], undefined],
      [4, ['4', 'Yazd', 'd'], undefined],
    ])
    expect(found('1,"Tehran,a\n2,Shiraz,b\n3,Tabriz,c\n4,"Yazd, old",d\n')).toEqual([
      [1, ['1', 'Tehran,a'], 'unclosed-quote'],
      [2, ['2', 'Shiraz', 'b'], undefined],
      [3, ['3', 'Tabriz', 'c'], undefined],
      [4, ['4', 'Yazd, old', 'd'], undefined],
    ])
  })

  test('a forgotten quote in a long file is noticed within the limit of a cell', () => {
    const body = Array.from({ length: 5000 }, (_, n) => `${n},Shiraz,b`).join('\n')
    for (const chunk of [100, 4096, 1_000_000]) {
      const rows = rowsOf(`0,"x,a\n${body}`, { columns: 3, chunk, limits: { cellCharacters: 1000 } })
      expect(rows.length).toBe(5001)
      expect(rows.filter((row) => row.fault).map((row) => row.line)).toEqual([1])
    }
  })

  test('a letter of many lines in quotes is not taken for a forgotten quote', () => {
    const letter = 'Dear sir,\nthe device is broken.\nGreetings\n'.repeat(10)
    expect(rowsOf(`1,"${letter}",2\n3,4,5`, { columns: 3, limits: { cellCharacters: 100 } }).map((row) => row.fault?.code)).toEqual([
      'cell-too-long',
      undefined,
    ])
  })

  test('where chunks end changes nothing', () => {
    const piece = fc.constantFrom('a', 'بله', '"', '""', ',', '\n', '\r', '\r\n', ' ', '1,2,3\n', 'x,"y', '\n')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom(0, 3), (pieces, chunk, columns) => {
        const text = pieces.join('')
        const limits = { cellCharacters: 12, rowCharacters: 20, columns: 5 }
        expect(rowsOf(text, { chunk, columns, limits })).toEqual(rowsOf(text, { columns, limits }))
      }),
      { numRuns: 2000 },
    )
  })

  test('well-formed text is read as another parser reads it', () => {
    const cell = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('', 'علی‌رضا', 'a"b', 'c,d', 'e\nf', 'g\r\nh', ' i '))
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n', '\r\n'),
        (table, end) => {
          const text = table.map((row) => row.map(quote).join(',')).join(end)
          expect(cellsOf(text)).toEqual(parse(text, { relax_column_count: true }))
          expect(cellsOf(text)).toEqual(table)
        },
      ),
    )
  })
})
