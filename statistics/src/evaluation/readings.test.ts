import { describe, expect, test } from 'vitest'
import { randomStream } from '../random.ts'
import { auditBias, type EmployeeBackground } from './audit-bias.ts'
import { compareEmployees } from './compare-employees.ts'
import { driftByPeriod, type DriftShape } from './drift-by-period.ts'
import { evaluateEmployees } from './evaluate-employees.ts'
import { compareExcludedLowRatings } from './excluded-low-ratings.ts'
import { flagEmployees } from './flag-employees.ts'
import { influentialCustomers } from './influential-customers.ts'
import { nonresponseSensitivity } from './nonresponse-sensitivity.ts'
import { config, modelOf, smallSurvey } from './opinions.fixtures.ts'
import type { OpinionRow } from './types.ts'

const survey = smallSurvey({ rounded: false })
const wide = config({ scale: { min: -10, max: 20 } })
/** Without calibration, where weights are not what is tested. */
const light = { ...wide, evidence: [] }
const model = modelOf(survey.rows, wide)
const employeeOf = (row: OpinionRow) => Number(row.exposure[0]!.employee.slice(1))

/** The rows with something added to each rating, in proportion to the share. */
const shifted = (rows: OpinionRow[], by: (row: OpinionRow, at: number) => number): OpinionRow[] =>
  rows.map((row, at) => ({ ...row, rating: row.rating + row.exposure[0]!.share * by(row, at) }))

describe('flags', () => {
  const second = smallSurvey({ rounded: false, employees: 40 }, 1)
  const poor = (rows: OpinionRow[]) => shifted(rows, (row) => (employeeOf(row) === 3 ? -1.5 : employeeOf(row) === 4 ? 1.5 : 0))
  const half = (rows: OpinionRow[], part: number) => rows.filter((_, at) => at % 2 === part)
  const many = smallSurvey({ rounded: false, answers: 5000 }, 4).rows
  const reports = [0, 1].map((part) => evaluateEmployees(poor(half(many, part)), wide))

  test('are for those who stand out in two periods, and only for them', () => {
    const flags = flagEmployees(reports[0]!, reports[1]!)
    const both = [3, 4].filter((at) =>
      reports.every((report) => report.employees.find(({ employee }) => employee === `e${at}`)?.status === 'shown'),
    )
    expect(both.length).toBeGreaterThan(0)
    for (const at of both)
      expect(flags).toContainEqual(expect.objectContaining({ employee: `e${at}`, flag: at === 3 ? 'needs-attention' : 'outstanding' }))
    for (const { probability } of flags) expect(Math.min(...probability)).toBeGreaterThanOrEqual(0.95)
  })

  test('one bad period is not enough', () => {
    const calm = evaluateEmployees(second.rows, wide)
    const before = new Map(calm.employees.map((score) => [score.employee, score]))
    for (const { employee, probability } of flagEmployees(calm, reports[1]!)) {
      expect(Math.max(before.get(employee)!.pBelow!, before.get(employee)!.pAbove!)).toBe(probability[0])
    }
  })

  test('neither an exploratory run nor another protocol can be cited', () => {
    const other = (change: object) => ({ ...reports[0]!, config: { ...reports[0]!.config, ...change } })
    expect(() => flagEmployees(other({ exploratory: true }), reports[1]!)).toThrow('BAD_OPTION')
    expect(() => flagEmployees(other({ practicalDifference: 0 }), reports[1]!)).toThrow('BAD_OPTION')
  })
})

describe('two employees', () => {
  const scores = evaluateEmployees(survey.rows, wide).employees.filter(({ score }) => score !== null)
  const [low, high] = [scores.toSorted((a, b) => a.score! - b.score!)[0]!, scores.toSorted((a, b) => b.score! - a.score!)[0]!]

  test('are compared by their joint draws', () => {
    const { difference, se, pAbove } = compareEmployees(model, high.employee, low.employee)
    expect(difference).toBeCloseTo(high.score! - low.score!, 9)
    expect(pAbove).toBeGreaterThan(0.9)
    expect(Math.abs(se - Math.hypot(high.se!, low.se!))).toBeLessThan(0.3 * se)
    expect(compareEmployees(model, low.employee, high.employee).pAbove).toBeCloseTo(1 - pAbove, 12)
  })

  test('are not compared where nothing links them, or where one is unknown', () => {
    const stranger = survey.rows.slice(0, 60).map((row, at): OpinionRow => ({
      ...row,
      id: `s${at}`,
      customer: `s${at % 9}`,
      contacts: 1,
      exposure: [{ employee: 'stranger', share: 1 }],
    }))
    const apart = modelOf([...survey.rows, ...stranger], wide)
    expect(() => compareEmployees(apart, 'stranger', high.employee)).toThrow('nothing links')
    expect(() => compareEmployees(model, 'nobody', high.employee)).toThrow('not in the model')
  })
})

