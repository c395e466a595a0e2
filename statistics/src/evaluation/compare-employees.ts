import { EvaluationError } from '../errors.ts'
import { employeeEffects } from './employee-effects.ts'
import { employeeComponents } from './employee-components.ts'
import type { OpinionModel } from './fit-opinion-model.ts'

/** How two employees compare, by their joint draws. */
export interface EmployeeComparison {
  /** Points by which the first is above the second. */
  difference: number
  se: number
  /** Probability that the first is truly above the second. */
  pAbove: number
}

/**
 * Compares two employees of one component. Their estimates are correlated through common customers, so this is not to be
 * read off two intervals. Throws BAD_OPTION where one of them is not in the model, where the model shows no difference
 * between employees, and where nothing links the two.
 */
export function compareEmployees(model: OpinionModel, first: string, second: string): EmployeeComparison {
  const effects = employeeEffects(model)
  const [one, other] = [first, second].map((employee) => model.prepared.employees.indexOf(employee)) as [number, number]
  if (one < 0 || other < 0) throw new EvaluationError('BAD_OPTION', 'not in the model', { employee: one < 0 ? first : second })
  if (!effects || effects.atBoundary) throw new EvaluationError('BAD_OPTION', 'no difference between employees can be shown')
  const components = employeeComponents(model)
  if (components[one] !== components[other]) throw new EvaluationError('BAD_OPTION', 'nothing links the two', { first, second })
  const { draws, seed } = model.config
  const difference = effects.effect[one]! - effects.effect[other]!
  let [above, squares] = [0, 0]
  effects.eachDraw(draws, seed, (draw) => {
    const drawn = draw[one]! - draw[other]!
    if (drawn > 0) above += 1
    squares += (drawn - difference) ** 2
  })
  return { difference, se: Math.sqrt(squares / draws), pAbove: above / draws }
}
