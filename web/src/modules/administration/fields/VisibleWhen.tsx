import type { Condition, CustomField, Leaf } from '@parvandeh/contract'
import { useLabelOf } from '../../../own-fields/use-own-fields.ts'
import { FieldRow, FormSection } from '../../../ui/FormLayout.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { Definition } from './field.types.ts'
import { useFieldWords } from './messages.ts'

interface VisibleWhenProps {
  given: Definition
  set: (change: Partial<Definition>) => void
  /** The other fields, of which it may depend. */
  fields: readonly CustomField[]
  problem: string | undefined
}

const isLeaf = (condition: Condition): condition is Leaf => 'field' in condition

/** Whether a field is asked for always, or only with a certain value of another. */
export function VisibleWhen({ given, set, fields, problem }: VisibleWhenProps) {
  const words = useFieldWords()
  const condition = given.visibleWhen ?? null
  const first = fields[0]
  if (condition === null && first === undefined) return null
  const leaf = condition !== null && isLeaf(condition) ? condition : null
  if (condition !== null && leaf === null)
    return (
      <FormSection title={words.visible}>
        <p className="text-small text-muted">{words.complex}</p>
      </FormSection>
    )
  return (
    <FormSection title={words.visible}>
      <Segmented
        className="max-w-xs"
        label={words.visible}
        value={leaf === null ? 'always' : 'sometimes'}
        onChange={(id) => set({ visibleWhen: id === 'always' || !first ? null : { field: `x.${first.key}`, is: 'filled' } })}
        options={[
          { id: 'always', label: words.always },
          { id: 'sometimes', label: words.sometimes },
        ]}
      />
      {leaf && <LeafFields leaf={leaf} fields={fields} onChange={(visibleWhen) => set({ visibleWhen })} />}
      {problem && <p className="text-small text-danger">{problem}</p>}
    </FormSection>
  )
}

function LeafFields({ leaf, fields, onChange }: { leaf: Leaf; fields: readonly CustomField[]; onChange: (leaf: Leaf) => void }) {
  const words = useFieldWords()
  const labelOf = useLabelOf()
  const field = fields.find(({ key }) => `x.${key}` === leaf.field)
  const values = [
    { id: 'filled', label: words.isFilled },
    ...(field?.type === 'yes-no'
      ? [
          { id: 'true', label: words.isTrue },
          { id: 'false', label: words.isFalse },
        ]
      : (field?.choices ?? []).map(({ key, label }) => ({ id: `= ${key}`, label: `${words.isEqual} «${labelOf(label)}»` }))),
  ]
  const isMany = field?.type === 'choices'
  const said = Array.isArray(leaf.value) ? leaf.value[0] : leaf.value
  const chosen = leaf.is === 'filled' ? 'filled' : typeof said === 'boolean' ? String(said) : `= ${said}`
  const choose = (id: string) => {
    if (id === 'filled') return onChange({ field: leaf.field, is: 'filled' })
    if (id === 'true' || id === 'false') return onChange({ field: leaf.field, is: 'equals', value: id === 'true' })
    return onChange({ field: leaf.field, is: isMany ? 'one-of' : 'equals', value: isMany ? [id.slice(2)] : id.slice(2) })
  }
  return (
    <FieldRow>
      <Select
        label={words.visibleField}
        options={fields.map(({ key, label }) => ({ id: `x.${key}`, label: labelOf(label) }))}
        value={leaf.field}
        onChange={(key) => onChange({ field: key, is: 'filled' })}
      />
      <Select label={words.visibleValue} options={values} value={chosen} onChange={choose} />
    </FieldRow>
  )
}
