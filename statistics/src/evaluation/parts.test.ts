import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeCaseMix } from './case-mix.ts'
import { linkedComponents } from './connectivity.ts'
import { evidenceOf, opinionsToNextStatus, statusOf } from './minimum-evidence.ts'
import { rankCounter } from './rank-probabilities.ts'
import { sha256 } from './sha256.ts'

test('SHA-256 equals the examples of the standard, whole and in pieces', () => {
  expect(sha256(['abc'])).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  const long = 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'
  expect(sha256([long])).toBe('248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1')
  expect(sha256([...long])).toBe(sha256([long]))
  expect(sha256(['a'.repeat(1_000_000)])).toBe('cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0')
})

describe('components', () => {
  test('things hang together through what they share, the largest component first', () => {
    expect([...linkedComponents(6, [[4, 5], [0, 1], [1, 2], [3]])]).toEqual([0, 0, 0, 2, 1, 1])
    expect([...linkedComponents(2, [])]).toEqual([0, 1])
  })

  test('members of a link are always in one component, and the order of the links does not matter', () => {
    const links = fc.array(fc.array(fc.nat(19), { maxLength: 4 }), { maxLength: 15 })
    fc.assert(
      fc.property(links, (given) => {
        const components = linkedComponents(20, given)
        for (const link of given) expect(new Set(link.map((member) => components[member])).size).toBeLessThanOrEqual(1)
        expect([...linkedComponents(20, given.toReversed())]).toEqual([...components])
      }),
    )
  })
})

describe('ranks from draws', () => {
  test('one who is always best is first, and equals share the rest', () => {
    const counter = rankCounter([0, 1, 2, 3])
    for (const draw of [
      [9, 1, 2, 3],
      [9, 2, 3, 1],
      [9, 3, 1, 2],
    ])
      counter.add(Float64Array.from(draw))
    const [best, ...rest] = counter.statements()
    expect(best).toEqual({ expected: 1, interval95: [1, 1], pTopQuarter: 1, pBottomQuarter: 0 })
    for (const one of rest) expect(one).toMatchObject({ expected: 3, interval95: [2, 4], pBottomQuarter: 1 / 3 })
  })

  test('above a thousand the interval widens to whole classes, all else stays exact', () => {
    const size = 2500
    const counter = rankCounter(Array.from({ length: size }, (_, at) => at))
    counter.add(Float64Array.from({ length: size }, (_, at) => -at))
    const statements = counter.statements()
    expect(statements[1000]).toMatchObject({ expected: 1001, interval95: [1000, 1002] })
    expect(statements[size - 1]!.interval95[1]).toBe(size)
    expect(statements.reduce((sum, { pTopQuarter }) => sum + pTopQuarter, 0)).toBe(625)
  })
})

describe('minimum evidence', () => {
  const minimum = { customers: 5, equivalentOpinions: 5, reliability: 0.4, fullReliability: 0.7 }

  test('an answer as good as the prior is reliability one half, and sigma2/sigma2_u opinions', () => {
    const evidence = evidenceOf(Math.sqrt(0.05), 0.1, 1, 20)
    expect(evidence.reliability).toBeCloseTo(0.5, 12)
    expect(evidence.equivalentOpinions).toBeCloseTo(10, 12)
    expect(statusOf(evidence, minimum)).toBe('provisional')
    // Reliability 0.7 is 10 x 7/3 opinions: 13.3 more.
    expect(opinionsToNextStatus(evidence, minimum, 10)).toBe(14)
  })

  test('few customers suppress a score however many opinions they gave', () => {
    const evidence = evidenceOf(0.05, 0.1, 1, 4)
    expect(statusOf(evidence, minimum)).toBe('suppressed')
    expect(opinionsToNextStatus(evidence, minimum, 10)).toBe(1)
    expect(opinionsToNextStatus({ ...evidence, customers: 50 }, minimum, 10)).toBe(0)
  })

  test('an error larger than the spread of employees is reliability 0, not less', () => {
    expect(evidenceOf(0.4, 0.1, 1, 9)).toEqual({ reliability: 0, equivalentOpinions: 0, customers: 9 })
  })
})

test('the case mix is coded against its most frequent level and centred', () => {
  const { X, p, columns } = codeCaseMix([
    { caseMix: { kind: 'b', age: 1 } },
    { caseMix: { kind: 'b', age: 3 } },
    { caseMix: { kind: 'a', age: 5 } },
    { caseMix: { kind: 'b', age: 7 } },
  ])
  expect(columns).toEqual(['(intercept)', 'age', 'kind=a'])
  expect([...X]).toEqual([1, -3, -0.25, 1, -1, -0.25, 1, 1, 0.75, 1, 3, -0.25])
  expect(p).toBe(3)
})
