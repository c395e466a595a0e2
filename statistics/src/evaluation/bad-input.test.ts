import { describe, expect, test } from 'vitest'
import type { ErrorCode } from '../errors.ts'
import { EvaluationError } from '../errors.ts'
import { evaluationConfig } from './config.ts'
import { evaluateEmployees } from './evaluate-employees.ts'
import { config, ordinaryRow, plainRows } from './opinions.fixtures.ts'
import type { OpinionRow } from './types.ts'

const refusal = (run: () => unknown): EvaluationError => {
  try {
    run()
  } catch (error) {
    if (error instanceof EvaluationError) return error
    throw error
  }
  throw new Error('was not refused')
}

const plain = config({ groups: [] })

describe('a row that cannot be true is refused by its number, and nothing is computed', () => {
  const spoilt: Array<[string, Partial<OpinionRow>, ErrorCode]> = [
    ['a rating that is not a number', { rating: Number.NaN }, 'NON_FINITE_Y'],
    ['an infinite rating', { rating: Infinity }, 'NON_FINITE_Y'],
    ['a rating off the scale', { rating: 6 }, 'RATING_RANGE'],
    ['a negative share', { exposure: [{ employee: 'e1', share: -0.1 }] }, 'BAD_SHARE'],
    ['a share above 1', { exposure: [{ employee: 'e1', share: 1.1 }] }, 'BAD_SHARE'],
    ['a share that is not a number', { exposure: [{ employee: 'e1', share: Number.NaN }] }, 'BAD_SHARE'],
    [
      'shares of more than the whole',
      {
        exposure: [
          { employee: 'e1', share: 0.6 },
          { employee: 'e2', share: 0.5 },
        ],
      },
      'BAD_SHARE',
    ],
    [
      'the same employee twice',
      {
        exposure: [
          { employee: 'e1', share: 0.2 },
          { employee: 'e1', share: 0.2 },
        ],
      },
      'BAD_SHARE',
    ],
    ['a contact after the answer', { daysSinceContact: -1 }, 'BAD_EXPOSURE'],
    ['half a contact', { contacts: 1.5 }, 'BAD_EXPOSURE'],
    ['negative minutes', { minutes: -1 }, 'BAD_EXPOSURE'],
    ['a file more than complete', { completeness: 1.2 }, 'BAD_EXPOSURE'],
    ['agreement of data outside 0..1', { trust: -0.5 }, 'BAD_EXPOSURE'],
    ['a case mix with another key', { caseMix: { other: 'x' } }, 'NON_FINITE_X'],
    ['a case mix that is not finite', { caseMix: { age: Number.NaN } }, 'NON_FINITE_X'],
    ['an id that another row has', { id: 'o0' }, 'BAD_OPTION'],
  ]
  test.each(spoilt)('%s', (_name, change, code) => {
    const rows = plainRows(3, 5).map((row): OpinionRow => ({ ...row, caseMix: change.caseMix?.age === undefined ? {} : { age: 1 } }))
    rows[7] = { ...rows[7]!, ...change }
    expect(refusal(() => evaluateEmployees(rows, plain))).toMatchObject({ code, row: 7 })
  })

  test('shares that sum to 1 but for rounding pass', () => {
    const rows = plainRows(3, 5)
    rows[7] = { ...rows[7]!, exposure: [0, 1, 2].map((at) => ({ employee: `e${at}`, share: 1 / 3 + 1e-10 })) }
    expect(() => evaluateEmployees(rows, plain)).not.toThrow()
  })
})

describe('a protocol that makes no sense is refused', () => {
  test.each([
    { scale: { min: 5, max: 1 } },
    { weightBounds: { min: 0, max: 10 } },
    { draws: 3 },
    { seed: 0.5 },
    { practicalDifference: -1 },
    { linkingGroups: ['topic'] },
    { evidence: [{ name: 'contacts' as const, priorMean: 0, priorSd: 0 }] },
  ])('%o', (change) => {
    expect(refusal(() => evaluationConfig({ period: 'p', ...change })).code).toBe('BAD_OPTION')
  })
})

