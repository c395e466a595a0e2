import { importRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { FlaskConical, Play } from 'lucide-react'
import { useState } from 'react'
import { query, useWrite } from '../../../api/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { FormFailure } from '../../../ui/FormLayout.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { Import, Mapping, Preview } from '../import.types.ts'
import { Discard } from '../progress/ImportActions.tsx'
import { ActivitiesStep } from './ActivitiesStep.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { useMappingWords } from './messages.ts'
import { RulesStep } from './RulesStep.tsx'
import { SourceStep } from './SourceStep.tsx'
import { Step } from './Step.tsx'
import { TryResult } from './TryResult.tsx'
import { useWanting } from './use-wanting.ts'
import { hasValues, ValuesStep } from './ValuesStep.tsx'

/** How the columns become requests: chosen step by step, tried on the first rows, then started. */
export function MappingForm({ one, preview, onStarted }: { one: Import; preview: Preview; onStarted: () => void }) {
  const words = useMappingWords()
  const [mapping, setMapping] = useState<Mapping>(one.mapping ?? preview.suggestion)
  const attempt = useWrite(importRoutes.tryMapping)
  const start = useStart(one, onStarted)
  const wanting = useWanting(preview, mapping)
  const params = { importId: one.id }
  const part = {
    mapping,
    preview,
    problems: { ...attempt.error?.byField, ...start.error?.byField },
    onChange: (change: Partial<Mapping>) => setMapping({ ...mapping, ...change }),
  }
  const isLog = mapping.kind === 'event-log'
  const next = isLog ? 4 : 3
  const rules = hasValues(mapping) ? next + 1 : next
  return (
    <>
      <SourceStep {...part} />
      <ColumnsStep {...part} />
      {isLog && <ActivitiesStep {...part} />}
      {hasValues(mapping) && <ValuesStep {...part} number={next} />}
      <RulesStep {...part} number={rules} />
      <Step number={rules + 1} title={words.steps.attempt} hint={words.tryHint}>
        {wanting.length > 0 && <Wanting sentences={wanting} />}
        <Button
          icon={<FlaskConical size={16} />}
          pending={attempt.isPending}
          isDisabled={wanting.length > 0}
          onPress={() => attempt.mutate({ params, body: mapping })}
        >
          {words.tryIt}
        </Button>
        {attempt.error && (
          <div className="mt-4">
            <FormFailure failure={attempt.error} />
          </div>
        )}
        {attempt.data && <TryResult tried={attempt.data} isStale={attempt.variables?.body !== mapping} />}
      </Step>
      <StartBar
        one={one}
        start={start}
        isDisabled={wanting.length > 0}
        onStart={(saveAs) => start.mutate({ params, body: { mapping, saveAs } })}
      />
    </>
  )
}

function useStart(one: Import, onStarted: () => void) {
  const client = useQueryClient()
  return useWrite(importRoutes.start, {
    onSuccess: (after) => {
      client.setQueryData(query(importRoutes.show, { params: { importId: one.id } }).queryKey, after)
      void client.invalidateQueries({ queryKey: [importRoutes.mappings.path] })
      onStarted()
    },
  })
}

function Wanting({ sentences }: { sentences: readonly string[] }) {
  const words = useMappingWords()
  return (
    <div className="mb-4 rounded-control bg-caution-soft px-4 py-3 text-small">
      <p className="font-medium text-caution">{words.mend}</p>
      <ul className="list-disc ps-5">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}

interface StartBarProps {
  one: Import
  start: ReturnType<typeof useStart>
  isDisabled: boolean
  onStart: (saveAs: string | null) => void
}

/** Stays in view: start, keep the mapping under a name, or give up. */
function StartBar({ one, start, isDisabled, onStart }: StartBarProps) {
  const words = useMappingWords()
  const [saveAs, setSaveAs] = useState(one.mappingName ?? '')
  return (
    <div className="flex flex-col gap-3 rounded-card border border-line bg-surface p-4">
      {start.error && <FormFailure failure={start.error} />}
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label={words.saveAs}
          hint={words.saveAsHint}
          value={saveAs}
          maxLength={100}
          onChange={setSaveAs}
          className="min-w-52 flex-1 sm:max-w-md"
          problem={start.error?.byField.saveAs}
        />
        <div className="ms-auto flex flex-wrap items-center gap-2">
          {one.can.discard && <Discard one={one} />}
          <Button
            variant="primary"
            icon={<Play size={16} className="turns" />}
            pending={start.isPending}
            isDisabled={isDisabled}
            onPress={() => onStart(saveAs.trim() || null)}
          >
            {words.start}
          </Button>
        </div>
      </div>
    </div>
  )
}
