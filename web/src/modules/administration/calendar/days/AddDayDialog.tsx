import { calendarRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useWrite } from '../../../../api/query.ts'
import { Button } from '../../../../ui/Button.tsx'
import { DatePicker } from '../../../../ui/date/DateField.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { FormLayout } from '../../../../ui/FormLayout.tsx'
import { RadioGroup } from '../../../../ui/RadioGroup.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { useSettingWords } from '../../messages.ts'
import type { Exception, Owner, Spell } from '../calendar.types.ts'
import { SpellFields } from '../hours/SpellFields.tsx'
import { nextSpell } from '../hours/week.ts'
import { useCalendarWords } from '../messages.ts'

const kinds = ['holiday', 'closure', 'half-day', 'working-day'] as const

/** Names a day that differs from the week. Half days and working days say in which hours. */
export function AddDayDialog({ owner, day, onClose }: { owner: Owner; day: string; onClose: () => void }) {
  const words = useCalendarWords()
  const settings = useSettingWords()
  const [given, setGiven] = useState({
    day,
    kind: 'closure' as Exception['kind'],
    name: '',
    intervals: [{ from: '08:00', to: '12:00' }] as Spell[],
  })
  const add = useAdd(onClose)
  const hasHours = given.kind === 'half-day' || given.kind === 'working-day'
  return (
    <Dialog size="small" isOpen onOpenChange={(open) => !open && onClose()} title={words.addDay}>
      <FormLayout
        onSubmit={() => add.mutate({ body: { ...owner, ...given, intervals: hasHours ? given.intervals : null } })}
        failure={add.error}
        actions={
          <>
            <Button type="submit" variant="primary" pending={add.isPending}>
              {settings.add}
            </Button>
            <Button onPress={onClose}>{settings.cancel}</Button>
          </>
        }
      >
        <DatePicker isRequired label={words.day} value={given.day} onChange={(next) => next && setGiven({ ...given, day: next })} />
        <RadioGroup
          label={words.kind}
          options={kinds.map((id) => ({ id, label: words.kinds[id], hint: words.kindHints[id] }))}
          value={given.kind}
          onChange={(kind) => setGiven({ ...given, kind })}
        />
        <TextField
          isRequired
          autoFocus
          label={words.name}
          value={given.name}
          onChange={(name) => setGiven({ ...given, name })}
          problem={add.error?.byField.name}
        />
        {hasHours && <HoursOfDay spells={given.intervals} onChange={(intervals) => setGiven({ ...given, intervals })} />}
      </FormLayout>
    </Dialog>
  )
}

function useAdd(onClose: () => void) {
  const words = useCalendarWords()
  const client = useQueryClient()
  return useWrite(calendarRoutes.addException, {
    onSuccess: ({ name }) => {
      void client.invalidateQueries({ queryKey: [calendarRoutes.listExceptions.path] })
      toast({ text: words.dayAdded(name) })
      onClose()
    },
  })
}

function HoursOfDay({ spells, onChange }: { spells: readonly Spell[]; onChange: (spells: Spell[]) => void }) {
  const words = useCalendarWords()
  return (
    <fieldset className="flex flex-col items-start gap-2">
      <legend className="mb-1 text-small font-medium text-muted">{words.hours}</legend>
      {spells.map((spell, index) => (
        <SpellFields
          key={index}
          name={words.day}
          spell={spell}
          onChange={(changed) => onChange(spells.map((one, place) => (place === index ? changed : one)))}
          onRemove={() => onChange(spells.filter((_, place) => place !== index))}
        />
      ))}
      <Button size="small" icon={<Plus size={15} />} onPress={() => onChange([...spells, nextSpell(spells)])}>
        {words.anotherSpell}
      </Button>
    </fieldset>
  )
}
