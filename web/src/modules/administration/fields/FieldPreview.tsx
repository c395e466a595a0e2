import type { CustomField, CustomValue } from '@parvandeh/contract'
import { useState } from 'react'
import { OwnInput } from '../../../own-fields/OwnInput.tsx'
import { choicesToSend } from './definition.ts'
import type { Definition } from './field.types.ts'
import { useFieldWords } from './messages.ts'

/** What the field will look like on the form of a customer; it can be tried, and nothing is kept. */
export function FieldPreview({ given }: { given: Definition }) {
  const words = useFieldWords()
  const [value, setValue] = useState<CustomValue>(null)
  const [type, setType] = useState(given.type)
  if (type !== given.type) {
    setType(given.type)
    setValue(null)
  }
  const field: Pick<CustomField, 'key' | 'type' | 'label' | 'help' | 'choices' | 'rules' | 'required'> = {
    ...given,
    key: given.key ?? '',
    label: { ...given.label, fa: given.label.fa || words.name },
    choices: choicesToSend(given.choices).map((choice, place) => ({
      ...choice,
      key: choice.key ?? `new${place}`,
      retired: choice.retired ?? false,
    })),
  }
  return (
    <aside
      aria-label={words.preview}
      className="flex h-fit min-w-0 flex-col gap-3 rounded-card border border-dashed border-line-strong bg-canvas p-4 md:sticky md:top-0"
    >
      <h3 className="text-caption font-medium text-faint">{words.preview}</h3>
      <OwnInput field={field} value={value} onChange={setValue} />
    </aside>
  )
}
