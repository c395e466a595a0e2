import * as english from 'react-aria-components/i18n/en-US'
import { expect, test } from 'vitest'
import { ariaWords } from './aria-words.fa.ts'

// The colour pickers are not used, so their words are not translated.
const unused = ['@react-aria/color', '@react-stately/color']

test('everything React Aria says by itself has its Persian', () => {
  const dictionaries = (english as unknown as { default: Record<string, Record<string, unknown>> }).default
  for (const [name, words] of Object.entries(dictionaries)) {
    if (unused.includes(name)) continue
    expect(Object.keys(ariaWords[name] ?? {}).toSorted(), name).toEqual(Object.keys(words).toSorted())
  }
})

test('a spoken count is said in words a person would use', () => {
  const said = ariaWords['@react-aria/grid']?.selectedCount
  const speech = { number: (value: number) => value.toLocaleString('fa-IR'), select: () => '' }
  if (typeof said !== 'function') throw new Error('selectedCount must speak of a count')
  expect(said({ count: 12 as never }, speech)).toBe('۱۲ مورد انتخاب شد.')
  expect(said({ count: 0 as never }, speech)).toBe('چیزی انتخاب نشده است.')
})
