import type { CustomValue } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { readUniqueHolders } from '../fields/field-values.queries.ts'
import { readFields } from '../fields/fields.queries.ts'
import { uniqueKeyOf } from '../fields/tidy-custom.rules.ts'
import type { CustomerFile } from '../files/file.types.ts'
import type { IntakeRow } from './intake.types.ts'

interface UniqueField {
  id: string
  key: string
}

/** Who holds each value of the fields of which no two files may have the same, while rows are laid out. */
export class UniqueValues {
  readonly #fields: readonly UniqueField[]
  readonly #holders: Map<string, string>

  constructor(fields: readonly UniqueField[], holders: Map<string, string>) {
    this.#fields = fields
    this.#holders = holders
  }

  /** Takes the values of a file for it; false where another file has one of them. */
  take({ customerId, custom }: CustomerFile): boolean {
    const wanted = this.#fields.flatMap(({ id, key }) => (custom[key] === undefined ? [] : [placeOf(id, custom[key])]))
    if (wanted.some((place) => (this.#holders.get(place) ?? customerId) !== customerId)) return false
    for (const place of wanted) this.#holders.set(place, customerId)
    return true
  }
}

const placeOf = (fieldId: string, value: CustomValue): string => `${fieldId}\n${uniqueKeyOf(value)}`

/** The holders of the values that these rows bring. */
export async function readHolders(context: Context, rows: readonly IntakeRow[]): Promise<UniqueValues> {
  if (!rows.some(({ custom }) => custom)) return new UniqueValues([], new Map())
  const fields = (await readFields(context)).filter(({ is_unique: isUnique }) => isUnique)
  const wanted = fields.flatMap(({ id, key }) =>
    rows.flatMap(({ custom }) => (custom?.[key] === undefined ? [] : [{ fieldId: id, value: uniqueKeyOf(custom[key]) }])),
  )
  const held = await readUniqueHolders(context, wanted)
  return new UniqueValues(fields, new Map(held.map(({ fieldId, value, customerId }) => [`${fieldId}\n${value}`, customerId])))
}
