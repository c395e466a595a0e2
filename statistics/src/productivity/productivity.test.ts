import { describe, expect, test } from 'vitest'
import { DESK, generateRequests, type DeskSetting } from '../../simulation/generate-requests.ts'
import { config, modelOf, smallSurvey } from '../evaluation/opinions.fixtures.ts'
import { cherryPicking, withStandardHours } from './cherry-picking.ts'
import { fitProductivity, fitProductivityModel } from './fit-productivity.ts'
import { qualityBySpeed } from './quality-by-speed.ts'
import type { ProductivityReport, RequestRow } from './types.ts'

const desk = (change: Partial<DeskSetting> = {}, seed = 1) => generateRequests({ ...DESK, employees: 24, hours: 60, ...change }, seed)
const first = desk()
const fitted = fitProductivityModel(first.requests, { hoursAvailable: first.hoursAvailable })
const { report } = fitted
const truthOf = (speed: Float64Array, employee: string) => speed[Number(employee.slice(1))]!

describe('speed at equal work', () => {
  test('recovers true speeds with honest intervals, whatever work was taken', () => {
    const errors = [1, 2, 3].flatMap((seed) => {
      const { requests, speed } = desk({}, seed)
      const mean = speed.reduce((sum, one) => sum + one, 0) / speed.length
      return fitProductivity(requests).employees.map((one) => ({
        error: (one.speed ?? 0) - truthOf(speed, one.employee) + mean,
        se: one.se ?? 1,
      }))
    })
    expect(errors.filter(({ error, se }) => Math.abs(error) < 1.96 * se).length / errors.length).toBeGreaterThan(0.88)
    expect(Math.abs(errors.reduce((sum, { error }) => sum + error, 0) / errors.length)).toBeLessThan(0.05)
  })

  test('credits standard hours: picking easy requests earns nothing', () => {
    const [pickers, others] = [true, false].map((picks) =>
      report.employees.filter(({ employee }) => Number(employee.slice(1)) < 6 === picks),
    )
    const excess = (some: typeof report.employees) =>
      some.reduce((sum, { employee, adjustedProductivity }) => sum + Math.log(adjustedProductivity!) - truthOf(first.speed, employee), 0) /
      some.length
    expect(Math.abs(excess(pickers!) - excess(others!))).toBeLessThan(0.15)
  })

  test('knows how long a category takes', () => {
    const known = report.categories.toSorted((a, b) => b.standardHours - a.standardHours)
    expect(known).toHaveLength(12)
    expect(known[0]!.standardHours / known.at(-1)!.standardHours).toBeGreaterThan(3)
    expect(known.reduce((sum, { requests }) => sum + requests, 0)).toBe(report.requests)
  })

  test('says nothing where all are equally fast', () => {
    const outside = [1, 2, 3, 4].flatMap((seed) =>
      fitProductivity(desk({ speedSd: 0 }, seed).requests).employees.filter(
        ({ interval95 }) => interval95 && (interval95[0] > 0 || interval95[1] < 0),
      ),
    )
    expect(outside.length).toBeLessThanOrEqual(2)
  })

  test('a request that is still open is not taken for a quick one', () => {
    const cut = first.requests.map((row): RequestRow =>
      row.employee === 'e5' && row.hours > 0.4 ? { ...row, hours: 0.4, closed: false } : row,
    )
    const of = (one: ProductivityReport) => one.employees.find(({ employee }) => employee === 'e5')!.speed!
    expect(Math.abs(of(fitProductivity(cut)) - of(report))).toBeLessThan(0.25)
    const naive = of(fitProductivity(cut.map((row) => ({ ...row, closed: true }))))
    expect(naive - of(report)).toBeGreaterThan(0.3)
  })

  test('reopened requests earn no credit, and a column leaves out what was handed over', () => {
    const rows = first.requests.map((row, at): RequestRow =>
      row.employee === 'e7' && row.closed ? { ...row, ...(at % 2 ? { reopened: true } : { closed: false, handedOver: true }) } : row,
    )
    const changed = fitProductivity(rows).employees.find(({ employee }) => employee === 'e7')!
    expect(changed.creditedHours).toBe(0)
    expect(changed.speedWithoutHandovers).not.toBe(changed.speed)
    expect(report.employees.every(({ speed, speedWithoutHandovers }) => speed === speedWithoutHandovers)).toBe(true)
  })

  test('one employee alone has nobody to be compared with', () => {
    const alone = fitProductivity(first.requests.filter(({ employee }) => employee === 'e1'))
    expect(alone.finding).toBe('nobody-to-compare-with')
    expect(alone.employees).toMatchObject([{ status: 'suppressed', speed: null, se: null }])
  })

  test('neither the order of the requests nor the names change anything', () => {
    const renamed = first.requests.toReversed().map((row, at) => ({
      ...row,
      id: `x${at}`,
      employee: `z${99 - Number(row.employee.slice(1))}`,
      category: `q${50 - Number(row.category.slice(1))}`,
    }))
    const other = fitProductivity(renamed, { hoursAvailable: {} })
    for (const { employee, speed, se } of report.employees) {
      const twin = other.employees.find((one) => one.employee === `z${99 - Number(employee.slice(1))}`)!
      expect([Math.abs(twin.speed! - speed!), Math.abs(twin.se! - se!)].every((difference) => difference < 1e-9)).toBe(true)
    }
  })

  test('requests that cannot be true are refused by their row', () => {
    const spoilt = (change: Partial<RequestRow>) => () =>
      fitProductivity([...first.requests, { ...first.requests[0]!, id: 'x', ...change }])
    expect(spoilt({ hours: 0 })).toThrow('NON_FINITE_Y')
    expect(spoilt({ hours: Infinity })).toThrow('NON_FINITE_Y')
    expect(spoilt({ facts: { priority: 1 } })).toThrow('NON_FINITE_X')
    expect(spoilt({ closed: true, handedOver: true })).toThrow('BAD_OPTION')
    expect(spoilt({ id: 'r0' })).toThrow('BAD_OPTION')
    expect(() => fitProductivity(first.requests, { hoursAvailable: { e1: 0 } })).toThrow('BAD_OPTION')
    expect(() => fitProductivity([])).toThrow('TOO_FEW_ROWS')
  })
})

