import { describe, expect, test } from 'vitest'
import { fitMixedModel } from '../mixed-model/fit-mixed-model.ts'
import type { MixedModelInput } from '../mixed-model/types.ts'
import { randomStream } from '../random.ts'
import { factorOf, numbers, ones, readTable, referenceFolder } from '../testing/reference-data.ts'
import { calibrateEvidence } from './calibrate-evidence.ts'
import { residuals } from './linear-predictor.ts'
import { selectRows } from './select-rows.ts'

describe.skipIf(!referenceFolder)('73,421 ratings of lectures', { timeout: 240_000 }, () => {
  const load = () => {
    const table = readTable('insteval.csv.gz')
    const y = numbers(table['y']!)
    const factors = [factorOf('lecturer', table['d']!).spec, factorOf('student', table['s']!).spec]
    const input: MixedModelInput = { y, X: ones(y.length), p: 1, factors }
    return { table, input }
  }

  test('their file says nothing about precision, and the calibration says so', () => {
    const { table, input } = load()
    const feature = (name: string, column: string) => ({ name, values: numbers(table[column]!), priorMean: 0, priorSd: 0.5 })
    const { effects, criterionDrop, weights } = calibrateEvidence(input, [
      feature('semesters since the lecture', 'lectage'),
      feature('age of the student', 'studage'),
    ])
    const [semesters, age] = effects
    expect(semesters!.delta).toBeCloseTo(-0.002, 2)
    expect(semesters!.matters).toBe(false)
    expect(Math.abs(age!.delta)).toBeLessThan(0.02)
    expect(criterionDrop).toBeGreaterThan(0)
    expect(criterionDrop).toBeLessThan(8)
    expect(Math.max(...weights)).toBeLessThan(1.1)
  })

  test('what half of the answers say of a lecturer holds for the other half, as often as the intervals promise', () => {
    const { input } = load()
    const { uniform } = randomStream(7)
    const isTraining = Array.from(input.y, () => uniform() < 0.5)
    const rowsWhere = (training: boolean) => isTraining.flatMap((is, row) => (is === training ? [row] : []))
    const fit = fitMixedModel(selectRows(input, rowsWhere(true)))
    const heldOut = rowsWhere(false)
    const [lecturers, students] = fit.terms
    const left = residuals(input, fit)
    const index = input.factors[0]!.index
    const sums = Array.from(lecturers!.effect, () => ({ count: 0, sum: 0, variance: 0 }))
    for (const row of heldOut) {
      const own = sums[index[row]!]!
      own.count += 1
      own.sum += left[row]! + lecturers!.effect[index[row]!]!
      own.variance += fit.sigma2 + students!.seFull[input.factors[1]!.index[row]!]! ** 2
    }
    const judged = sums.flatMap(({ count, sum, variance }, lecturer) =>
      count < 5
        ? []
        : [{ error: sum / count - lecturers!.effect[lecturer]!, sd: Math.sqrt(variance / count ** 2 + lecturers!.seFull[lecturer]! ** 2) }],
    )
    const coverage = (z: number) => judged.filter(({ error, sd }) => Math.abs(error) < z * sd).length / judged.length
    const meanError = judged.reduce((total, { error }) => total + Math.abs(error), 0) / judged.length
    expect(judged.length).toBeGreaterThan(1000)
    expect(Math.abs(coverage(1.96) - 0.955)).toBeLessThan(0.015)
    expect(Math.abs(coverage(1.2816) - 0.81)).toBeLessThan(0.03)
    expect(meanError).toBeLessThan(0.3)
  })
})
