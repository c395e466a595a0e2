import { describe, expect, test } from 'vitest'
import { accessPoint } from '../../../testing/customers-builders.ts'
import { labelledFiles } from '../../../testing/labelled-customers.ts'
import type { LabelledFile } from '../../../testing/labelled-customers.ts'
import { tidyAccessPoint, tidyFields } from '../files/tidy.rules.ts'
import { comparedFile } from './compared-file.rules.ts'
import { mostInBlock } from './keys.queries.ts'
import { duplicateKeys } from './keys.ts'
import { compareFiles } from './score.rules.ts'

/** The threshold that the product comes with. */
const threshold = 0.9

/** The file as the product keeps and compares it. */
const comparedOf = ({ fields, points }: LabelledFile) =>
  comparedFile({
    fields: tidyFields(fields),
    accessPoints: points.map(({ postalCode = null, ...point }, place) =>
      tidyAccessPoint({ ...accessPoint(point.kind, point.value), postalCode }, String(place)),
    ),
  })

type Pair = readonly [LabelledFile, LabelledFile]

/** The pairs that a scan of these files would show. */
function foundAmong(files: readonly LabelledFile[]): Pair[] {
  const ready = files.map(comparedOf)
  const byKey = Map.groupBy(
    ready.flatMap((file, index) => duplicateKeys(file).all.map((key) => ({ key, index }))),
    ({ key }) => key,
  )
  const candidates = new Set<string>()
  for (const block of byKey.values()) {
    if (block.length > mostInBlock) continue
    for (const { index: a } of block) for (const { index: b } of block) if (a < b) candidates.add(`${a} ${b}`)
  }
  return [...candidates].flatMap((pair): Pair[] => {
    const [a = 0, b = 0] = pair.split(' ').map(Number)
    const isFound = compareFiles(ready[a]!, ready[b]!).score >= threshold
    return isFound ? [[files[a]!, files[b]!]] : []
  })
}

const isOne = ([a, b]: Pair): boolean => a.customer === b.customer

/** How many pairs of files there are of one customer. */
function truePairs(files: readonly LabelledFile[]): number {
  const sizes = [...Map.groupBy(files, ({ customer }) => customer).values()].map((own) => own.length)
  return sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
}

describe.each([1405, 7, 20_260, 3, 5])('in the fictional town of seed %i', (seed) => {
  const files = labelledFiles(seed, 1500)
  const found = foundAmong(files)

  test('of the pairs that are shown at the usual threshold, at least 98 in 100 are of one customer', () => {
    const right = found.filter(isOne).length
    expect(right / found.length).toBeGreaterThanOrEqual(0.98)
  })

  test('of the customers who have two files, at least 85 pairs in 100 are shown', () => {
    expect(found.filter(isOne).length / truePairs(files)).toBeGreaterThanOrEqual(0.85)
  })

  test('father and child, twins, and an organisation and its branch are never taken for one', () => {
    const kin = new Set(['father', 'child', 'organisation', 'branch'])
    const family = found.filter((pair) => !isOne(pair) && pair[0].house === pair[1].house && pair.every(({ role }) => kin.has(role)))
    expect(family.map(([a, b]) => [a.role, b.role, a.fields, b.fields])).toEqual([])
  })
})