describe('cherry-picking', () => {
  test('finds those who pick, and only them', () => {
    const found = cherryPicking(withStandardHours(first.picks, fitted)).filter(({ noteworthy }) => noteworthy)
    expect(found.map(({ employee }) => employee)).toEqual(['e0', 'e1', 'e2', 'e3', 'e4', 'e5'])
    for (const { hoursTakenMinusOffered } of found) expect(hoursTakenMinusOffered).toBeLessThan(0)
  })

  test('finds nobody where nobody picks, and its score is standard normal then', () => {
    const scores = [1, 2, 3, 4].flatMap((seed) => {
      const { requests, picks } = desk({ kappa: 0 }, seed)
      const results = cherryPicking(withStandardHours(picks, fitProductivityModel(requests)))
      expect(results.filter(({ noteworthy }) => noteworthy)).toEqual([])
      return results.map(({ D }) => D)
    })
    const mean = scores.reduce((sum, D) => sum + D, 0) / scores.length
    const variance = scores.reduce((sum, D) => sum + (D - mean) ** 2, 0) / scores.length
    expect(Math.abs(mean)).toBeLessThan(0.35)
    expect(variance).toBeGreaterThan(0.6)
    expect(variance).toBeLessThan(1.5)
  })

  test('difficulty is told by colleagues: slow work of one employee does not make a category look hard to them', () => {
    const slow = first.requests.map((row) => (row.employee === 'e9' && row.category === 'k3' ? { ...row, hours: row.hours * 20 } : row))
    const [before, after] = [fitted, fitProductivityModel(slow)].map((one) =>
      Math.log(one.hoursWithout('e9', 'k3') / one.hoursWithout('e9', 'k4')),
    )
    const [mine, theirs] = [fitted, fitProductivityModel(slow)].map((one) =>
      Math.log(one.hoursWithout('e8', 'k3') / one.hoursWithout('e8', 'k4')),
    )
    expect(Math.abs(after! - before!)).toBeLessThan(0.1)
    expect(theirs! - mine!).toBeGreaterThan(0.1)
  })

  test('those who never had a choice are left out, and an impossible pick is refused by its row', () => {
    expect(
      cherryPicking([
        { employee: 'e1', taken: 2, offered: [2] },
        { employee: 'e2', taken: 2, offered: [2, 2] },
      ]),
    ).toEqual([])
    expect(() => cherryPicking([{ employee: 'e1', taken: 3, offered: [1, 2] }])).toThrow('BAD_OPTION')
    expect(() => cherryPicking([{ employee: 'e1', taken: 1, offered: [1, 0] }])).toThrow('BAD_OPTION')
  })
})

describe('quality beside speed', () => {
  const model = modelOf(smallSurvey({ employees: 24 }).rows, config())
  const display = qualityBySpeed(model, fitted)

  test('shows only those of whom both may be shown, with probabilities that fit together', () => {
    expect(display.length).toBeGreaterThan(8)
    for (const { pBothAboveMedian, pFastAndPoor, radius95 } of display) {
      expect(pBothAboveMedian + pFastAndPoor).toBeLessThanOrEqual(1)
      expect(Math.min(radius95.quality, radius95.speed)).toBeGreaterThan(0)
    }
    const fast = display.reduce((sum, one) => sum + one.pBothAboveMedian + one.pFastAndPoor, 0)
    expect(fast).toBeCloseTo(Math.floor(display.length / 2), 9)
  })

  test('the fast and good are found to be both', () => {
    const best = display.toSorted((a, b) => b.pBothAboveMedian - a.pBothAboveMedian)[0]!
    expect(best.quality).toBeGreaterThan(display.reduce((sum, { quality }) => sum + quality, 0) / display.length)
    expect(best.speed).toBeGreaterThan(0)
  })

  test('three people have no median worth naming', () => {
    const rows = smallSurvey({ employees: 24 }).rows.filter(({ exposure }) => ['e1', 'e2', 'e3'].includes(exposure[0]!.employee))
    expect(qualityBySpeed(modelOf(rows, config()), fitted)).toEqual([])
  })
})
