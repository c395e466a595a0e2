import { expect, test } from 'vitest'
import { linesOf, rowsIn } from './grouping.rules.ts'

const rows = [
  { subject: 'نشتی', unit: 'خدمات' },
  { subject: 'نصب', unit: 'فروش' },
  { subject: 'تعویض', unit: 'خدمات' },
]
const byUnit = ({ unit }: (typeof rows)[number]) => ({ key: unit, name: unit })

test('rows stand under the head of their group, groups in the order in which they appear', () => {
  const lines = linesOf(rows, byUnit)
  expect(lines.map((line) => (line.kind === 'group' ? `${line.name} ${line.count}` : line.row.subject))).toEqual([
    'خدمات 2',
    'نشتی',
    'تعویض',
    'فروش 1',
    'نصب',
  ])
})

test('places count rows as they are seen, so that the keys walk them in order', () => {
  const lines = linesOf(rows, byUnit)
  expect(lines.flatMap((line) => (line.kind === 'row' ? [line.place] : []))).toEqual([0, 1, 2])
  expect(rowsIn(lines).map(({ subject }) => subject)).toEqual(['نشتی', 'تعویض', 'نصب'])
})

test('without a group the rows stay as they came', () => {
  expect(rowsIn(linesOf(rows))).toEqual(rows)
})
