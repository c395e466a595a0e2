import { outcomes, requestEventKinds, waitKinds } from '@parvandeh/contract'
import { useState } from 'react'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { Mapping } from '../import.types.ts'
import { useMappingWords } from './messages.ts'
import { columnOf } from './roles.ts'
import type { MappingPartProps } from './SourceStep.tsx'
import { Step } from './Step.tsx'

type Meaning = Mapping['activities'][string]
const kinds = requestEventKinds.filter((kind) => kind !== 'merged' && kind !== 'undone')

/** What each value of the column of events means. Values come from the sample; others may be typed. */
export function ActivitiesStep({ mapping, preview, onChange }: MappingPartProps) {
  const words = useMappingWords()
  const column = columnOf(preview, mapping, 'activity')
  const counts = new Map(column?.common.map(({ value, count }) => [value, count]))
  const values = [...new Set([...counts.keys(), ...Object.keys(mapping.activities)])].filter((value) => !mapping.missing.includes(value))
  const mean = (value: string, meaning: Meaning) => onChange({ activities: { ...mapping.activities, [value]: meaning } })
  return (
    <Step number={3} title={mapping.activityIs === 'state' ? words.steps.states : words.steps.activities} hint={words.othersKept}>
      {column ? (
        <div className="flex flex-col gap-5">
          <RadioGroup
            label={words.activityIs}
            options={(['event', 'state'] as const).map((id) => ({ id, ...words.activityIsOptions[id] }))}
            value={mapping.activityIs}
            onChange={(activityIs) => onChange({ activityIs })}
          />
          <ul className="divide-y divide-line rounded-control border border-line">
            {values.map((value) => (
              <ActivityRow
                key={value}
                value={value}
                count={counts.get(value)}
                meaning={mapping.activities[value] ?? { event: 'other' }}
                onChange={(meaning) => mean(value, meaning)}
              />
            ))}
          </ul>
          <AddValue label={words.addActivity} onAdd={(value) => mean(value, { event: 'other' })} />
        </div>
      ) : (
        <p className="text-muted">{words.activityFirst}</p>
      )}
    </Step>
  )
}

interface ActivityRowProps {
  value: string
  count: number | undefined
  meaning: Meaning
  onChange: (meaning: Meaning) => void
}

function ActivityRow({ value, count, meaning, onChange }: ActivityRowProps) {
  const words = useMappingWords()
  const format = useFormat()
  const { event } = meaning
  return (
    <li className="grid items-center gap-x-4 gap-y-1.5 px-3 py-2 sm:grid-cols-[minmax(0,1fr)_minmax(11rem,15rem)_minmax(0,11rem)]">
      <span className="flex min-w-0 items-baseline gap-2">
        <span dir="auto" className="min-w-0 truncate font-medium" title={value}>
          {value}
        </span>
        {count !== undefined && <span className="shrink-0 text-small text-faint">{words.count(format.number(count))}</span>}
      </span>
      <Select
        hideLabel
        label={`${words.means}: ${value}`}
        options={kinds.map((id) => ({ id, label: words.events[id] }))}
        value={event}
        onChange={(next) => onChange(next === 'waiting' ? { event: next, waitOn: 'customer' } : { event: next })}
      />
      {event === 'waiting' && (
        <Select
          hideLabel
          label={`${words.waitOn} ${value}`}
          options={waitKinds.map((id) => ({ id, label: `${words.waitOn} ${words.waits[id]}` }))}
          value={meaning.waitOn ?? 'customer'}
          onChange={(waitOn) => onChange({ ...meaning, waitOn })}
        />
      )}
      {(event === 'resolved' || event === 'closed') && <OutcomeChoice value={value} meaning={meaning} onChange={onChange} />}
    </li>
  )
}

function OutcomeChoice({ value, meaning, onChange }: Omit<ActivityRowProps, 'count'>) {
  const words = useMappingWords()
  const known = outcomes.filter((outcome) => outcome !== 'duplicate')
  return (
    <Select
      hideLabel
      label={`${words.outcome}: ${value}`}
      options={[
        { id: 'unknown', label: `${words.outcome}: ${words.noOutcome}` },
        ...known.map((id) => ({ id, label: words.outcomes[id] })),
      ]}
      value={meaning.outcome ?? 'unknown'}
      onChange={(id) => {
        const outcome = known.find((one) => one === id)
        onChange(outcome ? { event: meaning.event, outcome } : { event: meaning.event })
      }}
    />
  )
}

/** A value typed by the person, for what the sample does not show. */
export function AddValue({ label, onAdd }: { label: string; onAdd: (value: string) => void }) {
  const words = useMappingWords()
  const [typed, setTyped] = useState('')
  const add = () => {
    if (typed.trim() === '') return
    onAdd(typed.trim())
    setTyped('')
  }
  return (
    <div className="flex max-w-md items-end gap-2">
      <TextField
        label={label}
        value={typed}
        onChange={setTyped}
        maxLength={200}
        className="flex-1"
        onKeyDown={(event) => event.key === 'Enter' && add()}
      />
      <Button onPress={add} isDisabled={typed.trim() === ''}>
        {words.add}
      </Button>
    </div>
  )
}