describe('data that carry no model', () => {
  test('fewer rows than fixed effects and two more are too few', () => {
    expect(refusal(() => evaluateEmployees(plainRows(2, 1), plain)).code).toBe('TOO_FEW_ROWS')
  })

  test('no rows at all give an empty report', () => {
    expect(evaluateEmployees([], plain)).toMatchObject({
      finding: 'no-eligible-opinions',
      employees: [],
      meanScale: null,
      counts: { opinions: 0 },
    })
  })

  test('ratings that are all equal are refused as such', () => {
    const rows = plainRows(3, 5).map((row) => ({ ...row, rating: 4 }))
    expect(refusal(() => evaluateEmployees(rows, plain)).code).toBe('DEGENERATE_RESPONSE')
  })

  test('where every opinion is ineligible the report counts them and scores nobody', () => {
    const rows = plainRows(3, 5).map((row) => ({ ...row, contacts: 0 }))
    const report = evaluateEmployees(rows, plain)
    expect(report).toMatchObject({
      finding: 'no-eligible-opinions',
      counts: { opinions: 15, eligible: 0, 'no-contact': 15 },
      evidence: null,
    })
    expect(report.employees.map(({ status, opinions, eligibleOpinions }) => [status, opinions, eligibleOpinions])).toEqual(
      Array.from({ length: 3 }, () => ['suppressed', 5, 0]),
    )
  })

  test('one employee alone is suppressed: there is nobody to compare with', () => {
    const report = evaluateEmployees(plainRows(1, 20), plain)
    expect(report.finding).toBe('nobody-to-compare-with')
    expect(report.employees).toMatchObject([{ status: 'suppressed', score: null, steps: [] }])
  })

  test('customers who answered once each cannot be told from the error, and the evaluation goes on without them', () => {
    const rows = plainRows(4, 30).map((row, at) => ({ ...row, customer: `only${at}` }))
    const report = evaluateEmployees(rows, plain)
    expect(report.notIdentified).toEqual(['customer'])
    expect(report.employees).toHaveLength(4)
  })

  test('employees with one opinion each cannot be judged', () => {
    const rows = plainRows(1, 20).map((row, at) => ({ ...row, customer: `c${at % 5}`, exposure: [{ employee: `only${at}`, share: 1 }] }))
    expect(evaluateEmployees(rows, plain).finding).toBe('employees-not-identified')
  })

  test('a case-mix column that others determine is dropped and named', () => {
    const rows = plainRows(4, 30).map((row, at) => ({ ...row, caseMix: { a: at % 2 ? 'x' : 'y', b: at % 2 ? 'x' : 'y' } }))
    expect(evaluateEmployees(rows, plain).droppedColumns).toEqual(['b=y'])
  })

  test('a search that does not converge gives no scores', async () => {
    const { reportOn } = await import('./evaluate-employees.ts')
    const { modelOf, smallSurvey } = await import('./opinions.fixtures.ts')
    const model = modelOf(smallSurvey().rows)
    model.calibrated.fit.converged = false
    const report = reportOn(model)
    expect(report).toMatchObject({ finding: 'not-converged', convergence: { converged: false } })
    expect(report.employees.every(({ score, rank }) => score === null && rank === undefined)).toBe(true)
    expect(report.convergence!.gradientNorm).toBeGreaterThanOrEqual(0)
  })

  test('an evaluation that is called off stops', () => {
    const signal = AbortSignal.abort()
    expect(refusal(() => evaluateEmployees(plainRows(4, 30), plain, { signal })).code).toBe('ABORTED')
  })

  test('an ordinary row is not refused', () => {
    expect(() => evaluateEmployees([...plainRows(3, 5), { ...ordinaryRow, id: 'x' }], plain)).not.toThrow()
  })
})
