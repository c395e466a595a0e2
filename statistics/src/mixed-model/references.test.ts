import { describe, expect, test } from 'vitest'
import { column, describeAgreement, intercept, is, type Reference, type ReferenceSet } from '../testing/agree-with-lme4.ts'
import { factorOf, numbers, ones, readReference, readTable, referenceFolder } from '../testing/reference-data.ts'
import { fitMixedModel } from './fit-mixed-model.ts'

const references = (key: string) => () => readReference<Record<string, Reference>>('other-references.json')[key]!

const sets: ReferenceSet[] = [
  ...(
    [
      ['Penicillin', 'diameter', ['plate', 'sample'], 'Penicillin'],
      ['Pastes', 'strength', ['sample', 'batch'], 'Pastes'],
      ['Dyestuff', 'Yield', ['Batch'], 'DyestuffLike'],
      ['Dyestuff2', 'Yield', ['Batch'], 'Dyestuff2_singular'],
    ] as const
  ).map(([name, y, factors, key]) => ({
    name,
    file: `other-${name}.csv.gz`,
    y,
    X: (table: Record<string, string[]>) => [intercept(table)],
    factors: Object.fromEntries(factors.map((factor) => [factor, column(factor)])),
    reference: references(key),
  })),
  {
    name: 'ScotsSec',
    file: 'other-ScotsSec.csv.gz',
    y: 'attain',
    X: (table) => [intercept(table), numbers(table['verbal']!), is('sex', 'F')(table)],
    factors: { primary: column('primary'), second: column('second') },
    reference: references('ScotsSec'),
  },
]

for (const set of sets) describeAgreement(set, { inFull: ['Penicillin', 'Pastes', 'Dyestuff'].includes(set.name) })

describe.skipIf(!referenceFolder)('Dyestuff2', () => {
  test('has a variance of exactly 0, and says so', () => {
    const table = readTable('other-Dyestuff2.csv.gz')
    const y = numbers(table['Yield']!)
    const fit = fitMixedModel({ y, X: ones(y.length), p: 1, factors: [factorOf('Batch', table['Batch']!).spec] })
    expect(fit.terms[0]).toMatchObject({ variance: 0, atBoundary: true })
    expect(fit.terms[0]!.effect).toEqual(new Float64Array(6))
    expect(fit.sample('Batch', 2, 1)).toEqual(new Float64Array(12))
  })
})
