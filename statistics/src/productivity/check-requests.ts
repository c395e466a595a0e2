import { EvaluationError } from '../errors.ts'
import type { ProductivityConfig, RequestRow } from './types.ts'

/** Refuses requests that cannot be true, naming the first; hours available must be above 0. */
export function checkRequests(rows: readonly RequestRow[], { hoursAvailable = {} }: ProductivityConfig): void {
  const keys = JSON.stringify(Object.keys(rows[0]?.facts ?? {}).sort())
  const ids = new Set<string>()
  rows.forEach(({ id, hours, facts = {}, closed, handedOver }, row) => {
    if (!(hours > 0 && hours < Infinity)) throw new EvaluationError('NON_FINITE_Y', `${hours} hours`, { row, hours })
    if (closed && handedOver) throw new EvaluationError('BAD_OPTION', 'a request handed over was not closed by this employee', { row })
    const finite = Object.values(facts).every((value) => typeof value === 'string' || Number.isFinite(value))
    if (!finite || JSON.stringify(Object.keys(facts).sort()) !== keys)
      throw new EvaluationError('NON_FINITE_X', 'facts differ from row to row', { row })
    if (ids.has(id)) throw new EvaluationError('BAD_OPTION', `two requests have the id ${id}`, { row, id })
    ids.add(id)
  })
  const wrong = Object.entries(hoursAvailable).find(([, hours]) => !(hours > 0 && hours < Infinity))
  if (wrong) throw new EvaluationError('BAD_OPTION', `${wrong[1]} hours available`, { employee: wrong[0] })
}
