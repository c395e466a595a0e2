import { importRoutes, type ResponseOf } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Columns3, Pause, Play, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { query, useWrite } from '../../../api/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import type { Import } from '../import.types.ts'
import { useProgressWords } from './messages.ts'

/** Keeps what the server has just said of an import. */
function useKeep() {
  const client = useQueryClient()
  return (one: ResponseOf<typeof importRoutes.show>) => {
    client.setQueryData(query(importRoutes.show, { params: { importId: one.id } }).queryKey, one)
    void client.invalidateQueries({ queryKey: [importRoutes.list.path] })
  }
}

/** What may be done to an import as it stands. */
export function ImportActions({ one, onRemap }: { one: Import; onRemap?: () => void }) {
  const words = useProgressWords()
  const keep = useKeep()
  const pause = useWrite(importRoutes.pause, { onSuccess: keep, onError: toastFailure })
  const resume = useWrite(importRoutes.resume, { onSuccess: keep, onError: toastFailure })
  const input = { params: { importId: one.id } }
  const resumeWord = one.state === 'failed' ? words.retry : one.failure ? words.resumeBroken : words.resume
  return (
    <div className="flex flex-wrap items-center gap-2">
      {one.can.resume && (
        <Button
          variant="primary"
          icon={<Play size={16} className="turns" />}
          pending={resume.isPending}
          onPress={() => resume.mutate(input)}
        >
          {resumeWord}
        </Button>
      )}
      {one.can.pause && (
        <Button icon={<Pause size={16} />} pending={pause.isPending} onPress={() => pause.mutate(input)}>
          {words.pause}
        </Button>
      )}
      {one.can.start && onRemap && (
        <Button icon={<Columns3 size={16} />} onPress={onRemap}>
          {words.remap}
        </Button>
      )}
      {one.can.discard && <Discard one={one} />}
    </div>
  )
}

/** Gives an import up, after asking. */
export function Discard({ one }: { one: Import }) {
  const words = useProgressWords()
  const keep = useKeep()
  const [asking, setAsking] = useState(false)
  const discard = useWrite(importRoutes.discard, {
    onSuccess: (after) => {
      keep(after)
      setAsking(false)
      toast({ text: words.discarded })
    },
    onError: toastFailure,
  })
  return (
    <>
      <Button variant="quiet" icon={<Trash2 size={16} />} className="text-danger!" onPress={() => setAsking(true)}>
        {words.discard}
      </Button>
      <ConfirmDialog
        danger
        title={words.discardTitle}
        actionLabel={words.discard}
        isOpen={asking}
        onOpenChange={setAsking}
        pending={discard.isPending}
        onConfirm={() => discard.mutate({ params: { importId: one.id } })}
      >
        {words.discardText}
      </ConfirmDialog>
    </>
  )
}
