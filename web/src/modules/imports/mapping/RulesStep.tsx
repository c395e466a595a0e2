import { X } from 'lucide-react'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { AddValue } from './ActivitiesStep.tsx'
import { useMappingWords } from './messages.ts'
import type { MappingPartProps } from './SourceStep.tsx'
import { Step } from './Step.tsx'

/** What counts as missing, what to do without a customer, and by what a row is known again. */
export function RulesStep({ number, mapping, preview, onChange, problems }: MappingPartProps & { number: number }) {
  const words = useMappingWords()
  const { missing, keyColumns } = mapping
  const free = preview.columns.filter(({ name }) => !keyColumns.includes(name)).map(({ name }) => ({ id: name, label: name }))
  return (
    <Step number={number} title={words.steps.rules}>
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-2">
        <div className="flex flex-col gap-2">
          <AddValue label={words.missing} onAdd={(value) => !missing.includes(value) && onChange({ missing: [...missing, value] })} />
          <Chips values={missing} onRemove={(value) => onChange({ missing: missing.filter((one) => one !== value) })} />
          <p className="text-small text-muted">{words.missingHint}</p>
        </div>
        <RadioGroup
          label={words.withoutCustomer}
          options={(['provisional', 'refuse'] as const).map((id) => ({ id, ...words.withoutCustomerOptions[id] }))}
          value={mapping.withoutCustomer}
          onChange={(withoutCustomer) => onChange({ withoutCustomer })}
        />
        <div className="flex flex-col gap-3">
          {mapping.kind === 'event-log' && (
            <Checkbox
              isSelected={mapping.firstEventRegisters}
              onChange={(firstEventRegisters) => onChange({ firstEventRegisters })}
              hint={words.firstEventRegistersHint}
            >
              {words.firstEventRegisters}
            </Checkbox>
          )}
          <Checkbox
            isSelected={mapping.firstResponseRecorded}
            onChange={(firstResponseRecorded) => onChange({ firstResponseRecorded })}
            hint={words.firstResponseRecordedHint}
          >
            {words.firstResponseRecorded}
          </Checkbox>
        </div>
        <div className="flex flex-col gap-2">
          <ComboBox
            key={keyColumns.join()}
            label={words.keyColumns}
            hint={words.keyColumnsHint}
            placeholder={words.keyColumnsAdd}
            options={free}
            value={null}
            onChange={(name) => name && onChange({ keyColumns: [...keyColumns, name] })}
            problem={problems['keyColumns.0']}
          />
          <Chips values={keyColumns} onRemove={(name) => onChange({ keyColumns: keyColumns.filter((one) => one !== name) })} />
        </div>
      </div>
    </Step>
  )
}

function Chips({ values, onRemove }: { values: readonly string[]; onRemove: (value: string) => void }) {
  const words = useMappingWords()
  if (values.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-1.5">
      {values.map((value) => (
        <li key={value} className="flex max-w-full items-center gap-0.5 rounded-control bg-hover ps-2.5 text-small">
          <Bidi className="truncate">{value}</Bidi>
          <IconButton size="small" label={words.remove(value)} icon={<X size={14} />} onPress={() => onRemove(value)} />
        </li>
      ))}
    </ul>
  )
}
