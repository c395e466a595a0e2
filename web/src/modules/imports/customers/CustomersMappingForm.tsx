import { importRoutes } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FlaskConical, ListChecks, Play } from 'lucide-react'
import { useState } from 'react'
import { query, useWrite } from '../../../api/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { FormFailure } from '../../../ui/FormLayout.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { Import } from '../import.types.ts'
import { FilePreview } from '../mapping/FilePreview.tsx'
import { useMappingWords } from '../mapping/messages.ts'
import { Step } from '../mapping/Step.tsx'
import { Discard } from '../progress/ImportActions.tsx'
import { ColumnTargets } from './ColumnTargets.tsx'
import type { CustomersMapping, CustomersPreview } from './customer-import.types.ts'
import { MatchRules } from './MatchRules.tsx'
import { useCustomerImportWords } from './messages.ts'
import { claimedTwice, namesSomebody, undecided } from './targets.ts'
import { useOwnFields } from './use-own-fields.ts'
import { TriedRows } from './TriedRows.tsx'

/** What the file looks like, and below it what its columns are and by which rules its rows are taken in. */
export function CustomersMappingSteps({ one, onStarted }: { one: Import; onStarted: () => void }) {
  const words = useMappingWords()
  const preview = useQuery({
    ...query(importRoutes.previewCustomers, { params: { importId: one.id } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (preview.error) {
    return (
      <Card>
        <ErrorState failure={preview.error} onRetry={() => void preview.refetch()}>
          {one.can.discard && <Discard one={one} />}
        </ErrorState>
      </Card>
    )
  }
  if (!preview.data) {
    return (
      <Card title={words.reading}>
        <SkeletonLines lines={8} />
      </Card>
    )
  }
  return (
    <>
      <FilePreview preview={preview.data} />
      <CustomersMappingForm one={one} preview={preview.data} onStarted={onStarted} />
    </>
  )
}

/** How the columns become customers: chosen, tried on the first rows, tried on all of them, started. */
function CustomersMappingForm({ one, preview, onStarted }: { one: Import; preview: CustomersPreview; onStarted: () => void }) {
  const words = useCustomerImportWords()
  const [mapping, setMapping] = useState<CustomersMapping>(one.customerMapping ?? preview.suggestion)
  const attempt = useWrite(importRoutes.tryCustomers)
  const start = useStart(one, onStarted)
  const wanting = useWanting(preview, mapping)
  const params = { importId: one.id }
  const part = {
    mapping,
    preview,
    problems: { ...attempt.error?.byField, ...start.error?.byField },
    onChange: (change: Partial<CustomersMapping>) => setMapping({ ...mapping, ...change }),
  }
  return (
    <>
      <ColumnTargets {...part} />
      <MatchRules {...part} />
      <Step number={3} title={words.tryTitle} hint={words.tryHint}>
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
        {attempt.data && <TriedRows tried={attempt.data} isStale={attempt.variables?.body !== mapping} />}
      </Step>
      <StartBar one={one} start={start} mapping={mapping} isDisabled={wanting.length > 0} />
    </>
  )
}

function useStart(one: Import, onStarted: () => void) {
  const client = useQueryClient()
  return useWrite(importRoutes.startCustomers, {
    onSuccess: (after) => {
      client.setQueryData(query(importRoutes.show, { params: { importId: one.id } }).queryKey, after)
      void client.invalidateQueries({ queryKey: [importRoutes.mappings.path] })
      onStarted()
    },
  })
}

/** What a mapping still lacks before it can be tried, in sentences. */
function useWanting(preview: CustomersPreview, mapping: CustomersMapping): string[] {
  const words = useCustomerImportWords()
  const own = useOwnFields()
  const lacks = [
    mapping.source.trim() === '' && words.needSource,
    !namesSomebody(mapping) && words.needSomebody,
    ...claimedTwice(mapping).map((target) => words.twice(words.targets[target])),
    ...mapping.columns.flatMap(({ column, to }) =>
      own.some(({ key, type }) => key === to && type === 'money') && !mapping.moneyUnits[column] ? [words.needUnit(column)] : [],
    ),
    ...undecided(mapping, preview).map((column) => words.needFormat(column)),
  ]
  return lacks.filter((sentence) => sentence !== false)
}

function Wanting({ sentences }: { sentences: readonly string[] }) {
  const words = useCustomerImportWords()
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
  mapping: CustomersMapping
  isDisabled: boolean
}

/** Try all rows, start, keep the mapping under a name, or give up. */
function StartBar({ one, start, mapping, isDisabled }: StartBarProps) {
  const words = useCustomerImportWords()
  const [saveAs, setSaveAs] = useState(one.mappingName ?? '')
  const begin = (trial: boolean) => start.mutate({ params: { importId: one.id }, body: { mapping, saveAs: saveAs.trim() || null, trial } })
  const isPending = (trial: boolean) => start.isPending && start.variables.body.trial === trial
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
          problem={start.error?.byField.saveAs}
        />
        <div className="ms-auto flex flex-wrap items-center gap-2 pt-6 max-sm:w-full max-sm:pt-0">
          {one.can.discard && <Discard one={one} />}
          <Button icon={<ListChecks size={16} />} pending={isPending(true)} isDisabled={isDisabled} onPress={() => begin(true)}>
            {words.trial}
          </Button>
          <Button
            variant="primary"
            icon={<Play size={16} className="turns" />}
            pending={isPending(false)}
            isDisabled={isDisabled}
            onPress={() => begin(false)}
          >
            {words.start}
          </Button>
        </div>
      </div>
      <p className="text-small text-muted">{words.startHint}</p>
    </div>
  )
}
