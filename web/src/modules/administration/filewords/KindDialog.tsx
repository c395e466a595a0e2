import { type RelationKind, relationKindRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApiFailure } from '../../../api/failure.ts'
import { useWrite } from '../../../api/query.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { FieldRow, FormSection } from '../../../ui/FormLayout.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSettingWords } from '../messages.ts'
import { useFileWordWords } from './messages.ts'
import { WordDialog } from './WordDialog.tsx'

type Given = Omit<RelationKind, 'id' | 'key' | 'version'>

const empty: Given = { aFa: '', aEn: '', bFa: '', bEn: '', aKind: null, bKind: null, kinship: false, active: true }

/** Adds a kind of relation or changes one: a name for each direction in both languages, and who can be on each side. */
export function KindDialog({ kind, onClose }: { kind: RelationKind | null; onClose: () => void }) {
  const words = useFileWordWords()
  const [given, setGiven] = useState<Given>(kind ?? empty)
  const set = (change: Partial<Given>) => setGiven({ ...given, ...change })
  const save = useSave(kind, onClose)
  return (
    <WordDialog
      title={kind ? words.editKind : words.addKind}
      isNew={!kind}
      failure={save.error}
      isPending={save.isPending}
      onSubmit={() => save.submit(given)}
      onClose={onClose}
    >
      <SideFields side="a" given={given} onChange={set} failure={save.error} />
      <SideFields side="b" given={given} onChange={set} failure={save.error} />
      <Checkbox isSelected={given.kinship} onChange={(kinship) => set({ kinship })} hint={words.kinshipHint}>
        {words.kinship}
      </Checkbox>
      {kind && (
        <Switch isSelected={given.active} onChange={(active) => set({ active })} hint={words.isActiveHint}>
          {words.isActive}
        </Switch>
      )}
    </WordDialog>
  )
}

interface SideFieldsProps {
  side: 'a' | 'b'
  given: Given
  onChange: (change: Partial<Given>) => void
  failure: ApiFailure | null
}

function SideFields({ side, given, onChange, failure }: SideFieldsProps) {
  const words = useFileWordWords()
  const [fa, en, who] = [`${side}Fa`, `${side}En`, `${side}Kind`] as const
  return (
    <FormSection title={side === 'a' ? words.aSide : words.bSide} hint={side === 'a' ? words.aHint : words.bHint}>
      <FieldRow>
        <TextField
          isRequired
          label={words.inFa}
          maxLength={60}
          value={given[fa]}
          onChange={(name) => onChange({ [fa]: name })}
          problem={failure?.byField[fa]}
        />
        <TextField
          isRequired
          label={words.inEn}
          maxLength={60}
          value={given[en]}
          onChange={(name) => onChange({ [en]: name })}
          problem={failure?.byField[en]}
        />
      </FieldRow>
      <Select
        label={words.who}
        options={[
          { id: 'any', label: words.anybody },
          { id: 'person', label: words.person },
          { id: 'organisation', label: words.organisation },
        ]}
        value={given[who] ?? 'any'}
        onChange={(chosen) => onChange({ [who]: chosen === 'any' ? null : chosen })}
      />
    </FormSection>
  )
}

function useSave(kind: RelationKind | null, onClose: () => void) {
  const { saved } = useSettingWords()
  const client = useQueryClient()
  const onSuccess = () => {
    void client.invalidateQueries({ queryKey: [relationKindRoutes.list.path] })
    toast({ text: saved })
    onClose()
  }
  const add = useWrite(relationKindRoutes.add, { onSuccess })
  const change = useWrite(relationKindRoutes.change, { onSuccess })
  const submit = ({ aFa, aEn, bFa, bEn, aKind, bKind, kinship, active }: Given) => {
    const body = { aFa, aEn, bFa, bEn, aKind, bKind, kinship, active }
    if (kind) change.mutate({ params: { kindId: kind.id }, body: { ...body, version: kind.version } })
    else add.mutate({ body })
  }
  return { submit, error: add.error ?? change.error, isPending: add.isPending || change.isPending }
}
