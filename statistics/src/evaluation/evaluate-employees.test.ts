import { describe, expect, test } from 'vitest'
import { randomStream } from '../random.ts'
import { evaluateEmployees, reportOn } from './evaluate-employees.ts'
import { roundedSteps } from './explain-score.ts'
import { config, modelOf, ordinaryRow, plainRows, smallSurvey } from './opinions.fixtures.ts'
import type { EmployeeScore, EvaluationReport, OpinionRow } from './types.ts'

const survey = smallSurvey()
const report = evaluateEmployees(survey.rows, config())
const shown = report.employees.filter(({ status }) => status === 'shown')

describe('the report', () => {
  test('says what it was made of', () => {
    expect(report).toMatchObject({ finding: 'scored', version: '1', seed: 1, components: 1, notIdentified: [], droppedColumns: [] })
    expect(report.dataHash).toMatch(/^[0-9a-f]{64}$/)
    expect(report.counts.eligible + report.counts['no-contact']).toBe(report.counts.opinions)
    expect(report.convergence!.converged).toBe(true)
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })

  test('lists employees by name, never by score', () => {
    const names = report.employees.map(({ employee }) => employee)
    expect(names).toEqual(names.toSorted())
  })

  test('explains every score by changes that add up to it exactly, also as printed', () => {
    for (const { score, steps, rawMean } of report.employees.filter((one) => one.score !== null)) {
      expect(steps.map(({ step }) => step)).toEqual(['raw', 'ineligible', 'casemix', 'leniency', 'weights', 'shrinkage'])
      expect(steps[0]!.after).toBe(rawMean)
      expect(steps.at(-1)!.after).toBe(score)
      expect(Math.abs(steps.reduce((sum, { change }) => sum + change, 0) - score!)).toBeLessThan(1e-12)
      const printed = roundedSteps(steps)
      expect(printed.reduce((sum, { change }) => sum + Math.round(100 * change), 0)).toBe(Math.round(100 * score!))
    }
  })

  test('gives chances of a quarter that sum to a quarter of those ranked', () => {
    const sum = (of: (rank: NonNullable<EmployeeScore['rank']>) => number) => shown.reduce((total, { rank }) => total + of(rank!), 0)
    expect(shown.length).toBeGreaterThan(10)
    expect(sum(({ pTopQuarter }) => pTopQuarter)).toBeCloseTo(Math.round(shown.length / 4), 9)
    expect(sum(({ pBottomQuarter }) => pBottomQuarter)).toBeCloseTo(Math.round(shown.length / 4), 9)
    expect(sum(({ expected }) => expected)).toBeCloseTo((shown.length * (shown.length + 1)) / 2, 6)
  })

  test('shows nothing of those with too little evidence but how much more it takes', () => {
    const rows = [
      ...survey.rows,
      { ...survey.rows.find(({ contacts }) => contacts > 0)!, id: 'new', exposure: [{ employee: 'newcomer', share: 1 }] },
    ]
    const newcomer = evaluateEmployees(rows, config()).employees.find(({ employee }) => employee === 'newcomer')!
    expect(newcomer).toMatchObject({
      status: 'suppressed',
      score: null,
      se: null,
      interval95: null,
      rawMean: null,
      pBelow: null,
      steps: [],
    })
    expect(newcomer.rank).toBeUndefined()
    expect(newcomer.moreOpinionsNeeded).toBeGreaterThanOrEqual(4)
  })

  test('keeps provisional scores out of every ranking', () => {
    const provisional = reportOn(
      modelOf(survey.rows, { minimum: { customers: 5, equivalentOpinions: 5, reliability: 0.4, fullReliability: 0.9 } }),
    ).employees.filter(({ status }) => status === 'provisional')
    expect(provisional.length).toBeGreaterThan(0)
    for (const one of provisional) expect([one.rank, one.moreOpinionsNeeded > 0]).toEqual([undefined, true])
  })

  test('an ineligible opinion never moves a score', () => {
    const angry = Array.from({ length: 100 }, (_, at): OpinionRow => ({
      ...survey.rows[0]!,
      id: `angry${at}`,
      rating: 1,
      contacts: 0,
      exposure: [{ employee: 'e1', share: 0 }],
    }))
    const again = evaluateEmployees([...survey.rows, ...angry], config())
    expect(again.employees.map(({ score }) => score)).toEqual(report.employees.map(({ score }) => score))
  })
})

