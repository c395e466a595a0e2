import { accessClasses } from '@parvandeh/contract'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { FieldRow, FormSection } from '../../../ui/FormLayout.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { Definition } from './field.types.ts'
import { useFieldWords } from './messages.ts'

interface BehaviourFieldsProps {
  given: Definition
  set: (change: Partial<Definition>) => void
  problems: Record<string, string>
}

const never: Partial<Record<Definition['type'], readonly ('unique' | 'searchable' | 'filtered')[]>> = {
  file: ['unique', 'searchable', 'filtered'],
  'yes-no': ['unique', 'searchable'],
  choice: ['unique'],
  choices: ['unique'],
  'long-text': ['unique'],
  money: ['searchable'],
  date: ['searchable'],
  person: ['searchable'],
  customer: ['searchable'],
}

/** For whom the field is, who may read it, and what is asked of its values. */
export function BehaviourFields({ given, set, problems }: BehaviourFieldsProps) {
  const words = useFieldWords()
  const can = (what: 'unique' | 'searchable' | 'filtered') => !never[given.type]?.includes(what)
  const kind = given.kinds.length === 1 ? (given.kinds[0] ?? 'both') : 'both'
  return (
    <FormSection title={words.behaviour}>
      <FieldRow>
        <Segmented
          showLabel
          label={words.kinds}
          value={kind}
          onChange={(id) => set({ kinds: id === 'both' ? ['person', 'organisation'] : [id] })}
          options={[
            { id: 'both', label: words.bothKinds },
            { id: 'person', label: words.kindNames.person },
            { id: 'organisation', label: words.kindNames.organisation },
          ]}
        />
        <Select
          label={words.accessClass}
          hint={words.accessHint}
          options={accessClasses.map((id) => ({ id, label: words.classes[id] }))}
          value={given.accessClass}
          onChange={(accessClass) => set({ accessClass })}
          problem={problems.accessClass}
        />
      </FieldRow>
      <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        <Checkbox isSelected={given.required} onChange={(required) => set({ required })} hint={words.requiredHint}>
          {words.required}
        </Checkbox>
        {can('unique') && (
          <Checkbox isSelected={given.unique} onChange={(unique) => set({ unique })} hint={problems.unique ?? words.uniqueHint}>
            {words.unique}
          </Checkbox>
        )}
        {can('searchable') && (
          <Checkbox isSelected={given.searchable} onChange={(searchable) => set({ searchable })}>
            {words.searchable}
          </Checkbox>
        )}
        {can('filtered') && (
          <Checkbox isSelected={given.filtered} onChange={(filtered) => set({ filtered })} hint={words.filteredHint}>
            {words.filtered}
          </Checkbox>
        )}
      </div>
    </FormSection>
  )
}
