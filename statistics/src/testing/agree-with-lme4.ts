import { beforeAll, describe, expect, test } from 'vitest'
import { fitMixedModel } from '../mixed-model/fit-mixed-model.ts'
import type { MixedModelFit, MixedModelInput, MixedModelOptions } from '../mixed-model/types.ts'
import { expectClose } from './expect-close.ts'
import { explicitSolve } from './explicit-solve.ts'
import { factorOf, matrixOf, numbers, ones, readTable, referenceFolder, type Table } from './reference-data.ts'

/** Results of lmer. */
export interface Reference {
  vcomp: Record<string, number>
  fixef: Record<string, number>
  fixefSE: Record<string, number>
  REMLcrit: number
  ranef: Record<string, { level: string[]; blup: number[]; sd: number[] }>
}

/** What is fitted: the response, the matrix of fixed effects and the random factors, taken from a table. */
export interface ReferenceSet {
  name: string
  file: string
  y: string
  X: (table: Table) => ArrayLike<number>[]
  factors: Record<string, (table: Table) => string[]>
  reference: () => Reference
}

export const column = (name: string) => (table: Table) => table[name]!
export const intercept = (table: Table) => ones(Object.values(table)[0]!.length)
export const is = (name: string, value: string) => (table: Table) => table[name]!.map((text) => (text === value ? 1 : 0))

function fitTable(set: ReferenceSet, options?: MixedModelOptions) {
  const { input, labels } = inputOf(set)
  return { fit: fitMixedModel(input, options), labels }
}

function inputOf({ file, y, X, factors }: ReferenceSet): { input: MixedModelInput; labels: string[][] } {
  const table = readTable(file)
  const columns = X(table)
  const coded = Object.entries(factors).map(([name, values]) => factorOf(name, values(table)))
  const input = { y: numbers(table[y]!), X: matrixOf(...columns), p: columns.length, factors: coded.map(({ spec }) => spec) }
  return { input, labels: coded.map((factor) => factor.labels) }
}

/** The tests that a set agrees with lmer in everything that both give. */
export function describeAgreement(set: ReferenceSet, { inJavaScript = true, inFull = false } = {}): void {
  describe.skipIf(!referenceFolder)(`${set.name} agrees with lme4`, () => {
    let fit: MixedModelFit
    let labels: string[][]
    let reference: Reference
    beforeAll(() => {
      reference = set.reference()
      ;({ fit, labels } = fitTable(set))
    })
    test('in its criterion', () => {
      expect(fit.converged).toBe(true)
      expect(Math.abs(fit.criterion - reference.REMLcrit)).toBeLessThan(1e-6)
    })

    test('in its variances', () => {
      for (const { name: term, variance } of fit.terms)
        expect(Math.abs(variance - reference.vcomp[term]!)).toBeLessThanOrEqual(1e-4 * reference.vcomp[term]!)
      expect(fit.sigma2 / reference.vcomp['Residual']! - 1).toBeCloseTo(0, 4)
    })

    test('in its fixed effects', () => {
      expectClose(fit.beta, Object.values(reference.fixef), 1e-5)
      expectClose(fit.betaSe, Object.values(reference.fixefSE), 1e-4)
    })

    test('in the effect of every level and its conditional standard deviation', () => {
      fit.terms.forEach((term, k) => {
        const { level, blup, sd } = reference.ranef[term.name]!
        const places = level.map((label) => labels[k]!.indexOf(label))
        expectClose(
          places.map((place) => term.effect[place]!),
          blup,
          1e-5,
        )
        expectClose(
          places.map((place) => term.seGivenFixed[place]!),
          sd,
          1e-5,
        )
        expect(term.seFull.every((se, place) => se >= term.seGivenFixed[place]!)).toBe(true)
      })
    })

    test.runIf(inFull)('and its full standard errors are those of the equations written out', () => {
      const { inverse, size, starts, sigma2 } = explicitSolve(
        inputOf(set).input,
        fit.terms.map(({ variance }) => variance / fit.sigma2),
      )
      fit.terms.forEach(({ seFull }, k) =>
        expectClose(
          seFull,
          seFull.map((_, level) => Math.sqrt(sigma2 * inverse[(starts[k]! + level) * (size + 1)]!)),
          1e-8,
        ),
      )
    })

    test.runIf(inJavaScript)('whichever kernel does the work', () => {
      const start = fit.terms.map((term) => Math.max(term.variance, 1e-3) / fit.sigma2)
      const [wasm, js] = (['wasm', 'js'] as const).map((kernel) => fitTable(set, { kernel, start, maxIterations: 0 }).fit)
      expect(js!.solver.kernel).toBe('js')
      expect(wasm!.solver.kernel).toBe('wasm')
      expect(Math.abs(js!.criterion - wasm!.criterion)).toBeLessThan(1e-9)
    })
  })
}
