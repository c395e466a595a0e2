import { EvaluationError } from '../errors.ts'
import type { EvaluationConfig, OpinionRow, UnansweredInvitation } from './types.ts'

const inside = (value: number, least: number, most: number): boolean => value >= least && value <= most

/**
 * Refuses rows that cannot be true, naming the first by its position: NON_FINITE_Y, RATING_RANGE, BAD_SHARE,
 * BAD_EXPOSURE, NON_FINITE_X (case mix), BAD_OPTION (an id used twice). Nothing is computed before all rows pass.
 */
export function checkOpinions(rows: readonly OpinionRow[], config: EvaluationConfig): void {
  const ids = new Set<string>()
  rows.forEach((opinion, row) => {
    if (!Number.isFinite(opinion.rating))
      throw new EvaluationError('NON_FINITE_Y', `rating ${opinion.rating}`, { row, rating: opinion.rating })
    if (!inside(opinion.rating, config.scale.min, config.scale.max)) {
      throw new EvaluationError('RATING_RANGE', `rating ${opinion.rating} is off the scale`, {
        row,
        rating: opinion.rating,
        ...config.scale,
      })
    }
    if (ids.has(opinion.id)) throw new EvaluationError('BAD_OPTION', `two opinions have the id ${opinion.id}`, { row, id: opinion.id })
    ids.add(opinion.id)
  })
  checkInvitations(rows)
}

/** The same for what is known without an answer. */
export function checkInvitations(rows: ReadonlyArray<OpinionRow | UnansweredInvitation>): void {
  const keys = Object.keys(rows[0]?.caseMix ?? {}).sort()
  const kinds = keys.map((key) => typeof rows[0]?.caseMix[key])
  rows.forEach((invitation, row) => {
    checkShares(invitation, row)
    checkContact(invitation, row)
    checkCaseMix(invitation, row, keys, kinds)
  })
}

function checkShares(invitation: UnansweredInvitation, row: number): void {
  let sum = 0
  const seen = new Set<string>()
  for (const { employee, share } of invitation.exposure) {
    if (!inside(share, 0, 1) || seen.has(employee)) {
      throw new EvaluationError('BAD_SHARE', `share ${share} of ${employee}`, { row, employee, share })
    }
    seen.add(employee)
    sum += share
  }
  if (sum > 1 + 1e-9) throw new EvaluationError('BAD_SHARE', `shares sum to ${sum}`, { row, sum })
}

function checkContact(invitation: UnansweredInvitation, row: number): void {
  const { contacts, minutes = 0, daysSinceContact, completeness, trust = 0, careless = 0 } = invitation
  const faults: Array<[boolean, string]> = [
    [!Number.isInteger(contacts) || contacts < 0, 'contacts'],
    [!inside(minutes, 0, Number.MAX_VALUE), 'minutes'],
    [!inside(daysSinceContact, 0, Number.MAX_VALUE), 'daysSinceContact'],
    [!inside(completeness, 0, 1), 'completeness'],
    [!inside(trust, 0, 1), 'trust'],
    [!Number.isFinite(careless), 'careless'],
  ]
  const fault = faults.find(([wrong]) => wrong)
  if (fault) throw new EvaluationError('BAD_EXPOSURE', `${fault[1]} cannot be so`, { row, field: fault[1] })
}

function checkCaseMix(invitation: UnansweredInvitation, row: number, keys: readonly string[], kinds: readonly string[]): void {
  const same = Object.keys(invitation.caseMix).length === keys.length
  const fault = keys.find((key, index) => {
    const value = invitation.caseMix[key]
    return typeof value !== kinds[index] || (typeof value === 'number' && !Number.isFinite(value))
  })
  if (!same || fault !== undefined)
    throw new EvaluationError('NON_FINITE_X', `case mix ${fault ?? 'has other keys'}`, { row, field: fault })
}
