import { type ChequeState, chequeRoutes } from '@parvandeh/contract'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { DatePicker } from '../../../ui/date/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { useAfterWrite } from '../after-write.ts'
import { useSalesWords } from '../messages.ts'
import { useEntryWords } from './messages.ts'

interface MoveProps {
  cheque: { customerId: string; id: string; version: number; next: readonly ChequeState[] }
  onClose: () => void
}

/** What became of a cheque; just said, it can be taken back. */
export function MoveChequeDialog({ cheque, onClose }: MoveProps) {
  const words = useEntryWords()
  const shared = useSalesWords()
  const format = useFormat()
  const afterWrite = useAfterWrite()
  const params = { customerId: cheque.customerId, entryId: cheque.id }
  const [state, setState] = useState<ChequeState | null>(cheque.next[0] ?? null)
  const [day, setDay] = useState<string | null>(format.today())
  const [note, setNote] = useState('')
  const undo = useWrite(chequeRoutes.undo, { onSuccess: ({ account }) => void afterWrite(account), onError: toastFailure })
  const write = useWrite(chequeRoutes.move, {
    onSuccess: ({ entry, account }) => {
      afterWrite(account)
      const text = words.moved(shared.states[entry.cheque?.state ?? 'in-hand'])
      toast({ text, onUndo: () => undo.mutate({ params, body: { version: entry.version } }) })
      onClose()
    },
  })
  const submit = () => state && day && write.mutate({ params, body: { state, day, note, version: cheque.version } })
  return (
    <Dialog size="small" isOpen onOpenChange={(open) => !open && onClose()} title={words.move}>
      <FormLayout
        failure={write.error}
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" variant="primary" pending={write.isPending}>
              {shared.save}
            </Button>
            <Button onPress={onClose}>{shared.cancel}</Button>
          </>
        }
      >
        <RadioGroup
          label={words.moveTo}
          options={cheque.next.map((id) => ({ id, label: shared.states[id] }))}
          value={state}
          onChange={setState}
        />
        <DatePicker isRequired label={words.day} value={day} onChange={setDay} problem={write.error?.byField['day']} />
        <TextField label={words.note} value={note} onChange={setNote} maxLength={300} />
      </FormLayout>
    </Dialog>
  )
}
