import { type AccessClass, accessClasses } from '@parvandeh/contract'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { useRoleWords } from './messages.ts'

/** Which classes of fields a role reads. */
export function FieldClasses({ value, onChange }: { value: readonly AccessClass[]; onChange: (classes: AccessClass[]) => void }) {
  const words = useRoleWords()
  return (
    <Card title={words.fields}>
      <p className="mb-3 text-small text-muted">{words.fieldsHint}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        {accessClasses.map((name) => (
          <Checkbox
            key={name}
            isSelected={value.includes(name)}
            onChange={(held) => onChange(accessClasses.filter((one) => (one === name ? held : value.includes(one))))}
            hint={words.classes[name].hint}
          >
            {words.classes[name].label}
          </Checkbox>
        ))}
      </div>
    </Card>
  )
}
