import { describe, expect, test } from 'vitest'
import { fitMixedModel } from '../mixed-model/fit-mixed-model.ts'
import { expectClose } from '../testing/expect-close.ts'
import { factorOf, matrixOf, numbers, ones, readReference, readTable, referenceFolder } from '../testing/reference-data.ts'

interface References {
  VerbAgg_binary_Laplace: { vcomp: Record<string, number>; fixef: Record<string, number>; logLik: number; itemBlup: Record<string, number> }
  VerbAgg_ordinal_clmm: { coef: Record<string, number>; vcomp: Record<string, number>; logLik: number }
  kidney_lognormal_aft: { coef: Record<string, number>; scale: number; loglik: [number, number]; vcov: number[][] }
}

describe.skipIf(!referenceFolder)('verbal aggression', () => {
  const references = () => readReference<References>('other-references.json')
  const prepared = () => {
    const table = readTable('other-VerbAgg.csv.gz')
    const is = (name: string, value: string) => table[name]!.map((text) => (text === value ? 1 : 0))
    const columns = [numbers(table['Anger']!), is('Gender', 'M'), is('btype', 'scold'), is('btype', 'shout'), is('situ', 'self')]
    const [id, item] = [factorOf('id', table['id']!), factorOf('item', table['item']!)]
    return { table, is, columns, n: table['id']!.length, factors: [id.spec, item.spec], items: item.labels }
  }

  test('in two categories agrees with glmer', () => {
    const { is, columns, n, factors, items } = prepared()
    const fit = fitMixedModel({ y: Float64Array.from(is('r2', 'Y')), X: matrixOf(ones(n), ...columns), p: 6, factors, family: 'binomial' })
    const reference = references().VerbAgg_binary_Laplace
    expect(fit.converged).toBe(true)
    expect(Math.abs(-fit.criterion / 2 - reference.logLik)).toBeLessThan(1e-3)
    expectClose(fit.beta, Object.values(reference.fixef), 1e-3)
    expectClose(
      fit.terms.map(({ variance }) => variance),
      [reference.vcomp['id']!, reference.vcomp['item']!],
      1e-3,
    )
    expectClose(
      items.map((label) => fit.terms[1]!.effect[items.indexOf(label)]!),
      items.map((label) => reference.itemBlup[label]!),
      1e-3,
    )
  })

  test('in three ordered categories agrees with clmm, and the intercept that the thresholds hold already is dropped', () => {
    const { table, columns, n, factors } = prepared()
    const y = Float64Array.from(table['resp']!, (answer) => ['no', 'perhaps', 'yes'].indexOf(answer) + 1)
    const fit = fitMixedModel({ y, X: matrixOf(ones(n), ...columns), p: 6, factors, family: 'cumulative-logit' })
    const reference = references().VerbAgg_ordinal_clmm
    expect(fit.droppedColumns).toEqual([0])
    expect(Math.abs(-fit.criterion / 2 - reference.logLik)).toBeLessThan(1e-3)
    expectClose([...fit.thresholds!, ...fit.beta.subarray(1)], Object.values(reference.coef), 1e-3)
    expectClose(
      fit.terms.map(({ variance }) => variance),
      [reference.vcomp['id']!, reference.vcomp['item']!],
      1e-3,
    )
  })
})

describe.skipIf(!referenceFolder)('infections of kidney patients', () => {
  const { time, age, sex, status, id } = referenceFolder ? readTable('other-kidney.csv.gz') : {}
  const input = () => ({
    y: numbers(time!),
    X: matrixOf(ones(time!.length), numbers(age!), numbers(sex!)),
    p: 3,
    censor: Uint8Array.from(status!, (value) => (value === '0' ? 1 : 0)),
    family: 'lognormal-censored' as const,
  })

  test('without random factors agree with survreg, covariances too', () => {
    const fit = fitMixedModel({ ...input(), factors: [] })
    const reference = readReference<References>('other-references.json').kidney_lognormal_aft
    expect(Math.abs(-fit.criterion / 2 - reference.loglik[1])).toBeLessThan(1e-6)
    expectClose(fit.beta, Object.values(reference.coef), 1e-5)
    expect(Math.sqrt(fit.sigma2)).toBeCloseTo(reference.scale, 6)
    expectClose(
      fit.betaCov,
      reference.vcov.slice(0, 3).flatMap((row) => row.slice(0, 3)),
      1e-5,
    )
  })

  test('with a factor of patients fit no worse', () => {
    const [plain, mixed] = [[], [factorOf('id', id!).spec]].map((factors) => fitMixedModel({ ...input(), factors }))
    expect(mixed!.criterion).toBeLessThanOrEqual(plain!.criterion + 1e-6)
  })
})
