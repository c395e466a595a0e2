import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomStream } from '../random.ts'
import { doublesFor, positiveDefinite } from './cholesky.ts'
import { jsKernel } from './js-kernel.ts'
import type { Kernel } from './kernel.ts'
import { wasmKernel } from './wasm-kernel.ts'

const kernels: [string, (doubles: number) => Kernel][] = [
  ['js', jsKernel],
  ['wasm', wasmKernel],
]

describe.each(kernels)('a positive definite matrix with the %s kernel', (_, kernelOf) => {
  const worked = (n: number, seed: number) => {
    const random = randomStream(seed)
    const root = Float64Array.from({ length: n * n }, () => random.normal())
    const whole = positiveDefinite(kernelOf(doublesFor(n)), n)
    const plain = new Float64Array(n * n)
    for (let i = 0; i < n; i += 1)
      for (let j = 0; j < n; j += 1) {
        let sum = i === j ? n : 0
        for (let t = 0; t < n; t += 1) sum += root[i * n + t]! * root[j * n + t]!
        plain[i * n + j] = sum
        if (j <= i) whole.matrix[i * n + j] = sum
      }
    return { whole, plain, random }
  }

  test('times its inverse is the identity, whatever the order', () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 2, 3, 5, 47, 48, 49, 97, 131), fc.nat(1000), (n, seed) => {
        const { whole, plain } = worked(n, seed)
        whole.factorise()
        const inverse = whole.inverse()
        for (let i = 0; i < n; i += 7)
          for (let j = 0; j < n; j += 1) {
            let sum = 0
            for (let t = 0; t < n; t += 1) sum += plain[i * n + t]! * inverse[t * n + j]!
            expect(sum).toBeCloseTo(i === j ? 1 : 0, 9)
          }
      }),
      { numRuns: 12 },
    )
  })

  test('solves equations before and after it is inverted', () => {
    const { whole, plain, random } = worked(101, 3)
    whole.factorise()
    const truth = Float64Array.from({ length: 101 }, () => random.normal())
    for (const _round of [1, 2]) {
      const x = truth.map((_value, row) => truth.reduce((sum, value, column) => sum + plain[row * 101 + column]! * value, 0))
      whole.solve(x)
      for (let row = 0; row < 101; row += 1) expect(x[row]).toBeCloseTo(truth[row]!, 9)
      whole.inverse()
    }
  })

  test('draws with its inverse as covariance', () => {
    const { whole, plain, random } = worked(60, 8)
    whole.factorise()
    const next = whole.drawer(random.normal)
    // x'Ax of such a draw x is chi-squared on 60 degrees of freedom.
    const forms = Array.from({ length: 500 }, () => {
      const x = next()
      return x.reduce((sum, value, i) => sum + value * x.reduce((part, other, j) => part + plain[i * 60 + j]! * other, 0), 0)
    })
    const mean = forms.reduce((sum, form) => sum + form, 0) / 500
    const variance = forms.reduce((sum, form) => sum + (form - mean) ** 2, 0) / 500
    expect(Math.abs(mean - 60)).toBeLessThan(2)
    expect(Math.abs(variance - 120)).toBeLessThan(35)
  })

  test('that is none says so', () => {
    const whole = positiveDefinite(kernelOf(doublesFor(2)), 2)
    whole.matrix.set([1, 2, 2, 1])
    expect(whole.factorise()).toBeNaN()
  })
})
