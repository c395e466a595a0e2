import { channels, priorities } from '@parvandeh/contract'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { FieldRow } from '../../../ui/FormLayout.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea, TextField } from '../../../ui/TextField.tsx'
import { useCatalogue } from '../catalogue.ts'
import { useServiceWords } from '../messages.ts'
import type { Details } from './details.ts'
import { useFormWords } from './messages.ts'

export interface DetailFieldsProps {
  details: Details
  onChange: (change: Partial<Details>) => void
  problems: Record<string, string>
  /** Whether what is missing is to be said. */
  isAsked: boolean
}

/** What is wanted: subject, description, priority, topic and product. */
export function AboutFields({ details, onChange, problems, isAsked }: DetailFieldsProps) {
  const words = useFormWords()
  const service = useServiceWords()
  const { topicOptions, productOptions } = useCatalogue()
  return (
    <>
      <TextField
        isRequired
        label={words.subject}
        hint={words.subjectHint}
        maxLength={300}
        value={details.subject}
        onChange={(subject) => onChange({ subject })}
        problem={problems.subject ?? (isAsked && details.subject.trim() === '' ? words.subjectNeeded : undefined)}
      />
      <TextArea
        rows={4}
        label={words.description}
        placeholder={words.descriptionPlaceholder}
        value={details.description}
        onChange={(description) => onChange({ description })}
        problem={problems.description}
      />
      <Segmented
        showLabel
        className="self-start max-sm:w-full"
        label={service.priority}
        options={priorities.map((id) => ({ id, label: service.priorities[id] }))}
        value={details.priority}
        onChange={(priority) => onChange({ priority })}
      />
      <FieldRow>
        <ComboBox
          label={service.topic}
          placeholder={words.noTopic}
          options={topicOptions}
          value={details.topicId}
          onChange={(topicId) => onChange({ topicId })}
          problem={problems.topicId}
        />
        <ComboBox
          label={service.product}
          placeholder={words.noProduct}
          options={productOptions}
          value={details.productId}
          onChange={(productId) => onChange({ productId })}
          problem={problems.productId}
        />
      </FieldRow>
    </>
  )
}

/** How it reached us, and who spoke. */
export function ContactFields({ details, onChange, problems }: Omit<DetailFieldsProps, 'isAsked'>) {
  const words = useFormWords()
  const service = useServiceWords()
  return (
    <FieldRow>
      <Select
        label={service.channel}
        options={channels.map((id) => ({ id, label: service.channels[id] }))}
        value={details.channel}
        onChange={(channel) => onChange({ channel })}
      />
      <TextField
        label={words.contactName}
        hint={words.contactHint}
        maxLength={200}
        value={details.contactName ?? ''}
        onChange={(name) => onChange({ contactName: name === '' ? null : name })}
        problem={problems.contactName}
      />
    </FieldRow>
  )
}

/** Whether the request is one of those made to try things out. */
export function TestField({ details, onChange }: Pick<DetailFieldsProps, 'details' | 'onChange'>) {
  const words = useFormWords()
  return (
    <Checkbox isSelected={details.test ?? false} onChange={(test) => onChange({ test })} hint={words.testHint}>
      {words.test}
    </Checkbox>
  )
}
