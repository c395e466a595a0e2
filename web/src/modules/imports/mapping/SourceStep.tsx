import { importRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../../api/query.ts'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { FieldRow } from '../../../ui/FormLayout.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { Mapping, Preview } from '../import.types.ts'
import { useMappingWords } from './messages.ts'
import { Step } from './Step.tsx'

export interface MappingPartProps {
  mapping: Mapping
  preview: Preview
  onChange: (change: Partial<Mapping>) => void
  /** What the server found wrong, by the field's path. */
  problems: Record<string, string>
}

const zones = ['Asia/Tehran', 'UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'Asia/Tehran' && zone !== 'UTC')].map(
  (zone) => ({ id: zone, label: zone }),
)

/** Which system the file comes from, what a row is, and where its clock stands. */
export function SourceStep({ mapping, preview, onChange, problems }: MappingPartProps) {
  const words = useMappingWords()
  const kinds = (['event-log', 'ticket-table'] as const).map((id) => ({ id, ...words.kinds[id] }))
  return (
    <Step number={1} title={words.steps.source}>
      <div className="flex flex-col gap-5">
        <SavedMappings suggestion={preview.suggestion} onChoose={onChange} />
        <RadioGroup label={words.kind} options={kinds} value={mapping.kind} onChange={(kind) => onChange({ kind })} />
        <FieldRow>
          <TextField
            isRequired
            label={words.source}
            hint={words.sourceHint}
            value={mapping.source}
            maxLength={60}
            onChange={(source) => onChange({ source })}
            problem={problems.source}
          />
          <ComboBox
            isRequired
            label={words.zone}
            hint={words.zoneHint}
            options={zones}
            value={mapping.zone}
            onChange={(zone) => zone && onChange({ zone })}
            problem={problems.zone}
          />
        </FieldRow>
      </div>
    </Step>
  )
}

function SavedMappings({ suggestion, onChoose }: { suggestion: Mapping; onChoose: (mapping: Mapping) => void }) {
  const words = useMappingWords()
  const { data } = useQuery(query(importRoutes.mappings))
  const [chosen, setChosen] = useState('suggested')
  if (!data || data.mappings.length === 0) return null
  const options = [{ id: 'suggested', label: words.savedNone }, ...data.mappings.map(({ id, name }) => ({ id, label: name }))]
  const choose = (id: string) => {
    setChosen(id)
    onChoose(data.mappings.find((one) => one.id === id)?.mapping ?? suggestion)
  }
  return <Select label={words.saved} hint={words.savedHint} options={options} value={chosen} onChange={choose} className="max-w-md" />
}
