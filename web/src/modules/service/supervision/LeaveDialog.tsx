import { instantOfLocal } from '@parvandeh/contract/persian'
import { useState } from 'react'
import { useDirectory } from '../../../api/directory.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { TimeField } from '../../../ui/date/TimeField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, FormLayout } from '../../../ui/FormLayout.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useSupervisionWords } from './messages.ts'
import { useLeaves } from './use-leaves.ts'

/** Some hours of leave today, without leaving the view of the team. */
export function LeaveDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const words = useSupervisionWords()
  const { zone, today } = useFormat()
  const { personName } = useDirectory()
  const [from, setFrom] = useState<string | null>('10:00')
  const [to, setTo] = useState<string | null>('12:00')
  const [note, setNote] = useState('')
  const { add, failure, isAdding } = useLeaves(onClose)
  const at = (time: string) => instantOfLocal(today(), time, zone).toISOString()
  const isWhole = from !== null && to !== null && from < to
  return (
    <Dialog size="small" isOpen onOpenChange={(open) => !open && onClose()} title={words.leaveOf(personName(personId) ?? '')}>
      <FormLayout
        failure={failure}
        onSubmit={() => isWhole && add({ personId, from: at(from), to: at(to), note })}
        actions={
          <>
            <Button type="submit" variant="primary" pending={isAdding} isDisabled={!isWhole}>
              {words.save}
            </Button>
            <Button onPress={onClose}>{words.cancel}</Button>
          </>
        }
      >
        <FieldRow>
          <TimeField label={words.from} value={from} onChange={setFrom} />
          <TimeField label={words.to} value={to} onChange={setTo} />
        </FieldRow>
        <TextField label={words.note} value={note} onChange={setNote} maxLength={200} />
        <p className="text-small text-muted">{words.leaveHint}</p>
      </FormLayout>
    </Dialog>
  )
}
