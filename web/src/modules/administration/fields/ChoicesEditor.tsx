import { ArrowDown, ArrowUp, Eye, EyeOff, Plus, X } from 'lucide-react'
import { useRef } from 'react'
import { useFormat } from '../../../persian/format.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FormSection } from '../../../ui/FormLayout.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { Definition } from './field.types.ts'
import { useFieldWords } from './messages.ts'
import { movedTo } from './use-arrange.ts'

type Choices = Definition['choices']

interface ChoicesEditorProps {
  choices: Choices
  onChange: (choices: Choices) => void
  problem: string | undefined
}

/** The choices of a field, in their order. One that files may hold is retired and not taken away. */
export function ChoicesEditor({ choices, onChange, problem }: ChoicesEditorProps) {
  const words = useFieldWords()
  const place = useRef<HTMLDivElement>(null)
  const add = () => {
    onChange([...choices, { label: { fa: '', en: null }, retired: false }])
    setTimeout(() => [...(place.current?.querySelectorAll('input') ?? [])].at(-2)?.focus(), 0)
  }
  return (
    <FormSection title={words.choices}>
      <div ref={place} className="flex flex-col gap-2">
        {choices.map((choice, index) => (
          <ChoiceLine key={choice.key ?? `new ${index}`} choice={choice} index={index} choices={choices} onChange={onChange} />
        ))}
      </div>
      {problem && <p className="text-small text-danger">{problem}</p>}
      <div>
        <Button size="small" icon={<Plus size={15} />} onPress={add}>
          {words.addChoice}
        </Button>
      </div>
    </FormSection>
  )
}

interface ChoiceLineProps extends Pick<ChoicesEditorProps, 'choices' | 'onChange'> {
  choice: Choices[number]
  index: number
}

function ChoiceLine({ choice, index, choices, onChange }: ChoiceLineProps) {
  const words = useFieldWords()
  const format = useFormat()
  const change = (part: Partial<Choices[number]>) => onChange(choices.map((one, other) => (other === index ? { ...one, ...part } : one)))
  return (
    <div className="flex flex-wrap items-center gap-1">
      <TextField
        hideLabel
        label={words.choice(format.number(index + 1))}
        placeholder={words.choice(format.number(index + 1))}
        className="min-w-32 flex-1"
        value={choice.label.fa}
        maxLength={80}
        onChange={(fa) => change({ label: { ...choice.label, fa } })}
      />
      <TextField
        hideLabel
        ltr
        label={`${words.choice(format.number(index + 1))}, ${words.nameEn}`}
        placeholder={words.nameEn}
        className="min-w-24 flex-1"
        value={choice.label.en ?? ''}
        maxLength={80}
        onChange={(en) => change({ label: { ...choice.label, en: en || null } })}
      />
      <span className="ms-auto flex items-center gap-1">
        {choice.retired && <Badge>{words.retired}</Badge>}
        <IconButton
          size="small"
          label={words.up}
          icon={<ArrowUp size={15} />}
          isDisabled={index === 0}
          onPress={() => onChange(movedTo(choices, index, index - 1))}
        />
        <IconButton
          size="small"
          label={words.down}
          icon={<ArrowDown size={15} />}
          isDisabled={index === choices.length - 1}
          onPress={() => onChange(movedTo(choices, index, index + 1))}
        />
        {choice.key === undefined ? (
          <IconButton size="small" label={words.drop} icon={<X size={15} />} onPress={() => onChange(choices.toSpliced(index, 1))} />
        ) : (
          <IconButton
            size="small"
            label={choice.retired ? words.offer : words.retire}
            icon={choice.retired ? <Eye size={15} /> : <EyeOff size={15} />}
            onPress={() => change({ retired: !choice.retired })}
          />
        )}
      </span>
    </div>
  )
}
