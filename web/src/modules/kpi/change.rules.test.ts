import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainCount, explainMean, type GroupFigure, wholeOf } from './change.rules.ts'

const groups = (given: Record<string, [count: number, mean: number | null]>) =>
  new Map(Object.entries(given).map(([key, [count, mean]]): [string, GroupFigure] => [key, { count, mean }]))

const anyGroups = fc
  .dictionary(
    fc.constantFrom('نصب', 'گارانتی', 'مالی', 'none'),
    fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 10_000_000 })),
    {
      minKeys: 1,
    },
  )
  .map(groups)
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

describe('the change of a mean', () => {
  test('is mix alone where every kind takes as long as before and the slow kind has grown', () => {
    const found = explainMean(groups({ نصب: [50, 10], گارانتی: [50, 30] }), groups({ نصب: [75, 10], گارانتی: [25, 30] }))!
    expect(found.change).toBe(5)
    expect(sum(found.groups.map(({ mix }) => mix))).toBeCloseTo(5, 9)
    expect(found.groups.every(({ rate }) => rate === 0)).toBe(true)
  })

  test('is rate alone where the shares are as before', () => {
    const found = explainMean(groups({ نصب: [30, 12], گارانتی: [10, 30] }), groups({ نصب: [75, 10], گارانتی: [25, 30] }))!
    expect(found.groups[0]).toMatchObject({ key: 'نصب', mix: expect.closeTo(0, 9), rate: 1.5, total: 1.5 })
    expect(found.groups[1]).toMatchObject({ total: expect.closeTo(0, 9) })
  })

  test('a kind that is new has changed the mix', () => {
    const found = explainMean(groups({ نصب: [10, 10], مالی: [10, 40] }), groups({ نصب: [10, 10] }))!
    expect(found.change).toBe(15)
    expect(found.groups.find(({ key }) => key === 'مالی')).toMatchObject({ rate: 0, before: { count: 0, mean: null } })
    expect(sum(found.groups.map(({ total }) => total))).toBeCloseTo(15, 9)
  })

  test('cannot be explained where a period has no values', () => {
    expect(explainMean(groups({ نصب: [3, 10] }), groups({}))).toBeUndefined()
    expect(explainMean(groups({ نصب: [0, null] }), groups({ نصب: [3, 10] }))).toBeUndefined()
  })

  test('whatever the groups: the parts add up to it, and turned about they are the same with the other sign', () => {
    fc.assert(
      fc.property(anyGroups, anyGroups, (now, before) => {
        const found = explainMean(now, before)!
        const scale = 1e-9 * Math.max(1, ...[...now.values(), ...before.values()].map(({ mean }) => mean ?? 0))
        expect(found.change).toBeCloseTo(wholeOf(now).mean! - wholeOf(before).mean!, 6)
        expect(Math.abs(sum(found.groups.map(({ total }) => total)) - found.change)).toBeLessThanOrEqual(scale * 10)
        const turned = explainMean(before, now)!
        for (const group of found.groups) {
          const same = turned.groups.find(({ key }) => key === group.key)!
          expect(Math.abs(same.total + group.total)).toBeLessThanOrEqual(scale * 10)
        }
      }),
    )
  })

  test('nothing changed brings nothing', () => {
    fc.assert(
      fc.property(anyGroups, (same) => {
        for (const { mix, rate } of explainMean(same, same)!.groups) expect(Math.abs(mix) + Math.abs(rate)).toBe(0)
      }),
    )
  })
})

test('the change of a number is that of its groups, the greatest first', () => {
  fc.assert(
    fc.property(anyGroups, anyGroups, (now, before) => {
      const found = explainCount(now, before)
      expect(sum(found.groups.map(({ total }) => total))).toBe(found.change)
      const sizes = found.groups.map(({ total }) => Math.abs(total))
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    }),
  )
})
