import { completenessRoutes, programmeRoutes, segmentRoutes } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useDirectory } from '../../../api/directory.ts'
import { query, useWrite } from '../../../api/query.ts'
import { useLanguage } from '../../../i18n/language.tsx'
import { useFormat } from '../../../persian/format.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { DatePicker } from '../../../ui/date/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, FormLayout, FormSection } from '../../../ui/FormLayout.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { TextArea, TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useCollectionWords } from '../messages.ts'
import type { Programme } from './programme.types.ts'

type Given = Pick<Programme, 'name' | 'note' | 'fields' | 'segmentId' | 'people' | 'units'> & { until: string | null }

const nothing: Given = { name: '', note: '', fields: [], segmentId: null, until: null, people: [], units: [] }

/** Sets out what is to be collected, from whom, until when and by whom; or changes it. */
export function ProgrammeDialog({ programme, onClose }: { programme?: Programme; onClose: () => void }) {
  const words = useCollectionWords()
  const [given, setGiven] = useState<Given>(programme ?? nothing)
  const [isAsked, setAsked] = useState(false)
  const { save, failure, isPending } = useSave(programme, onClose)
  const change = (some: Partial<Given>) => setGiven({ ...given, ...some })
  const problems = failure?.byField ?? {}
  const submit = () => {
    setAsked(true)
    const { until, name, fields } = given
    if (until && name.trim() && fields.length > 0) save({ ...given, until })
  }
  return (
    <Dialog isOpen onOpenChange={(open) => !open && onClose()} title={programme ? words.change : words.newProgramme}>
      <FormLayout
        failure={failure}
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" variant="primary" pending={isPending}>
              {programme ? words.save : words.create}
            </Button>
            <Button onPress={onClose}>{words.cancel}</Button>
          </>
        }
      >
        <FieldRow>
          <TextField
            autoFocus
            isRequired
            label={words.name}
            value={given.name}
            onChange={(name) => change({ name })}
            maxLength={120}
            problem={problems['name'] ?? (isAsked && !given.name.trim() ? words.needed : undefined)}
          />
          <DatePicker
            isRequired
            label={words.until}
            value={given.until}
            onChange={(until) => change({ until })}
            problem={problems['until'] ?? (isAsked && !given.until ? words.needed : undefined)}
          />
        </FieldRow>
        <Fields given={given} onChange={change} problem={isAsked && given.fields.length === 0 ? words.needed : undefined} />
        <Whose given={given} onChange={change} />
        <TextArea label={words.note} rows={2} value={given.note} onChange={(note) => change({ note })} maxLength={1000} />
      </FormLayout>
    </Dialog>
  )
}

function useSave(programme: Programme | undefined, onClose: () => void) {
  const words = useCollectionWords()
  const client = useQueryClient()
  const onSuccess = () => {
    for (const route of [programmeRoutes.list, programmeRoutes.show, completenessRoutes.ofFile])
      void client.invalidateQueries({ queryKey: [route.path] })
    toast({ text: words.saved })
    onClose()
  }
  const create = useWrite(programmeRoutes.create, { onSuccess })
  const change = useWrite(programmeRoutes.change, { onSuccess })
  const save = (body: Given & { until: string }) => {
    const { name, note, fields, segmentId, until, people, units } = body
    const said = { name, note, fields, segmentId, until, people, units }
    if (!programme) return create.mutate({ body: said })
    const { id: programmeId, version, state } = programme
    return change.mutate({ params: { programmeId }, body: { ...said, closed: state === 'closed', version } })
  }
  return { save, failure: create.error ?? change.error, isPending: create.isPending || change.isPending }
}

interface PartProps {
  given: Given
  onChange: (some: Partial<Given>) => void
}

function Fields({ given, onChange, problem }: PartProps & { problem: string | undefined }) {
  const words = useCollectionWords()
  const language = useLanguage()
  const { data } = useQuery(query(completenessRoutes.weights))
  const known = new Map((data?.kinds ?? []).flatMap(({ fields }) => fields.map(({ key, label }) => [key, label[language]] as const)))
  const left = [...known].filter(([key]) => given.fields.every((field) => field.key !== key)).map(([id, label]) => ({ id, label }))
  return (
    <FormSection title={words.fieldsOf} hint={given.fields.length > 0 ? words.minutesHint : undefined}>
      {given.fields.map((field, place) => (
        <div key={field.key} className="flex items-end gap-3">
          <span className="min-w-0 flex-1 pb-2">{known.get(field.key) ?? field.key}</span>
          <NumberField
            className="w-32"
            label={words.minutes}
            decimals={1}
            minimum={0}
            maximum={120}
            step={0.5}
            value={field.minutes}
            onChange={(minutes) => onChange({ fields: given.fields.map((one, index) => (index === place ? { ...one, minutes } : one)) })}
          />
          <IconButton
            label={words.remove}
            icon={<X size={16} />}
            onPress={() => onChange({ fields: given.fields.filter((_, index) => index !== place) })}
          />
        </div>
      ))}
      <ComboBox
        key={given.fields.length}
        label={words.addField}
        options={left}
        value={null}
        problem={problem}
        onChange={(key) => key && onChange({ fields: [...given.fields, { key, minutes: null }] })}
      />
    </FormSection>
  )
}

function Whose({ given, onChange }: PartProps) {
  const words = useCollectionWords()
  const format = useFormat()
  const { activePeople, units, personName, unitName } = useDirectory()
  const { data } = useQuery(query(segmentRoutes.list))
  const segments = (data?.segments ?? []).filter(({ usable }) => usable).map(({ id, name }) => ({ id, label: name }))
  const chips = [
    ...given.people.map((id) => ({
      id,
      label: personName(id) ?? '',
      drop: () => onChange({ people: given.people.filter((one) => one !== id) }),
    })),
    ...given.units.map((id) => ({
      id,
      label: unitName(id) ?? '',
      drop: () => onChange({ units: given.units.filter((one) => one !== id) }),
    })),
  ]
  return (
    <>
      <ComboBox
        label={words.segment}
        placeholder={words.everyone}
        options={segments}
        value={given.segmentId}
        onChange={(segmentId) => onChange({ segmentId })}
      />
      <FieldRow>
        <ComboBox
          key={`p${given.people.length}`}
          label={words.people}
          placeholder={words.anybody}
          options={activePeople.filter(({ id }) => !given.people.includes(id)).map(({ id, name }) => ({ id, label: name }))}
          value={null}
          onChange={(id) => id && onChange({ people: [...given.people, id] })}
        />
        <ComboBox
          key={`u${given.units.length}`}
          label={words.units}
          options={units.filter(({ id }) => !given.units.includes(id)).map(({ id, name }) => ({ id, label: name }))}
          value={null}
          onChange={(id) => id && onChange({ units: [...given.units, id] })}
        />
      </FieldRow>
      {chips.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label={`${words.people}: ${format.number(chips.length)}`}>
          {chips.map(({ id, label, drop }) => (
            <li key={id} className="inline-flex items-center gap-1">
              <Badge>{label}</Badge>
              <IconButton size="small" label={`${words.remove}: ${label}`} icon={<X size={13} />} onPress={drop} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
