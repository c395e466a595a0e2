import { matchKeys } from '@parvandeh/contract'
import { useDirectory } from '../../../api/directory.ts'
import { useFormat } from '../../../persian/format.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { Step } from '../mapping/Step.tsx'
import type { CustomersPartProps } from './customer-import.types.ts'
import { useCustomerImportWords } from './messages.ts'

/** By what customers are known, and what happens to those who have a file, who have none, and to what looks wrong. */
export function MatchRules(props: CustomersPartProps) {
  const words = useCustomerImportWords()
  const { mapping, onChange, problems } = props
  const options = <Id extends string>(said: Record<Id, { label: string; hint: string }>) =>
    (Object.entries(said) as [Id, { label: string; hint: string }][]).map(([id, { label, hint }]) => ({ id, label, ...(hint && { hint }) }))
  return (
    <Step number={2} title={words.rulesTitle}>
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-2">
        <TextField
          isRequired
          label={words.source}
          hint={words.sourceHint}
          value={mapping.source}
          maxLength={60}
          onChange={(source) => onChange({ source })}
          problem={problems.source}
        />
        <MatchBy {...props} />
        <RadioGroup
          label={words.onMatch}
          options={options(words.onMatchOptions)}
          value={mapping.onMatch}
          onChange={(onMatch) => onChange({ onMatch })}
        />
        <RadioGroup
          label={words.onNew}
          options={options(words.onNewOptions)}
          value={mapping.onNew}
          onChange={(onNew) => onChange({ onNew })}
        />
        <RadioGroup
          label={words.doubts}
          options={options(words.doubtsOptions)}
          value={mapping.doubts}
          onChange={(doubts) => onChange({ doubts })}
        />
        <div className="flex flex-col gap-5">
          <Segmented
            showLabel
            label={words.defaultKind}
            options={(['person', 'organisation'] as const).map((id) => ({ id, label: words.kinds[id] }))}
            value={mapping.defaultKind}
            onChange={(defaultKind) => onChange({ defaultKind })}
            className="max-w-64"
          />
          <LostZeros {...props} />
          <Belonging {...props} />
        </div>
      </div>
    </Step>
  )
}

function MatchBy({ mapping, onChange }: CustomersPartProps) {
  const words = useCustomerImportWords()
  const toggle = (key: (typeof matchKeys)[number], isOn: boolean) =>
    onChange({ matchBy: matchKeys.filter((one) => (one === key ? isOn : mapping.matchBy.includes(one))) })
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-small font-medium text-muted">{words.matchBy}</legend>
      <div className="flex flex-col">
        {matchKeys.map((key) => (
          <Checkbox key={key} isSelected={mapping.matchBy.includes(key)} onChange={(isOn) => toggle(key, isOn)}>
            {words.matchKeys[key]}
          </Checkbox>
        ))}
      </div>
      <p className="mt-1 text-small text-muted">{words.matchByHint}</p>
    </fieldset>
  )
}

/** Asked only where codes seem to have lost theirs. */
function LostZeros({ mapping, preview, onChange }: CustomersPartProps) {
  const words = useCustomerImportWords()
  const format = useFormat()
  if (preview.shortCodes === 0) return null
  return (
    <Checkbox
      isSelected={mapping.padCodes}
      onChange={(padCodes) => onChange({ padCodes })}
      hint={words.padCodesHint(format.number(preview.shortCodes))}
    >
      {words.padCodes}
    </Checkbox>
  )
}

function Belonging({ mapping, onChange, problems }: CustomersPartProps) {
  const words = useCustomerImportWords()
  const { units, activePeople } = useDirectory()
  const named = (rows: readonly { id: string; name: string }[]) => rows.map(({ id, name }) => ({ id, label: name }))
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <ComboBox
        label={words.unit}
        placeholder={words.unitOwn}
        options={named(units)}
        value={mapping.unitId}
        onChange={(unitId) => onChange({ unitId })}
        problem={problems.unitId}
      />
      <ComboBox
        label={words.owner}
        placeholder={words.ownerNone}
        options={named(activePeople)}
        value={mapping.ownerId}
        onChange={(ownerId) => onChange({ ownerId })}
        problem={problems.ownerId}
      />
    </div>
  )
}
