import { calendarRoutes } from '@parvandeh/contract'
import { addDays, instantOfLocal } from '@parvandeh/contract/persian'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useDirectory } from '../../../../api/directory.ts'
import { useWrite } from '../../../../api/query.ts'
import { useFormat } from '../../../../persian/format.ts'
import { Button } from '../../../../ui/Button.tsx'
import { ComboBox } from '../../../../ui/ComboBox.tsx'
import { DatePicker } from '../../../../ui/date/DateField.tsx'
import { TimeField } from '../../../../ui/date/TimeField.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { FieldRow, FormLayout } from '../../../../ui/FormLayout.tsx'
import { Segmented } from '../../../../ui/Segmented.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { toast } from '../../../../ui/toast.tsx'
import { useSettingWords } from '../../messages.ts'
import { useCalendarWords } from '../messages.ts'

interface Values {
  personId: string | null
  kind: 'days' | 'hours'
  first: string | null
  last: string | null
  fromTime: string | null
  toTime: string | null
  note: string
}

/** Records a leave of whole days, or of some hours of one day. */
export function AddLeaveDialog({ onClose }: { onClose: () => void }) {
  const words = useCalendarWords()
  const settings = useSettingWords()
  const { zone, today } = useFormat()
  const { activePeople } = useDirectory()
  const [given, setGiven] = useState<Values>({
    personId: null,
    kind: 'days',
    first: today(),
    last: today(),
    fromTime: '08:00',
    toTime: '10:00',
    note: '',
  })
  const add = useAdd(onClose)
  const span = spanOf(given, zone)
  const { personId, note } = given
  const change = (part: Partial<Values>) => setGiven({ ...given, ...part })
  return (
    <Dialog size="small" isOpen onOpenChange={(open) => !open && onClose()} title={words.addLeave}>
      <FormLayout
        onSubmit={() => personId && span && add.mutate({ body: { personId, ...span, note } })}
        failure={add.error}
        actions={
          <>
            <Button type="submit" variant="primary" pending={add.isPending} isDisabled={personId === null || span === null}>
              {words.addLeave}
            </Button>
            <Button onPress={onClose}>{settings.cancel}</Button>
          </>
        }
      >
        <ComboBox
          isRequired
          autoFocus
          label={words.person}
          options={activePeople.map(({ id, name }) => ({ id, label: name }))}
          value={personId}
          onChange={(id) => change({ personId: id })}
        />
        <Segmented
          showLabel
          label={words.leaveKind}
          options={(['days', 'hours'] as const).map((id) => ({ id, label: words.leaveKinds[id] }))}
          value={given.kind}
          onChange={(kind) => change({ kind })}
        />
        <Span given={given} onChange={change} isWrong={span === null} />
        <TextField label={words.note} value={note} maxLength={200} onChange={(next) => change({ note: next })} />
      </FormLayout>
    </Dialog>
  )
}

function Span({ given, onChange, isWrong }: { given: Values; onChange: (part: Partial<Values>) => void; isWrong: boolean }) {
  const words = useCalendarWords()
  const problem = isWrong ? words.needDays : undefined
  if (given.kind === 'days') {
    return (
      <FieldRow>
        <DatePicker isRequired label={words.firstDay} value={given.first} onChange={(first) => onChange({ first })} />
        <DatePicker isRequired label={words.lastDay} value={given.last} onChange={(last) => onChange({ last })} problem={problem} />
      </FieldRow>
    )
  }
  return (
    <>
      <DatePicker isRequired label={words.firstDay} value={given.first} onChange={(first) => onChange({ first })} />
      <FieldRow>
        <TimeField isRequired label={words.fromTime} value={given.fromTime} onChange={(fromTime) => onChange({ fromTime })} />
        <TimeField isRequired label={words.toTime} value={given.toTime} onChange={(toTime) => onChange({ toTime })} problem={problem} />
      </FieldRow>
    </>
  )
}

/** The moments between which somebody is away; null while they make no sense. */
function spanOf({ kind, first, last, fromTime, toTime }: Values, zone: string): { from: string; to: string } | null {
  if (first === null) return null
  const at = (day: string, time: string) => instantOfLocal(day, time, zone).toISOString()
  const [from, to] =
    kind === 'days'
      ? [at(first, '00:00:00'), last === null ? '' : at(addDays(last, 1), '00:00:00')]
      : [fromTime === null ? '' : at(first, `${fromTime}:00`), toTime === null ? '' : at(first, `${toTime}:00`)]
  return from !== '' && to !== '' && from < to ? { from, to } : null
}

function useAdd(onClose: () => void) {
  const words = useCalendarWords()
  const client = useQueryClient()
  return useWrite(calendarRoutes.addLeave, {
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [calendarRoutes.listLeaves.path] })
      toast({ text: words.leaveAdded })
      onClose()
    },
  })
}
