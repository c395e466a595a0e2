import type { OwnSchemas } from '../../../platform/http/own-schemas.ts'
import type { FieldRow } from '../customers.tables.ts'
import { readFields } from './fields.queries.ts'

type Json = Record<string, unknown>

/** The organisation's own fields in the description of the API: those that the caller may read, and nothing to a stranger. */
export const ownFieldSchemas: OwnSchemas = {
  property: 'custom',
  name: 'CustomFields',
  properties: async (context) => {
    if (context.actor.grants['customers.read'] === undefined) return {}
    const fields = (await readFields(context)).filter(({ access_class }) => context.actor.fieldClasses.has(access_class))
    return Object.fromEntries(fields.map((field) => [field.key, schemaOf(field)]))
  },
}

function schemaOf(field: FieldRow): Json {
  const words = [field.label_fa, field.label_en, field.help_fa, field.help_en].filter((word) => word !== null)
  return { ...valueOf(field), description: words.join(' · ') }
}

const orNull = (type: string, more: Json = {}): Json => ({ type: [type, 'null'], ...more })
const bounds = (least: string, most: string, { rules }: FieldRow): Json => ({
  ...(rules.least !== undefined && { [least]: rules.least }),
  ...(rules.most !== undefined && { [most]: rules.most }),
})
const keysOf = ({ choices }: FieldRow) => choices.filter(({ retired }) => !retired).map(({ key }) => key)

function valueOf(field: FieldRow): Json {
  switch (field.type) {
    case 'number':
      return orNull('number', bounds('minimum', 'maximum', field))
    case 'money':
      return orNull('integer', bounds('minimum', 'maximum', field))
    case 'yes-no':
      return orNull('boolean')
    case 'date':
      return orNull('string', { format: 'date' })
    case 'choice':
      return orNull('string', { enum: [...keysOf(field), null] })
    case 'choices':
      return orNull('array', { items: { type: 'string', enum: keysOf(field) } })
    case 'person':
    case 'customer':
    case 'file':
      return orNull('string', { format: 'uuid' })
    case 'text':
    case 'long-text':
    case 'address':
    case 'email':
    case 'phone':
      return orNull('string', bounds('minLength', 'maxLength', field))
  }
}
