import { type CallOf, type Condition, consistencyRoutes, severities } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { ConditionBuilder, useConditionDraft } from '../../../lists/condition/ConditionBuilder.tsx'
import { newLine } from '../../../lists/condition/draft.rules.ts'
import { Button } from '../../../ui/Button.tsx'
import { FormFailure } from '../../../ui/FormLayout.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useConditionSource } from '../list/use-condition-source.ts'
import { useEvidenceWords } from './messages.ts'
import { blankSeen, ObservedPart, type SeenDraft } from './ObservedPart.tsx'

type Body = NonNullable<CallOf<typeof consistencyRoutes.addRule>['body']>

interface Draft {
  kind: Body['rule']['kind']
  name: string
  question: string
  severity: (typeof severities)[number]
  seen: SeenDraft
}

const blank: Draft = { kind: 'condition', name: '', question: '', severity: 'medium', seen: blankSeen }

/** What is to be checked; nothing while it is not whole. */
function ruleOf({ kind, seen }: Draft, where: Condition | null): Body['rule'] | undefined {
  if (kind === 'condition') return where === null ? undefined : { kind, where }
  const { field, among, least, percent, days } = seen
  if (field === null || among.length === 0 || least === null || percent === null || days === null) return undefined
  return { kind, field, observed: 'cityId', among: [...among], least, share: percent / 100, days }
}

function bodyOf(draft: Draft, where: Condition | null): Body | undefined {
  const [name, question, rule] = [draft.name.trim(), draft.question.trim(), ruleOf(draft, where)]
  return name && question && rule ? { name, question, severity: draft.severity, active: true, rule } : undefined
}

/** Adds a rule of one's own: a condition that should not hold of a file, or a place against where the customer is seen. */
export function AddRule({ onDone }: { onDone: () => void }) {
  const words = useEvidenceWords()
  const client = useQueryClient()
  const [draft, setDraft] = useState(blank)
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const every = useConditionSource()
  const source = { ...every, fields: every.fields.filter(({ type }) => type !== 'segment') }
  const { draft: lines, setDraft: setLines, condition } = useConditionDraft(source, null, newLine('', 'equals'))
  const add = useWrite(consistencyRoutes.addRule, {
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [consistencyRoutes.rules.path] })
      onDone()
    },
  })
  const body = bodyOf(draft, condition)
  return (
    <form
      className="flex flex-col gap-3 rounded-card border border-line p-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (body) add.mutate({ body })
      }}
    >
      {add.error && <FormFailure failure={add.error} />}
      <TextField autoFocus isRequired label={words.ruleName} maxLength={120} value={draft.name} onChange={(name) => set({ name })} />
      <TextField isRequired label={words.ruleQuestion} maxLength={300} value={draft.question} onChange={(question) => set({ question })} />
      <Segmented
        showLabel
        label={words.ruleKind}
        options={(['condition', 'observed'] as const).map((id) => ({ id, label: words.ruleKinds[id] }))}
        value={draft.kind}
        onChange={(kind) => set({ kind })}
      />
      {draft.kind === 'observed' ? (
        <ObservedPart draft={draft.seen} onChange={(seen) => set({ seen })} />
      ) : (
        <section aria-label={words.ruleKinds.condition} className="flex flex-col gap-2">
          <p className="text-small text-muted">{words.conditionHint}</p>
          <ConditionBuilder source={source} draft={lines} onChange={setLines} />
        </section>
      )}
      <Segmented
        showLabel
        label={words.severity}
        options={severities.map((id) => ({ id, label: words.severityShort[id] }))}
        value={draft.severity}
        onChange={(severity) => set({ severity })}
      />
      <Button type="submit" variant="primary" pending={add.isPending} isDisabled={!body} className="self-start">
        {words.saveRule}
      </Button>
    </form>
  )
}
