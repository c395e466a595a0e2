import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLabelled, levelOf, middleOf, runsOf, type ScaleUnit, ticksUpTo } from './scale.rules.ts'

const units = fc.constantFrom<ScaleUnit>('count', 'number', 'share', 'seconds')

describe('ticks', () => {
  test('stand where people expect them', () => {
    expect(ticksUpTo(87, 'count')).toEqual([0, 25, 50, 75, 100])
    expect(ticksUpTo(3, 'count')).toEqual([0, 1, 2, 3])
    expect(ticksUpTo(0.31, 'share')).toEqual([0, 0.1, 0.2, 0.3, 0.4])
    expect(ticksUpTo(5 * 3600, 'seconds')).toEqual([0, 2, 4, 6].map((hours) => hours * 3600))
    expect(ticksUpTo(11 * 86_400, 'seconds')).toEqual([0, 3, 6, 9, 12].map((days) => days * 86_400))
  })

  test('of nothing still make an axis', () => {
    for (const most of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) expect(ticksUpTo(most, 'count')).toEqual([0, 1])
  })

  test('begin at zero, are evenly spaced, few, and reach the greatest value', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e9, noNaN: true }), units, (given, unit) => {
        const most = unit === 'share' ? Math.min(1, given) : given
        const ticks = ticksUpTo(most, unit)
        const last = ticks.at(-1)!
        expect(ticks[0]).toBe(0)
        expect(last).toBeGreaterThanOrEqual(most * (1 - 1e-9))
        expect(ticks.length).toBeGreaterThanOrEqual(2)
        expect(ticks.length).toBeLessThanOrEqual(6)
        const step = ticks[1]!
        for (const [index, tick] of ticks.entries()) expect(tick).toBeCloseTo(index * step, 6)
        if (unit === 'count') expect(Number.isInteger(step)).toBe(true)
      }),
    )
  })
})

test('labels are evenly spaced, begin with the first, and are no more than have room', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 40 }), (count, most) => {
      const labelled = Array.from({ length: count }, (_, index) => index).filter((index) => isLabelled(index, count, most))
      expect(labelled[0]).toBe(0)
      expect(labelled.length).toBeLessThanOrEqual(most)
      const gaps = new Set(labelled.slice(1).map((index, place) => index - labelled[place]!))
      expect(gaps.size).toBeLessThanOrEqual(1)
    }),
  )
})

test('points lie in order within the plot, as far from its start as from its end', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), (count) => {
      const places = Array.from({ length: count }, (_, index) => middleOf(index, count))
      expect(places.every((place, index) => place > (places[index - 1] ?? 0) && place < 1)).toBe(true)
      expect(places[0]).toBeCloseTo(1 - places.at(-1)!, 9)
    }),
  )
})

test('a level rises with its value, is none for nothing only, and the greatest has the highest', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.nat(1000), (most, thousandths) => {
      const value = (most * thousandths) / 1000
      const level = levelOf(value, most, 5)
      expect(level).toBeGreaterThanOrEqual(value > 0 ? 1 : 0)
      expect(level).toBeLessThanOrEqual(5)
      expect(levelOf(value / 2, most, 5)).toBeLessThanOrEqual(level)
      expect(levelOf(most, most, 5)).toBe(5)
    }),
  )
  expect(levelOf(0, 10, 5)).toBe(0)
  expect(levelOf(3, 0, 5)).toBe(0)
})

test('a line is drawn through every point that has a value and across no gap', () => {
  const points = [1, 2, null, 3, null, null, 4, 5]
  expect(runsOf(points, (value) => value !== null)).toEqual([
    { from: 0, points: [1, 2] },
    { from: 3, points: [3] },
    { from: 6, points: [4, 5] },
  ])
})
