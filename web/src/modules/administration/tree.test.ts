import { expect, test } from 'vitest'
import { layOutTree, withAllBelow } from './tree.ts'

const node = (id: string, parentId: string | null, name = id) => ({ id, name, parentId })

test('a tree is laid out from the top, those under one parent in the order of the alphabet', () => {
  const rows = layOutTree([node('b', 'a'), node('a', null, 'آب'), node('c', null, 'برق'), node('d', 'b')], 'fa')
  expect(rows.map(({ node: { id }, depth }) => [id, depth])).toEqual([
    ['a', 0],
    ['b', 1],
    ['d', 2],
    ['c', 0],
  ])
})

test('a unit whose parent is out of sight stands at the top instead of vanishing', () => {
  expect(layOutTree([node('a', 'gone')], 'fa').map(({ node: { id } }) => id)).toEqual(['a'])
})

test('a unit cannot be offered itself or anything below it as its parent', () => {
  const all = [node('a', null), node('b', 'a'), node('c', 'b'), node('d', null)]
  expect([...withAllBelow(all, 'a')]).toEqual(['a', 'b', 'c'])
})
