import { behaviourRoutes } from '@parvandeh/contract'
import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useDirectory } from '../../../api/directory.ts'
import { useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { type Behaviour, useKeepBehaviour } from './behaviour.ts'
import { useBehaviourWords } from './messages.ts'
import { NoteDialog } from './NoteDialog.tsx'

type Note = Behaviour['notes'][number]

/** Notes on behaviour, newest first, with who wrote them and when. */
export function BehaviourNotes({ customerId, behaviour }: { customerId: string; behaviour: Behaviour }) {
  const words = useBehaviourWords()
  const [edited, setEdited] = useState<Note | null>(null)
  if (behaviour.notes.length === 0) return null
  return (
    <section>
      <h3 className="mb-1 text-caption font-medium text-faint">{words.notes}</h3>
      <ul className="flex flex-col gap-2">
        {behaviour.notes.map((note) => (
          <NoteLine key={note.id} customerId={customerId} note={note} onEdit={behaviour.can.edit ? () => setEdited(note) : undefined} />
        ))}
      </ul>
      {edited && <NoteDialog customerId={customerId} note={edited} onClose={() => setEdited(null)} />}
    </section>
  )
}

function NoteLine({ customerId, note, onEdit }: { customerId: string; note: Note; onEdit: (() => void) | undefined }) {
  const words = useBehaviourWords()
  const format = useFormat()
  const { personName } = useDirectory()
  const keep = useKeepBehaviour(customerId)
  const addBack = useWrite(behaviourRoutes.addNote, { onSuccess: keep, onError: toastFailure })
  const remove = useWrite(behaviourRoutes.removeNote, {
    onSuccess: (after) => {
      keep(after)
      toast({ text: words.noteRemoved, onUndo: () => addBack.mutate({ params: { customerId }, body: { text: note.text } }) })
    },
    onError: toastFailure,
  })
  const told = [personName(note.writtenBy), format.date(note.writtenAt), note.changedAt && words.changed(format.date(note.changedAt))]
  return (
    <li className="flex items-start gap-1 rounded-control bg-hover ps-3 pe-1 py-1.5">
      <div className="min-w-0 flex-1">
        <p dir="auto" className="whitespace-pre-line wrap-anywhere">
          {note.text}
        </p>
        <p className="text-caption text-muted">{told.filter(Boolean).join(' · ')}</p>
      </div>
      {onEdit && (
        <span className="flex shrink-0">
          <IconButton size="small" label={words.editNote} icon={<Pencil size={14} />} onPress={onEdit} />
          <IconButton
            size="small"
            label={words.removeNote}
            icon={<Trash2 size={14} />}
            onPress={() => remove.mutate({ params: { customerId, noteId: note.id } })}
          />
        </span>
      )}
    </li>
  )
}
