import type { FieldRow } from '../customers.tables.ts'
import { isEmail, phoneProblem } from '../files/doubts.rules.ts'
import type { Doubt } from '../files/doubts.rules.ts'
import type { CustomValues } from '../files/file.types.ts'

/** Numbers and addresses that look wrong among the custom values: doubted as those of the ways to reach a customer are. */
export const customDoubts = (fields: readonly FieldRow[], custom: CustomValues): Doubt[] =>
  fields.flatMap(({ key, type, access_class: accessClass }) => {
    const value = custom[key]
    const problem =
      typeof value !== 'string'
        ? undefined
        : type === 'phone'
          ? phoneProblem(value)
          : type === 'email' && !isEmail(value)
            ? 'not-an-email'
            : undefined
    return problem === undefined ? [] : [{ field: `custom.${key}`, problem, suggestion: null, accessClass }]
  })
