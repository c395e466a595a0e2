import { behaviourRoutes } from '@parvandeh/contract'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { TextArea } from '../../../ui/TextField.tsx'
import { type Behaviour, useKeepBehaviour } from './behaviour.ts'
import { useBehaviourWords } from './messages.ts'

interface NoteDialogProps {
  customerId: string
  /** Null writes a new one. */
  note: Behaviour['notes'][number] | null
  onClose: () => void
}

/** Writes a note on behaviour, or writes one anew. */
export function NoteDialog({ customerId, note, onClose }: NoteDialogProps) {
  const words = useBehaviourWords()
  const keep = useKeepBehaviour(customerId)
  const [text, setText] = useState(note?.text ?? '')
  const onSuccess = (after: Behaviour) => {
    keep(after)
    onClose()
  }
  const add = useWrite(behaviourRoutes.addNote, { onSuccess })
  const change = useWrite(behaviourRoutes.changeNote, { onSuccess })
  const save = note ? change : add
  const submit = () =>
    note
      ? change.mutate({ params: { customerId, noteId: note.id }, body: { text, version: note.version } })
      : add.mutate({ params: { customerId }, body: { text } })
  return (
    <Dialog size="small" isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={note ? words.editNote : words.addNote}>
      <FormLayout
        onSubmit={submit}
        failure={save.error}
        actions={
          <>
            <Button type="submit" variant="primary" isDisabled={text.trim() === ''} pending={save.isPending}>
              {words.save}
            </Button>
            <Button onPress={onClose}>{words.cancel}</Button>
          </>
        }
      >
        <TextArea autoFocus label={words.noteText} hint={words.noteHint} maxLength={4000} rows={4} value={text} onChange={setText} />
      </FormLayout>
    </Dialog>
  )
}