describe('neither the order of the rows nor the names of the ids change anything', () => {
  const { uniform } = randomStream(5)
  const shuffled = survey.rows
    .map((row) => ({ row, key: uniform() }))
    .sort((a, b) => a.key - b.key)
    .map(({ row }) => row)
  const renamed = (name: string) => `${(Number(name.slice(1)) * 7919 + 13) % 10_007}`
  const other = evaluateEmployees(
    shuffled.map((row, at) => ({
      ...row,
      id: `r${at}`,
      customer: renamed(row.customer),
      exposure: row.exposure.map(({ employee, share }) => ({ employee: renamed(employee), share })),
      groups: { branch: renamed(row.groups!.branch!) },
    })),
    config(),
  )
  const find = (employee: string) => other.employees.find((one) => one.employee === renamed(employee))!

  test('scores, intervals, ranks and explanations agree to 1e-9', () => {
    for (const { employee: _name, steps, rank, interval95, ...score } of report.employees) {
      const twin = find(_name)
      for (const [key, value] of Object.entries(score)) {
        if (typeof value === 'number') expect(Math.abs(value - (twin[key as keyof typeof twin] as number))).toBeLessThan(1e-9)
        else expect(twin[key as keyof typeof twin]).toEqual(value)
      }
      interval95?.forEach((end, at) => expect(Math.abs(end - twin.interval95![at]!)).toBeLessThan(1e-9))
      steps.forEach(({ change }, at) => expect(Math.abs(change - twin.steps[at]!.change)).toBeLessThan(1e-9))
      expect(twin.rank).toEqual(rank)
    }
  })

  test('the hash of the data ignores the order of rows and keys, not a changed rating', () => {
    const hashOf = (rows: OpinionRow[]) => evaluateEmployees(rows, config({ groups: [] })).dataHash
    const rows = plainRows(3, 6)
    const turned = rows.toReversed().map((row) => Object.fromEntries(Object.entries(row).toReversed()) as unknown as OpinionRow)
    expect(hashOf(turned)).toBe(hashOf(rows))
    expect(hashOf([{ ...rows[0]!, rating: 4.5 }, ...rows.slice(1)])).not.toBe(hashOf(rows))
  })
})

describe('what the data cannot show is said', () => {
  test('without any difference between employees all have the mean, and nobody is flagged or ranked', () => {
    const seeds = [1, 2, 3]
    const reports = seeds.map((seed) =>
      evaluateEmployees(smallSurvey({ employeeSd: 0, employees: 60, answers: 2500, customers: 600 }, seed).rows, config()),
    )
    const certain = (one: EvaluationReport) => one.employees.filter(({ pBelow, pAbove }) => Math.max(pBelow ?? 0, pAbove ?? 0) >= 0.95)
    expect(reports.flatMap(certain)).toEqual([])
    const flat = reports.find(({ finding }) => finding === 'no-difference-can-be-shown')!
    expect(flat.employees.every(({ score, se, rank }) => score === flat.meanScale && se === null && rank === undefined)).toBe(true)
  })

  test('employees without a common customer are in components, and ranked only within', () => {
    const [here, there] = [smallSurvey({}, 1), smallSurvey({}, 2)]
    const abroad = there.rows.map((row): OpinionRow => ({
      ...row,
      id: `x${row.id}`,
      customer: `x${row.customer}`,
      exposure: row.exposure.map(({ employee, share }) => ({ employee: `x${employee}`, share })),
    }))
    const rows = [...here.rows, ...abroad]
    const apart = evaluateEmployees(rows, config())
    expect(apart.components).toBe(2)
    for (const component of [1, 2]) {
      const ranked = apart.employees.filter((one) => one.component === component && one.rank)
      expect(Math.max(...ranked.map(({ rank }) => rank!.expected))).toBeLessThanOrEqual(ranked.length)
    }
    expect(evaluateEmployees(rows, config({ linkingGroups: ['branch'] })).components).toBe(1)
  })

  test('a difference that is there is found, with intervals that cover the truth', () => {
    const scored = report.employees.filter(({ score }) => score !== null)
    const truth = new Map(Array.from(survey.truth, (value, at) => [`e${at}`, value]))
    const mean = scored.reduce((sum, { employee }) => sum + truth.get(employee)!, 0) / scored.length
    const centre = scored.reduce((sum, { score }) => sum + score!, 0) / scored.length
    const covered = scored.filter(({ employee, score, se }) => Math.abs(score! - centre - (truth.get(employee)! - mean)) < 1.96 * se!)
    expect(covered.length / scored.length).toBeGreaterThan(0.85)
  })
})

describe('who may count', () => {
  const base = plainRows(4, 12)
  const withOne = (row: Partial<OpinionRow>) =>
    evaluateEmployees([...base, { ...ordinaryRow, id: 'one', ...row }], config({ groups: [] })).counts

  test('an opinion without contact, without a share, or of the employee judged does not', () => {
    expect(withOne({ contacts: 0 })['no-contact']).toBe(1)
    expect(withOne({ exposure: [] })['no-contact']).toBe(1)
    expect(withOne({ respondentEmployee: 'e1' })['own-answer']).toBe(1)
    expect(withOne({ respondentEmployee: 'e2' })['own-answer']).toBe(0)
  })

  test('of several answers on one episode the last one counts', () => {
    const first = { ...ordinaryRow, id: 'first', episode: 'p', answeredAt: 1 }
    const counts = evaluateEmployees([...base, first, { ...first, id: 'second', rating: 1, answeredAt: 2 }], config({ groups: [] })).counts
    expect([counts.superseded, counts.eligible]).toEqual([1, base.length + 1])
  })
})
