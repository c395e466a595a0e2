import { importRoutes, type LedgerMapping, ledgerRoles, type ResponseOf } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FlaskConical, ListChecks, Play } from 'lucide-react'
import { useState } from 'react'
import { query, useWrite } from '../../../api/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { FormFailure } from '../../../ui/FormLayout.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { Select } from '../../../ui/Select.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { Import } from '../import.types.ts'
import { FilePreview } from '../mapping/FilePreview.tsx'
import { Step } from '../mapping/Step.tsx'
import { Discard } from '../progress/ImportActions.tsx'
import { useLedgerImportWords } from './messages.ts'
import { TriedVouchers } from './TriedVouchers.tsx'

type Preview = ResponseOf<typeof importRoutes.previewLedgers>

/** What a file of ledgers looks like, and below it what its columns are. */
export function LedgersMappingSteps({ one, onStarted }: { one: Import; onStarted: () => void }) {
  const preview = useQuery({ ...query(importRoutes.previewLedgers, { params: { importId: one.id } }), staleTime: Number.POSITIVE_INFINITY })
  if (preview.error) {
    return (
      <Card>
        <ErrorState failure={preview.error} onRetry={() => void preview.refetch()} />
      </Card>
    )
  }
  if (!preview.data) return <SkeletonLines lines={8} />
  return (
    <>
      <FilePreview preview={preview.data} />
      <MappingForm one={one} preview={preview.data} onStarted={onStarted} />
    </>
  )
}

function MappingForm({ one, preview, onStarted }: { one: Import; preview: Preview; onStarted: () => void }) {
  const words = useLedgerImportWords()
  const [mapping, setMapping] = useState<LedgerMapping>(one.ledgerMapping ?? preview.suggestion)
  const attempt = useWrite(importRoutes.tryLedgers)
  const change = (some: Partial<LedgerMapping>) => setMapping({ ...mapping, ...some })
  return (
    <>
      <Columns mapping={mapping} preview={preview} onChange={change} problems={attempt.error?.byField ?? {}} />
      <Step number={2} title={words.unitTitle} hint={words.unitHint}>
        <RadioGroup
          label={words.unitTitle}
          options={(['rial', 'toman'] as const).map((id) => ({ id, label: words.units[id] }))}
          value={mapping.moneyUnit}
          onChange={(moneyUnit) => change({ moneyUnit })}
        />
      </Step>
      <Step number={3} title={words.tryTitle} hint={words.tryHint}>
        <Button
          icon={<FlaskConical size={16} />}
          pending={attempt.isPending}
          isDisabled={mapping.moneyUnit === null}
          onPress={() => attempt.mutate({ params: { importId: one.id }, body: mapping })}
        >
          {words.tryIt}
        </Button>
        {attempt.error && (
          <div className="mt-4">
            <FormFailure failure={attempt.error} />
          </div>
        )}
        {attempt.data && <TriedVouchers tried={attempt.data} isStale={attempt.variables?.body !== mapping} />}
      </Step>
      <StartBar one={one} mapping={mapping} onStarted={onStarted} />
    </>
  )
}

interface ColumnsProps {
  mapping: LedgerMapping
  preview: Preview
  onChange: (some: Partial<LedgerMapping>) => void
  problems: Partial<Record<string, string>>
}

const noColumn = '-'

function Columns({ mapping, preview, onChange, problems }: ColumnsProps) {
  const words = useLedgerImportWords()
  const names = preview.columns.map(({ name }, place) => ({ id: `c${place}`, label: name }))
  const idOf = (name: string | null) => names.find(({ label }) => label === name)?.id ?? noColumn
  return (
    <Step number={1} title={words.columnsTitle} hint={words.columnsHint}>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {ledgerRoles.map((role) => (
          <Select
            key={role}
            label={words.roles[role]}
            options={[{ id: noColumn, label: words.none }, ...names]}
            value={idOf(mapping.columns[role])}
            onChange={(id) => onChange({ columns: { ...mapping.columns, [role]: names.find((one) => one.id === id)?.label ?? null } })}
            problem={problems[`columns.${role}`]}
          />
        ))}
        <TextField
          isRequired
          label={words.source}
          hint={words.sourceHint}
          value={mapping.source}
          maxLength={60}
          onChange={(source) => onChange({ source })}
          problem={problems['source']}
        />
      </div>
    </Step>
  )
}

function StartBar({ one, mapping, onStarted }: { one: Import; mapping: LedgerMapping; onStarted: () => void }) {
  const words = useLedgerImportWords()
  const client = useQueryClient()
  const [saveAs, setSaveAs] = useState(one.mappingName ?? '')
  const start = useWrite(importRoutes.startLedgers, {
    onSuccess: (after) => {
      client.setQueryData(query(importRoutes.show, { params: { importId: one.id } }).queryKey, after)
      onStarted()
    },
  })
  const begin = (trial: boolean) => start.mutate({ params: { importId: one.id }, body: { mapping, saveAs: saveAs.trim() || null, trial } })
  const isReady = mapping.moneyUnit !== null && mapping.source.trim() !== ''
  return (
    <div className="flex flex-col gap-3 rounded-card border border-line bg-surface p-4">
      {start.error && <FormFailure failure={start.error} />}
      <div className="flex flex-wrap items-start gap-3">
        <TextField
          label={words.saveAs}
          hint={words.saveAsHint}
          value={saveAs}
          maxLength={100}
          onChange={setSaveAs}
          className="min-w-52 flex-1 sm:max-w-md"
        />
        <div className="ms-auto flex flex-wrap items-center gap-2 pt-6 max-sm:w-full max-sm:pt-0">
          {one.can.discard && <Discard one={one} />}
          <Button icon={<ListChecks size={16} />} isDisabled={!isReady} pending={start.isPending} onPress={() => begin(true)}>
            {words.trial}
          </Button>
          <Button
            variant="primary"
            icon={<Play size={16} className="turns" />}
            isDisabled={!isReady}
            pending={start.isPending}
            onPress={() => begin(false)}
          >
            {words.start}
          </Button>
        </div>
      </div>
    </div>
  )
}
