import { describe, expect, test } from 'vitest'
import { config, modelOf, smallSurvey } from './opinions.fixtures.ts'
import { ordinalCrossCheck } from './ordinal-cross-check.ts'

const survey = smallSurvey({ employees: 25, customers: 300, answers: 1200, employeeSd: 0.6 })
/** A scale on which most are content: 1, 2, 3 with seven in ten on 3. */
const crowded = survey.rows.map((row) => ({ ...row, rating: row.rating >= 4 ? 3 : row.rating === 3 ? 2 : 1 }))

describe('the ordinal cross-check', () => {
  test('is not needed where answers spread over the scale', () => {
    expect(ordinalCrossCheck(modelOf(survey.rows))).toMatchObject({ needed: false, differing: [] })
  })

  test('is made where answers crowd on one end, and names those whose conclusion depends on it', () => {
    const model = modelOf(crowded, config({ scale: { min: 1, max: 3 } }))
    const check = ordinalCrossCheck(model)
    expect(check).toMatchObject({ needed: true, converged: true })
    expect(check.shareAtEnd).toBeGreaterThan(0.6)
    expect(check.differing.length).toBeLessThan(0.3 * model.prepared.employees.length)
    for (const { byPoints, byOrder } of check.differing) expect([byPoints, byOrder]).toContain('no difference shown')
  })

  test('half points are not categories', () => {
    const halves = crowded.map((row, at) => (at === 5 || row.contacts === 0 ? row : at % 40 === 1 ? { ...row, rating: 2.5 } : row))
    expect(() => ordinalCrossCheck(modelOf(halves, config({ scale: { min: 1, max: 3 } })))).toThrow('BAD_OPTION')
  })
})
