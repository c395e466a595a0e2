import { type Condition, conditionHolds, type CustomField } from '@parvandeh/contract'
import { OwnInput } from '../../../own-fields/OwnInput.tsx'
import { useLabelOf, useOwnFields } from '../../../own-fields/use-own-fields.ts'
import { useFormat } from '../../../persian/format.ts'
import { FieldRow, FormSection } from '../../../ui/FormLayout.tsx'
import { Doubted } from './Doubted.tsx'
import { useForm } from './use-customer-form.ts'
import type { Values } from './values.ts'

const wide = new Set<CustomField['type']>(['long-text', 'address', 'choices'])

/** The organisation's own fields in their groups; what the rest of the form leaves out is not asked for. */
export function OwnFields({ focus }: { focus: string | undefined }) {
  const { values } = useForm()
  const labelOf = useLabelOf()
  const format = useFormat()
  const { groups } = useOwnFields(values.kind)
  const isAsked = ({ visibleWhen }: CustomField) =>
    visibleWhen === null || conditionHolds(visibleWhen as Condition, formOf(values), format.today())
  return groups
    .map((group) => ({ ...group, fields: group.fields.filter(isAsked) }))
    .filter(({ fields }) => fields.length > 0)
    .map(({ id, label, fields }) => (
      <FormSection key={id} title={labelOf(label)}>
        {rowsOf(fields).map((row) => (
          <FieldRow key={row[0]?.id}>
            {row.map((field) => (
              <OwnField key={field.id} field={field} isFocused={focus === `custom.${field.key}`} />
            ))}
          </FieldRow>
        ))}
      </FormSection>
    ))
}

/** Short fields stand side by side, long ones by themselves. */
function rowsOf(fields: readonly CustomField[]): CustomField[][] {
  const rows: CustomField[][] = []
  for (const field of fields) {
    const last = rows.at(-1)
    if (last && last.length < 3 && !wide.has(field.type) && last.every(({ type }) => !wide.has(type))) last.push(field)
    else rows.push([field])
  }
  return rows
}

const formOf = ({ custom, ...values }: Values): Record<string, unknown> => ({
  ...values,
  ...Object.fromEntries(Object.entries(custom).map(([key, value]) => [`x.${key}`, value])),
})

function OwnField({ field, isFocused }: { field: CustomField; isFocused: boolean }) {
  const { values, setOwn, leave, problems, customerId, names } = useForm()
  const path = `custom.${field.key}`
  return (
    <Doubted field={path}>
      <OwnInput
        field={field}
        value={values.custom[field.key]}
        onChange={(value) => setOwn(field.key, value)}
        onBlur={() => leave(path)}
        problem={problems[path]}
        autoFocus={isFocused}
        customerId={customerId}
        names={names}
      />
    </Doubted>
  )
}
