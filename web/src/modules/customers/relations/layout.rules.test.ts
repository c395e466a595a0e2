import { expect, test } from 'vitest'
import { nearestIn, placeInRings } from './layout.rules.ts'

const node = (customerId: string, step: number) => ({ customerId, step })
const family = {
  nodes: [node('me', 0), node('father', 1), node('firm', 1), node('uncle', 2), node('aunt', 2)],
  edges: [
    { from: 'father', to: 'me' },
    { from: 'firm', to: 'me' },
    { from: 'uncle', to: 'father' },
    { from: 'father', to: 'aunt' },
  ],
}

test('the file stands in the middle, no two stand in one place, and the same graph is drawn alike', () => {
  const placed = placeInRings(family)
  expect(placed[0]).toEqual({ id: 'me', x: 0, y: 0 })
  expect(new Set(placed.map(({ x, y }) => `${x} ${y}`)).size).toBe(5)
  expect(placeInRings(family)).toEqual(placed)
  expect(placeInRings({ nodes: [], edges: [] })).toEqual([])
})

test('who is farther by steps stands farther out', () => {
  const distance = new Map(placeInRings(family).map(({ id, x, y }) => [id, Math.hypot(x / 1.6, y / 0.85)]))
  expect(distance.get('uncle')).toBeGreaterThan(distance.get('father') ?? 0)
})

test('an arrow leads to what lies that way, every file can be walked to, and nothing lies beyond the rim', () => {
  const all = [
    { id: 'middle', x: 0, y: 0 },
    { id: 'right', x: 100, y: 10 },
    { id: 'farther', x: 200, y: 0 },
    { id: 'up', x: 0, y: -80 },
  ]
  expect(nearestIn('right', all[0]!, all)?.id).toBe('right')
  expect(nearestIn('up', all[0]!, all)?.id).toBe('up')
  expect(nearestIn('down', all[0]!, all)).toBeUndefined()
})
