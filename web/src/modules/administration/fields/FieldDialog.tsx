import { type CustomField, customFieldRoutes, customFieldTypes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { useLabelOf } from '../../../own-fields/use-own-fields.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, FormLayout } from '../../../ui/FormLayout.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSettingWords } from '../messages.ts'
import { BehaviourFields } from './BehaviourFields.tsx'
import { BoundsFields } from './BoundsFields.tsx'
import { ChoicesEditor } from './ChoicesEditor.tsx'
import { choicesToSend, definitionOf, emptyDefinition } from './definition.ts'
import type { Definition, Edited, OwnFields } from './field.types.ts'
import { FieldPreview } from './FieldPreview.tsx'
import { useFieldWords } from './messages.ts'
import { VisibleWhen } from './VisibleWhen.tsx'

interface FieldDialogProps {
  shown: OwnFields
  edited: Edited
  onClose: () => void
}

/** Defines a field, with what it will look like beside it. */
export function FieldDialog({ shown, edited, onClose }: FieldDialogProps) {
  const words = useFieldWords()
  const settings = useSettingWords()
  const old = 'field' in edited ? edited.field : null
  const [given, setGiven] = useState<Definition>(() =>
    old ? definitionOf(old) : emptyDefinition('groupId' in edited ? edited.groupId : ''),
  )
  const set = (change: Partial<Definition>) => setGiven({ ...given, ...change })
  const save = useSave(old, onClose)
  const problems = save.error?.byField ?? {}
  const hasChoices = given.type === 'choice' || given.type === 'choices'
  return (
    <Dialog size="large" isOpen onOpenChange={(open) => !open && onClose()} title={old ? words.edit : words.add}>
      <FormLayout
        onSubmit={() => save.submit(given)}
        failure={save.error}
        actions={
          <>
            <Button type="submit" variant="primary" pending={save.isPending}>
              {old ? settings.save : settings.add}
            </Button>
            <Button onPress={onClose}>{settings.cancel}</Button>
          </>
        }
      >
        <div className="grid gap-x-6 gap-y-4 md:grid-cols-[minmax(0,1fr)_18rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <NameFields given={given} set={set} problems={problems} isNew={old === null} groups={shown.groups} />
            {hasChoices && <ChoicesEditor choices={given.choices} onChange={(choices) => set({ choices })} problem={problems.choices} />}
            <BehaviourFields given={given} set={set} problems={problems} />
            <BoundsFields given={given} set={set} problems={problems} />
            <VisibleWhen given={given} set={set} fields={shown.fields.filter(({ id }) => id !== old?.id)} problem={problems.visibleWhen} />
          </div>
          <FieldPreview given={given} />
        </div>
      </FormLayout>
    </Dialog>
  )
}

function useSave(old: CustomField | null, onClose: () => void) {
  const { saved } = useSettingWords()
  const client = useQueryClient()
  const onSuccess = () => {
    void client.invalidateQueries({ queryKey: [customFieldRoutes.list.path] })
    toast({ text: saved })
    onClose()
  }
  const add = useWrite(customFieldRoutes.add, { onSuccess })
  const change = useWrite(customFieldRoutes.change, { onSuccess })
  const { error, isPending } = old ? change : add
  const submit = ({ key, type, ...definition }: Definition) => {
    const body = { ...definition, choices: choicesToSend(definition.choices) }
    if (old) change.mutate({ params: { fieldId: old.id }, body: { ...body, version: old.version } })
    else add.mutate({ body: { ...body, type, ...(key ? { key } : {}) } })
  }
  return { submit, error, isPending }
}

interface NameFieldsProps {
  given: Definition
  set: (change: Partial<Definition>) => void
  problems: Record<string, string>
  isNew: boolean
  groups: OwnFields['groups']
}

function NameFields({ given, set, problems, isNew, groups }: NameFieldsProps) {
  const words = useFieldWords()
  return (
    <>
      <FieldRow>
        <TextField
          isRequired
          autoFocus
          label={words.name}
          value={given.label.fa}
          maxLength={80}
          onChange={(fa) => set({ label: { ...given.label, fa } })}
          problem={problems['label.fa']}
        />
        <TextField
          ltr
          label={words.nameEn}
          value={given.label.en ?? ''}
          maxLength={80}
          onChange={(en) => set({ label: { ...given.label, en: en || null } })}
          problem={problems['label.en']}
        />
      </FieldRow>
      <PlaceFields given={given} set={set} problems={problems} isNew={isNew} groups={groups} />
      {isNew && (
        <TextField
          ltr
          label={words.key}
          hint={words.keyHint}
          value={given.key ?? ''}
          maxLength={30}
          onChange={(key) => set({ key })}
          problem={problems.key}
        />
      )}
      <TextField
        label={words.help}
        hint={words.helpHint}
        value={given.help.fa ?? ''}
        maxLength={300}
        onChange={(fa) => set({ help: { ...given.help, fa: fa || null } })}
        problem={problems['help.fa']}
      />
    </>
  )
}

/** Of which type the field is, for good, and in which group it stands. */
function PlaceFields({ given, set, problems, isNew, groups }: NameFieldsProps) {
  const words = useFieldWords()
  const labelOf = useLabelOf()
  return (
    <FieldRow>
      <Select
        label={words.type}
        isDisabled={!isNew}
        hint={words.typeHint}
        options={customFieldTypes.map((id) => ({ id, label: words.types[id] }))}
        value={given.type}
        onChange={(type) => set({ type })}
      />
      <Select
        label={words.group}
        options={groups.map(({ id, label }) => ({ id, label: labelOf(label) }))}
        value={given.groupId}
        onChange={(groupId) => set({ groupId })}
        problem={problems.groupId}
      />
    </FieldRow>
  )
}
