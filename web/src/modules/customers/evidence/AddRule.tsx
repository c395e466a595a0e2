import { type CallOf, type Condition, consistencyRoutes, fieldCatalogueRoutes, severities } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { query, useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { FormFailure } from '../../../ui/FormLayout.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useCustomerWords } from '../messages.ts'
import { useEvidenceWords } from './messages.ts'

type Body = NonNullable<CallOf<typeof consistencyRoutes.addRule>['body']>
type Severity = (typeof severities)[number]

interface Draft {
  kind: 'observed' | 'condition'
  name: string
  question: string
  severity: Severity
  field: string | null
  among: 'visit' | 'parcel'
  least: number | null
  days: number | null
  is: 'empty' | 'filled'
  of: 'person' | 'organisation' | 'any'
}

const blank: Draft = {
  kind: 'observed',
  name: '',
  question: '',
  severity: 'medium',
  field: null,
  among: 'visit',
  least: 3,
  days: 365,
  is: 'empty',
  of: 'any',
}

/** What to send; nothing while the form is not complete. */
function bodyOf(draft: Draft): Body | undefined {
  const { kind, name, question, severity, field, among, least, days, is, of } = draft
  if (name.trim() === '' || question.trim() === '' || field === null) return undefined
  const shared = { name: name.trim(), question: question.trim(), severity, active: true }
  if (kind === 'observed') {
    if (least === null || days === null) return undefined
    return { ...shared, rule: { kind, field, observed: 'cityId', among: [among], least, share: 0.8, days } }
  }
  const leaf: Condition = { field, is }
  return { ...shared, rule: { kind, where: of === 'any' ? leaf : { all: [{ field: 'kind', is: 'equals', value: of }, leaf] } } }
}

/** Adds a rule of one's own: a place against what is seen, or a field that should not be empty or filled. */
export function AddRule({ onDone }: { onDone: () => void }) {
  const words = useEvidenceWords()
  const client = useQueryClient()
  const [draft, setDraft] = useState(blank)
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const add = useWrite(consistencyRoutes.addRule, {
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [consistencyRoutes.rules.path] })
      onDone()
    },
  })
  const body = bodyOf(draft)
  return (
    <form
      className="flex flex-col gap-3 rounded-card border border-line p-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (body) add.mutate({ body })
      }}
    >
      {add.error && <FormFailure failure={add.error} />}
      <Segmented
        showLabel
        label={words.ruleKind}
        options={(['observed', 'condition'] as const).map((id) => ({ id, label: words.ruleKinds[id] }))}
        value={draft.kind}
        onChange={(kind) => set({ kind, field: null })}
      />
      <TextField autoFocus isRequired label={words.ruleName} maxLength={120} value={draft.name} onChange={(name) => set({ name })} />
      <TextField isRequired label={words.ruleQuestion} maxLength={300} value={draft.question} onChange={(question) => set({ question })} />
      {draft.kind === 'observed' ? <Observed draft={draft} set={set} /> : <Conditional draft={draft} set={set} />}
      <Segmented
        showLabel
        label={words.severity}
        options={severities.map((id) => ({ id, label: words.severities[id] }))}
        value={draft.severity}
        onChange={(severity) => set({ severity })}
      />
      <Button type="submit" variant="primary" pending={add.isPending} isDisabled={!body} className="self-start">
        {words.saveRule}
      </Button>
    </form>
  )
}

interface PartProps {
  draft: Draft
  set: (part: Partial<Draft>) => void
}

/** The fields that there are, by name; of places alone, or all that can be asked whether they hold anything. */
function FieldChoice({ draft, set, label, placesOnly }: PartProps & { label: string; placesOnly: boolean }) {
  const { language } = useFormat()
  const { data } = useQuery(query(fieldCatalogueRoutes.show))
  const options = (data?.fields ?? [])
    .filter(({ type, operators }) => (placesOnly ? type === 'place' : operators.includes('empty')))
    .map(({ key, label: name }) => ({ id: key, label: name[language] }))
  return <ComboBox isRequired label={label} options={options} value={draft.field} onChange={(field) => set({ field })} />
}

function Observed({ draft, set }: PartProps) {
  const words = useEvidenceWords()
  return (
    <>
      <FieldChoice draft={draft} set={set} label={words.ruleField} placesOnly />
      <Segmented
        showLabel
        label={words.ruleAmong}
        options={(['visit', 'parcel'] as const).map((id) => ({ id, label: words.contacts[id] }))}
        value={draft.among}
        onChange={(among) => set({ among })}
      />
      <div className="flex flex-wrap gap-3">
        <NumberField
          label={words.ruleLeast}
          value={draft.least}
          onChange={(least) => set({ least })}
          minimum={1}
          maximum={50}
          className="w-40"
        />
        <NumberField
          label={words.ruleDays}
          value={draft.days}
          onChange={(days) => set({ days })}
          minimum={1}
          maximum={3650}
          className="w-40"
        />
      </div>
    </>
  )
}

function Conditional({ draft, set }: PartProps) {
  const words = useEvidenceWords()
  const { kinds } = useCustomerWords()
  return (
    <>
      <FieldChoice draft={draft} set={set} label={words.conditionField} placesOnly={false} />
      <Segmented
        showLabel
        label={words.conditionIs}
        options={(['empty', 'filled'] as const).map((id) => ({ id, label: words.conditionIsWords[id] }))}
        value={draft.is}
        onChange={(is) => set({ is })}
      />
      <Segmented
        showLabel
        label={words.conditionAnd}
        options={(['any', 'person', 'organisation'] as const).map((id) => ({ id, label: id === 'any' ? words.anyKind : kinds[id] }))}
        value={draft.of}
        onChange={(of) => set({ of })}
      />
    </>
  )
}
