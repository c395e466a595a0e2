import { FieldRow, FormSection } from '../../../ui/FormLayout.tsx'
import { MoneyField } from '../../../ui/MoneyField.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { Definition } from './field.types.ts'
import { useFieldWords } from './messages.ts'

interface BoundsFieldsProps {
  given: Definition
  set: (change: Partial<Definition>) => void
  problems: Record<string, string>
}

const texts: readonly Definition['type'][] = ['text', 'long-text', 'email', 'address']

/** How long, how much, and of which shape a value may be. */
export function BoundsFields({ given, set, problems }: BoundsFieldsProps) {
  const words = useFieldWords()
  const { rules, type } = given
  const isText = texts.includes(type)
  if (!isText && type !== 'number' && type !== 'money') return null
  const Field = type === 'money' ? MoneyField : NumberField
  const change = (part: Partial<Definition['rules']>) => set({ rules: { ...rules, ...part } })
  return (
    <FormSection title={words.bounds}>
      <FieldRow>
        <Field
          label={isText ? words.leastLength : words.leastNumber}
          value={rules.least}
          onChange={(least) => change({ least })}
          problem={problems['rules.least']}
        />
        <Field
          label={isText ? words.mostLength : words.mostNumber}
          value={rules.most}
          onChange={(most) => change({ most })}
          problem={problems['rules.most']}
        />
      </FieldRow>
      {type === 'text' && (
        <TextField
          label={words.pattern}
          hint={words.patternHint}
          value={rules.pattern ?? ''}
          maxLength={100}
          onChange={(pattern) => change({ pattern: pattern || null })}
          problem={problems['rules.pattern']}
        />
      )}
    </FormSection>
  )
}