describe('influence of single customers', () => {
  const target = model.prepared.employees.find(
    (name) => survey.rows.filter((row) => row.exposure[0]!.employee === name && row.contacts > 0).length > 60,
  )!
  const attack = Array.from({ length: 12 }, (_, at): OpinionRow => ({
    ...survey.rows.find(({ contacts }) => contacts > 1)!,
    id: `attack${at}`,
    customer: 'attacker',
    rating: -4,
    exposure: [{ employee: target, share: 1 }],
  }))
  const befriended = survey.rows.slice(0, 12).map((row, at): OpinionRow => ({
    ...row,
    id: `calm${at}`,
    customer: 'attacker',
    contacts: 2,
    exposure: [{ employee: row.exposure[0]!.employee, share: 1 }],
  }))
  const found = influentialCustomers(modelOf([...survey.rows, ...attack, ...befriended], wide))

  test('one who moves a score alone is shown to the reviewer', () => {
    const pair = found.find(({ customer, employee }) => customer === 'attacker' && employee === target)!
    expect(pair.exact).toBe(true)
    expect(pair.changeInSe).toBeGreaterThan(0.5)
    for (const { changeInSe } of found) expect(Math.abs(changeInSe)).toBeGreaterThan(0.5)
  })

  test('the change told is that of a fit without the customer', () => {
    const { employee, change, customer } = influentialCustomers(model, { bound: 0.3 })[0]!
    const without = modelOf(
      survey.rows.filter((row) => row.customer !== customer),
      wide,
    )
    const effect = ({ prepared, calibrated }: typeof model) => calibrated.fit.terms[0]!.effect[prepared.employees.indexOf(employee)]!
    expect(Math.abs(effect(without) - effect(model) - change)).toBeLessThan(0.25 * Math.abs(change))
  })

  test('the quick screening misses nobody: it errs on the side of looking again', () => {
    const quick = new Map(
      influentialCustomers(model, { bound: 0, verify: 0 }).map((one) => [`${one.customer} ${one.employee}`, one.changeInSe]),
    )
    const exact = influentialCustomers(model).filter((pair) => pair.exact)
    expect(exact.length).toBeGreaterThan(5)
    for (const { customer, employee, changeInSe } of exact) {
      const ratio = quick.get(`${customer} ${employee}`)! / changeInSe
      expect(ratio).toBeGreaterThan(0.8)
      expect(ratio).toBeLessThan(1.6)
    }
  })
})

describe('drift over periods', () => {
  const inPeriods = (rows: OpinionRow[]) => rows.map((row, at) => ({ ...row, period: `140${at % 4}` }))
  const { normal } = randomStream(8)
  const deviation = Array.from({ length: 160 }, () => 0.5 * normal())
  const steps = deviation.map((_, at) => deviation.slice(at - (at % 4) + 1, at + 1).reduce((sum, one) => sum + one, 0))

  test.each([
    ['deviations', deviation, (own: number[]) => own[3]! - own[2]!],
    ['random-walk', steps, (own: number[]) => own[3]! - own[2]!],
  ] as Array<[DriftShape, number[], (own: number[]) => number]>)('%s that are there are found', (shape, truth, changeOf) => {
    const rows = shifted(
      inPeriods(smallSurvey({ rounded: false, answers: 4000 }, 3).rows),
      (row) => truth[4 * employeeOf(row) + Number(row.period) - 1400]!,
    )
    const report = driftByPeriod(modelOf(rows, light), shape)
    expect(report.variance).toBeGreaterThan(0.12)
    expect(report.variance).toBeLessThan(0.5)
    const errors = report.employees.map(({ employee, change, se }) => (change - changeOf(truth.slice(4 * Number(employee.slice(1))))) / se)
    expect(errors.length).toBeGreaterThan(20)
    expect(errors.filter((error) => Math.abs(error) < 1.96).length / errors.length).toBeGreaterThan(0.85)
    for (const { change, pBetter } of report.employees) if (Math.abs(change) > 0.3) expect(pBetter > 0.5).toBe(change > 0)
  })

  test('where nothing changes nobody is said to have changed', () => {
    const report = driftByPeriod(modelOf(inPeriods(survey.rows), light))
    expect(report.employees.filter(({ pBetter }) => pBetter > 0.975 || pBetter < 0.025)).toEqual([])
    expect(report.variance).toBeLessThan(0.05)
  })

  test('rows without a period, or of a single one, are refused', () => {
    expect(() => driftByPeriod(model)).toThrow('BAD_OPTION')
    expect(() =>
      driftByPeriod(
        modelOf(
          survey.rows.map((row) => ({ ...row, period: 'one' })),
          light,
        ),
      ),
    ).toThrow('two periods')
  })
})

