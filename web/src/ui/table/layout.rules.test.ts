import { expect, test } from 'vitest'
import { initialChoice, moveColumn, readableChoice, readChoice, toggleColumn, widenColumn, widthOf, writeChoice } from './layout.rules.ts'

const columns = [
  { key: 'number', essential: true },
  { key: 'subject', grow: true },
  { key: 'topic', optional: true },
  { key: 'status', width: 120 },
]
const keys = (choice: { key: string }[]) => choice.map(({ key }) => key)

test('before anybody chooses, a list shows all but the columns that are offered only', () => {
  expect(keys(initialChoice(columns))).toEqual(['number', 'subject', 'status'])
})

test('a column that is shown again stands where the list has it', () => {
  const choice = toggleColumn(columns, initialChoice(columns), 'topic')
  expect(keys(choice)).toEqual(['number', 'subject', 'topic', 'status'])
  expect(keys(toggleColumn(columns, choice, 'topic'))).toEqual(['number', 'subject', 'status'])
})

test('a column moves place by place and stays at the ends', () => {
  const choice = initialChoice(columns)
  expect(keys(moveColumn(choice, 'status', -1))).toEqual(['number', 'status', 'subject'])
  expect(keys(moveColumn(choice, 'status', 5))).toEqual(['number', 'subject', 'status'])
  expect(keys(moveColumn(choice, 'nothing', 1))).toEqual(['number', 'subject', 'status'])
})

test('a width set by hand is kept within reason, and can be given back', () => {
  const choice = initialChoice(columns)
  expect(widenColumn(choice, 'status', 3)[2]).toEqual({ key: 'status', width: 56 })
  expect(widenColumn(choice, 'status', 5000)[2]).toEqual({ key: 'status', width: 900 })
  expect(widenColumn(choice, 'status', null)[2]).toEqual({ key: 'status', width: null })
  expect(widthOf({ key: 'status', width: 120 }, null)).toBe(120)
  expect(widthOf({ key: 'status', width: 120 }, 200)).toBe(200)
})

test('an address keeps the columns, their order and their widths', () => {
  const choice = [
    { key: 'status', width: null },
    { key: 'response-time', width: 320 },
  ]
  expect(writeChoice(choice)).toBe('status.response-time-320')
  expect(readChoice('status.response-time-320')).toEqual(choice)
  expect(readChoice('')).toBeNull()
  expect(readChoice(7)).toBeNull()
})

test('columns that are no more are left out, twice is once, and what a row is known by comes back', () => {
  const found = readableChoice(columns, [
    { key: 'status', width: 90 },
    { key: 'gone', width: null },
    { key: 'status', width: null },
  ])
  expect(found).toEqual([
    { key: 'number', width: null },
    { key: 'status', width: 90 },
  ])
  expect(keys(readableChoice(columns, []))).toEqual(['number', 'subject', 'status'])
})

test('the point within the name of an own field parts no columns', () => {
  const choice = [
    { key: 'name', width: null },
    { key: 'x.home_type', width: 320 },
    { key: 'x.floor', width: null },
  ]
  expect(readChoice(writeChoice(choice))).toEqual(choice)
})
