import { expect, test } from 'vitest'
import { copyDown, endsNextDay, nextSpell, spellMinutes, weekHours } from './week.ts'

const office = { from: '08:00', to: '16:30' }

test('a night shift that ends in the morning is counted into the next day', () => {
  expect(spellMinutes({ from: '22:00', to: '06:00' })).toBe(480)
  expect(endsNextDay({ from: '22:00', to: '06:00' })).toBe(true)
})

test('a shift until midnight does not run into the next day, however midnight is written', () => {
  expect(spellMinutes({ from: '16:00', to: '24:00' })).toBe(480)
  expect(spellMinutes({ from: '16:00', to: '00:00' })).toBe(480)
  expect(endsNextDay({ from: '16:00', to: '00:00' })).toBe(false)
})

test('the hours of a week are those of all shifts', () => {
  expect(weekHours([[office, { from: '17:00', to: '19:00' }], [], [], [], [], [office], []])).toBe(19)
})

test('hours copied to later days leave weekends closed', () => {
  expect(copyDown([[office], [{ from: '09:00', to: '10:00' }], []], 0)).toEqual([[office], [office], []])
})

test('a second shift is offered after the first', () => {
  expect(nextSpell([office])).toEqual({ from: '16:30', to: '20:00' })
  expect(nextSpell([])).toEqual({ from: '08:00', to: '16:00' })
})
