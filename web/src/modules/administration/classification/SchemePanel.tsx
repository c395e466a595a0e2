import { accessClasses, classificationRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import type { ConditionSource } from '../../../lists/condition/condition-source.types.ts'
import { isFinished } from '../../../lists/condition/ConditionLine.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { SidePanel } from '../../../ui/Dialog.tsx'
import { FieldRow, FormLayout } from '../../../ui/FormLayout.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSettingWords } from '../messages.ts'
import { ClassFields } from './ClassFields.tsx'
import { useClassificationWords } from './messages.ts'
import { bodyOf, type Scheme, type SchemeValues, valuesOf } from './scheme-form.ts'

interface SchemePanelProps {
  /** Null adds a new one. */
  scheme: Scheme | null
  source: ConditionSource
  onClose: () => void
}

/** Adds a scheme or changes one: its name, who sees it, its classes in order and what puts files into them. */
export function SchemePanel({ scheme, source: every, onClose }: SchemePanelProps) {
  const words = useClassificationWords()
  const settings = useSettingWords()
  const [values, setValues] = useState(() => valuesOf(scheme))
  const set = (change: Partial<SchemeValues>) => setValues({ ...values, ...change })
  // A rule asks neither for classes nor for segments, which may ask for them.
  const source = { ...every, fields: every.fields.filter(({ group, type }) => group !== 'classes' && type !== 'segment') }
  const save = useSave(scheme, source, onClose)
  return (
    <SidePanel wide isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={scheme ? words.editTitle(scheme.name) : words.addTitle}>
      <FormLayout
        onSubmit={() => save.submit(values)}
        failure={save.error}
        actions={
          <>
            <Button type="submit" variant="primary" pending={save.isPending}>
              {scheme ? settings.save : settings.add}
            </Button>
            <Button onPress={onClose}>{settings.cancel}</Button>
          </>
        }
      >
        <SchemeFacts values={values} problem={save.error?.byField.name} onChange={set} />
        <ClassFields
          classes={values.classes}
          byRule={values.by === 'rule'}
          source={source}
          failure={save.error}
          onChange={(classes) => set({ classes })}
        />
        {values.by === 'rule' && <Protected values={values} onChange={set} />}
        {scheme && (
          <Switch isSelected={values.active} onChange={(active) => set({ active })} hint={words.inUseHint}>
            {words.inUse}
          </Switch>
        )}
      </FormLayout>
    </SidePanel>
  )
}

interface SchemeFactsProps {
  values: SchemeValues
  problem: string | undefined
  onChange: (change: Partial<SchemeValues>) => void
}

/** What the scheme is called, who decides in it, and who sees it. */
function SchemeFacts({ values, problem, onChange }: SchemeFactsProps) {
  const words = useClassificationWords()
  return (
    <>
      <FieldRow>
        <TextField
          isRequired
          autoFocus
          label={words.name}
          maxLength={80}
          value={values.name}
          onChange={(name) => onChange({ name })}
          problem={problem}
        />
        <TextField label={words.nameEn} maxLength={80} value={values.nameEn} onChange={(nameEn) => onChange({ nameEn })} />
      </FieldRow>
      <div>
        <Segmented
          showLabel
          label={words.byLabel}
          value={values.by}
          onChange={(by) => onChange({ by })}
          options={(['hand', 'rule'] as const).map((id) => ({ id, label: words.by[id] }))}
        />
        <p className="mt-1 text-small text-muted">{words.byHint[values.by]}</p>
      </div>
      <Select
        label={words.accessClass}
        hint={words.accessHint}
        options={accessClasses.map((id) => ({ id, label: words.accessClasses[id] }))}
        value={values.accessClass}
        onChange={(accessClass) => onChange({ accessClass })}
      />
    </>
  )
}

function Protected({ values, onChange }: { values: SchemeValues; onChange: (change: Partial<SchemeValues>) => void }) {
  const words = useClassificationWords()
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      <Checkbox isSelected={values.isProtected} onChange={(isProtected) => onChange({ isProtected })} hint={words.protectedHint}>
        {words.protected}
      </Checkbox>
      {values.isProtected && (
        <TextField
          isRequired
          label={words.protectedReason}
          maxLength={300}
          value={values.protectedReason}
          onChange={(protectedReason) => onChange({ protectedReason })}
        />
      )}
    </div>
  )
}

function useSave(scheme: Scheme | null, source: ConditionSource, onClose: () => void) {
  const { saved } = useSettingWords()
  const client = useQueryClient()
  const onSuccess = () => {
    void client.invalidateQueries({ queryKey: [classificationRoutes.list.path] })
    void client.invalidateQueries({ queryKey: [classificationRoutes.progress.path] })
    toast({ text: saved })
    onClose()
  }
  const add = useWrite(classificationRoutes.add, { onSuccess })
  const change = useWrite(classificationRoutes.change, { onSuccess })
  const submit = (values: SchemeValues) =>
    scheme
      ? change.mutate({ params: { schemeId: scheme.id }, body: { ...bodyOf(values, isFinished(source)), version: scheme.version } })
      : add.mutate({ body: bodyOf(values, isFinished(source)) })
  return { submit, error: add.error ?? change.error, isPending: add.isPending || change.isPending }
}
