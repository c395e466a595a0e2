import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { openTable } from './open-table.ts'
import { sampleTable } from './sample-table.ts'
import { tableFiles } from './testing/table-files.ts'

const files = tableFiles()
afterAll(() => files.remove())

test('a sample tells how the file is written, its first rows, and what each column looks like', async () => {
  const lines = Array.from({ length: 1000 }, (_, n) =>
    [n + 1, n % 2 ? 'باز' : 'بسته', `۱۴۰۳/۰۵/${10 + (n % 20)}`, `0912${1000000 + n}`, `${n}.5`, n % 4 ? '' : 'x', '', '0012345678'].join(
      ';',
    ),
  )
  const path = await files.write('s.csv', `\ufeffشماره;وضعیت;تاریخ;تلفن;مبلغ;توضیح;هیچ;کد\n${lines.join('\n')}\n1;2\n`)
  const sample = await sampleTable(path, {}, 20)
  expect([sample.format.encoding, sample.format.delimiter, sample.rows.length, sample.profiledRows]).toEqual(['utf-8', ';', 20, 1000])
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

test('of a file that breaks off the sample is what came before, and says so', async () => {
  const text = Array.from({ length: 2000 }, (_, n) => `${n},${Math.sin(n)}`).join('\n')
  const whole = gzipSync(`شماره,مقدار\n${text}\n`)
  const sample = await sampleTable(await files.write('cut.csv.gz', whole.subarray(0, whole.length / 2)), {}, 20)
  expect([sample.fault?.code, sample.rows.length, sample.profiledRows > 500]).toEqual(['truncated-file', 20, true])
})

test('a reader is told how much of the file has been read', async () => {
  const content = `شماره,مقدار\n${'1,2\n'.repeat(200_000)}`
  const read: number[] = []
  const table = await openTable(await files.write('long.csv', content), { onRead: (bytes) => read.push(bytes) })
  read.length = 0
  for await (const row of table.rows()) if (row.number > 200_000) throw new Error('too many rows')
  expect(read).toEqual(read.toSorted((a, b) => a - b))
  expect([read.length > 1, read.at(-1)]).toEqual([true, Buffer.byteLength(content)])
})
