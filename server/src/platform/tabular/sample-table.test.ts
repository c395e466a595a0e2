import { afterAll, expect, test } from 'vitest'
import { sampleTable } from './sample-table.ts'
import { tableFiles } from './testing/table-files.ts'

const files = tableFiles()
afterAll(() => files.remove())

test('a sample tells how the file is written, its first rows, and what each column looks like', async () => {
  const lines = Array.from({ length: 1000 }, (_, n) =>
    [
      n + 1,
      n % 2 ? 'باز' : 'بسته',
      `۱۴۰۳/۰۵/${10 + (n % 20)}`,
      `0912${1000000 + n}`,
      `${n}.5`,
      n % 4 ? '' : 'x',
      '',
      '0012345678',
    ].join(';'),
  )
  const path = await files.write(
    's.csv',
    `\ufeffشماره;وضعیت;تاریخ;تلفن;مبلغ;توضیح;هیچ;کد\n${lines.join('\n')}\n1;2\n`,
  )
  const sample = await sampleTable(path, {}, 20)
  expect([sample.format.encoding, sample.format.delimiter, sample.rows.length, sample.profiledRows]).toEqual([
    'utf-8',
    ';',
    20,
    1000,
  ])
  expect(sample.profile.map((column) => [column.column, column.looksLike, column.distinct])).toEqual([
    ['شماره', 'integer', 50],
    ['وضعیت', 'text', 2],
    ['تاریخ', 'date', 20],
    ['تلفن', 'phone', 50],
    ['مبلغ', 'number', 50],
    ['توضیح', 'text', 1],
    ['هیچ', 'empty', 0],
    ['کد', 'integer', 1],
  ])
  expect(sample.profile[5]).toMatchObject({ shareEmpty: 0.75, common: [{ value: 'x', count: 250 }] })
})