describe('nonresponse', () => {
  const { uniform } = randomStream(3)
  const invitations = survey.rows.filter(({ contacts }) => contacts > 0)

  test('shifts nothing worth a note where answering does not depend on the file', () => {
    const answered = invitations.map(() => uniform() < 0.6)
    const partial = modelOf(
      invitations.filter((_, at) => answered[at]),
      light,
    )
    const report = nonresponseSensitivity(
      partial,
      invitations.filter((_, at) => !answered[at]),
    )
    expect(report.employees.filter(({ noteworthy }) => noteworthy)).toEqual([])
    expect(report.responseRate).toBeCloseTo(0.6, 1)
    expect(Math.max(...report.employees.map(({ shift }) => Math.abs(shift)))).toBeLessThan(0.1)
  })

  test('brings back an employee whose contented customers of one kind hardly answer', () => {
    const contented = (row: OpinionRow) => employeeOf(row) === 7 && row.completeness > 0.55
    const rated = shifted(smallSurvey({ rounded: false, answers: 6000 }, 6).rows, (row) => (contented(row) ? 2 : 0)).filter(
      ({ contacts }) => contacts > 0,
    )
    const answered = rated.map((row) => uniform() < (row.completeness > 0.55 ? 0.15 : 0.9))
    const report = nonresponseSensitivity(
      modelOf(
        rated.filter((_, at) => answered[at]),
        light,
      ),
      rated.filter((_, at) => !answered[at]),
    )
    const shifts = report.employees.toSorted((a, b) => b.shift - a.shift)
    expect(shifts[0]!.employee).toBe('e7')
    expect(report.weights.max).toBeGreaterThan(1.2)
  })

  test('an invitation that cannot be true is refused', () => {
    expect(() => nonresponseSensitivity(model, [{ ...invitations[0]!, daysSinceContact: -1 }])).toThrow('BAD_EXPOSURE')
  })
})

describe('who leaves out low ratings', () => {
  const { uniform } = randomStream(12)
  const rated = smallSurvey({ answers: 3000 }, 2).rows.map((row) => ({
    ...row,
    rating: 1 + Math.floor(5 * uniform()),
    contacts: 2,
    exposure: [{ ...row.exposure[0]!, share: 1 }],
  }))
  const excluded = (chance: (row: OpinionRow) => number) => rated.map((row) => (uniform() < chance(row) ? { ...row, contacts: 0 } : row))

  test('is found', () => {
    const rows = excluded((row) => (employeeOf(row) === 5 && row.rating <= 2 ? 0.9 : 0.15))
    const found = compareExcludedLowRatings(rows, config()).filter(({ noteworthy }) => noteworthy)
    expect(found.map(({ employee }) => employee)).toEqual(['e5'])
    expect(found[0]!.share).toBeGreaterThan(3 * found[0]!.colleaguesShare)
  })

  test('is nobody where exclusion does not ask for the rating', () => {
    expect(
      compareExcludedLowRatings(
        excluded(() => 0.15),
        config(),
      ).filter(({ noteworthy }) => noteworthy),
    ).toEqual([])
  })
})

describe('the bias audit', () => {
  const group = (at: number) => (at % 3 === 0 ? 'women' : 'men')
  const backgrounds = (of: (at: number) => string): EmployeeBackground[] =>
    Array.from({ length: 40 }, (_, at) => ({ employee: `e${at}`, attributes: { gender: of(at) }, outcomes: { keptTimes: Math.sin(at) } }))
  const seeds = [1, 2, 3, 4, 5, 6]
  const audits = (gap: number, byOutcome: number) =>
    seeds.map((seed) => {
      const rows = shifted(
        smallSurvey({ rounded: false }, seed).rows,
        (row) => (group(employeeOf(row)) === 'women' ? gap : 0) + byOutcome * Math.sin(employeeOf(row)),
      )
      return auditBias(modelOf(rows, light), backgrounds(group))[0]!
    })

  test('finds a gap of its true size, at equal hard outcomes', () => {
    const gaps = audits(-0.6, 0.5)
    const mean = gaps.reduce((sum, { gap }) => sum + gap, 0) / gaps.length
    expect(mean).toBeGreaterThan(-0.8)
    expect(mean).toBeLessThan(-0.4)
    expect(gaps.filter(({ noteworthy }) => noteworthy).length).toBeGreaterThanOrEqual(4)
    expect(gaps.filter(({ gap, se }) => Math.abs(gap + 0.6) < 1.96 * se).length).toBeGreaterThanOrEqual(4)
    expect(gaps[0]).toMatchObject({ attribute: 'gender', group: 'women', reference: 'men' })
  })

  test('finds none where there is none', () => {
    expect(audits(0, 0.5).filter(({ noteworthy }) => noteworthy).length).toBeLessThanOrEqual(1)
  })

  test('does not guess about people it was told nothing of', () => {
    expect(() => auditBias(model, backgrounds(group).slice(1))).toThrow('BAD_OPTION')
    expect(
      auditBias(
        model,
        backgrounds(() => 'all'),
      ),
    ).toEqual([])
  })
})
