import { requestRoutes } from '@parvandeh/contract'
import { useState } from 'react'
import { useDirectory } from '../../../api/directory.ts'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { TextArea } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import type { RequestView } from '../request.types.ts'
import { type ActDialogProps, FormDialog } from './ActDialog.tsx'
import { useRequestWords } from './messages.ts'
import { keyOf, useAct } from './use-act.ts'

interface Props extends ActDialogProps {
  request: RequestView
}

/** Puts the request into the hands of one colleague. */
export function AssignDialog({ request, onClose }: Props) {
  const words = useRequestWords()
  const { activePeople, unitName } = useDirectory()
  const [personId, setPerson] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const act = useAct(requestRoutes.assign, { onDone: () => (toast({ text: words.done.assign }), onClose()) })
  const options = activePeople
    .filter(({ id }) => id !== request.holderId)
    .map(({ id, name, unitId }) => ({ id, label: name, hint: unitName(unitId) }))
  return (
    <FormDialog
      title={words.verbs.assign}
      action={words.verbs.assign}
      failure={act.error}
      pending={act.isPending}
      isComplete={personId !== null}
      onSubmit={() => personId && act.mutate({ params: keyOf(request), body: { personId, note } })}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <ComboBox
            autoFocus
            isRequired
            label={words.toWhom}
            hint={words.assignHint}
            options={options}
            value={personId}
            onChange={setPerson}
            problem={isAsked && personId === null ? words.needed : undefined}
          />
          <TextArea label={words.note} placeholder={words.notePlaceholder} value={note} onChange={setNote} />
        </>
      )}
    </FormDialog>
  )
}

/** Sends the request to the queue of another unit. */
export function ReferDialog({ request, onClose }: Props) {
  const words = useRequestWords()
  const { units } = useDirectory()
  const [unitId, setUnit] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const act = useAct(requestRoutes.refer, { onDone: () => (toast({ text: words.done.refer }), onClose()) })
  const options = units.filter(({ id }) => id !== request.unitId || request.holderId !== null).map(({ id, name }) => ({ id, label: name }))
  return (
    <FormDialog
      title={words.verbs.refer}
      action={words.verbs.refer}
      failure={act.error}
      pending={act.isPending}
      isComplete={unitId !== null}
      onSubmit={() => unitId && act.mutate({ params: keyOf(request), body: { unitId, note } })}
      onClose={onClose}
    >
      {(isAsked) => (
        <>
          <ComboBox
            autoFocus
            isRequired
            label={words.toUnit}
            hint={words.referHint}
            options={options}
            value={unitId}
            onChange={setUnit}
            problem={isAsked && unitId === null ? words.needed : undefined}
          />
          <TextArea label={words.note} placeholder={words.notePlaceholder} value={note} onChange={setNote} />
        </>
      )}
    </FormDialog>
  )
}
