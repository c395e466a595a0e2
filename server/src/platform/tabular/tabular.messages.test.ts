import { expect, test } from 'vitest'
import type { TableErrorCode } from './table-error.ts'
import type { RowProblem } from './table-row.ts'
import { sentenceOfRowProblem, sentenceOfTableError } from './tabular.messages.ts'

test('what is wrong with a row is said in both languages with its figures', () => {
  expect(sentenceOfRowProblem({ code: 'wrong-column-count', expected: 12, found: 3 })).toEqual({
    fa: 'این ردیف ۳ ستون دارد، نه ۱۲ ستون.',
    en: 'This row has 3 columns instead of 12.',
  })
  const problems: RowProblem[] = [
    { code: 'cell-too-long', column: 'متن', limit: 65_536 },
    { code: 'row-too-long', limit: 9 },
    { code: 'too-many-columns', limit: 9 },
    { code: 'unclosed-quote', column: 'متن' },
    { code: 'stray-quote', column: 'متن' },
    { code: 'undecodable-text', column: 'متن' },
    { code: 'nul-character', column: 'متن' },
    { code: 'formula-not-calculated', column: 'متن' },
  ]
  for (const problem of problems) {
    const { fa, en } = sentenceOfRowProblem(problem)
    expect(`${fa} ${en}`).not.toMatch(/undefined|NaN/)
    if ('column' in problem) expect([fa.includes('«متن»'), en.includes('"متن"')]).toEqual([true, true])
  }
})

test('why a file cannot be read is said in both languages, in Persian letters only', () => {
  const codes: TableErrorCode[] = [
    'empty-file',
    'not-a-table',
    'password-protected',
    'old-workbook',
    'unsupported-workbook',
    'no-such-sheet',
    'unknown-encoding',
    'truncated-file',
    'damaged-file',
    'unpacks-too-large',
    'too-many-parts',
    'too-many-columns',
    'too-many-rows-for-sheet',
  ]
  for (const code of codes) {
    const { fa, en } = sentenceOfTableError({
      code,
      details: { found: 'pdf', limit: 1000, sheet: 'الف', sheets: ['ب'] },
    })
    expect(fa).not.toMatch(/[يك]|undefined/)
    expect(en).toMatch(/^[A-Z].*\.?$/)
  }
  expect(sentenceOfTableError({ code: 'not-a-table', details: { found: 'html' } }).en).toMatch('a web page (HTML)')
})
