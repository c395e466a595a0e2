import fc from 'fast-check'
import { expect, test } from 'vitest'
import { personFile } from '../../../testing/customers-builders.ts'
import type { FixedFields } from '../files/file.types.ts'
import { searchRowsOf } from '../files/search-rows.rules.ts'
import { readSearchText } from './search-text.rules.ts'

const letters = fc.constantFrom(...'ابپوؤئیيكکهةآأ\u200c\u064b\u0640 aZ_-1۲٣'.split(''))
const name = fc.string({ unit: letters, maxLength: 40 })

test('a name is found by any of its words in any order, however its letters, blanks and digits are written', () => {
  fc.assert(
    fc.property(name, name, (first, last) => {
      const fields = personFile({ firstName: first, lastName: last }) as FixedFields
      const named = searchRowsOf({ code: 'x', fields, accessPoints: [] }).filter(({ source }) => source === 'name')
      const typed = readSearchText(`${last} ${first}`)
      if (typed.isNumber || typed.words.length === 0) return
      expect(named.some(({ joined }) => typed.words.every((word) => joined.includes(word.text)))).toBe(true)
    }),
  )
})

test('whatever is typed, its patterns hold no wildcard of their own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (typed) => {
      for (const { beginning, text } of [readSearchText(typed), ...readSearchText(typed).words]) {
        expect(beginning.slice(0, -1).replaceAll(/\\[\\%_]/gu, (pair) => pair.charAt(1))).toBe(text)
        expect(beginning.slice(0, -1).replaceAll(/\\[\\%_]/gu, '')).not.toMatch(/[%_\\]/u)
      }
    }),
  )
})
