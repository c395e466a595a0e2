import { removalRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { query, useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormFailure } from '../../../ui/FormLayout.tsx'
import { SkeletonLines } from '../../../ui/states.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import type { LeavingFile } from './leaving.types.ts'
import { useLeavingWords } from './messages.ts'
import { useListsAnew } from './stale-lists.ts'

/** Removes a file: says first what hangs on it, and offers at once to have it back. */
export function RemoveDialog({ file, onClose }: { file: LeavingFile; onClose: () => void }) {
  const words = useLeavingWords()
  const { customerId, displayName, version } = file
  const [reason, setReason] = useState('')
  const [despite, setDespite] = useState(false)
  const weighed = useQuery({ ...query(removalRoutes.weigh, { params: { customerId } }), gcTime: 0 })
  const remove = useRemoval(file, onClose)
  const openWork = weighed.data?.openWork ?? false
  const isReady = reason.trim() !== '' && weighed.data !== undefined && (!openWork || despite)
  const send = () => remove.mutate({ params: { customerId }, body: { version, reason: reason.trim(), despiteOpenWork: despite } })
  const failure = remove.error ?? weighed.error
  return (
    <Dialog
      isOpen
      title={words.removeTitle(displayName)}
      onOpenChange={(open) => !open && onClose()}
      renderActions={(close) => (
        <>
          <Button variant="danger" pending={remove.isPending} isDisabled={!isReady} onPress={send}>
            {words.remove}
          </Button>
          <Button onPress={close}>{words.cancel}</Button>
        </>
      )}
    >
      <div className="flex flex-col gap-4">
        {failure && <FormFailure failure={failure} />}
        <p className="text-pretty">{words.removeText}</p>
        {weighed.data ? <HangingList hanging={weighed.data.hanging} /> : weighed.error ? null : <SkeletonLines lines={2} />}
        <TextField
          autoFocus
          isRequired
          maxLength={300}
          label={words.reason}
          hint={words.reasonNeeded}
          value={reason}
          onChange={setReason}
        />
        {openWork && (
          <Checkbox isSelected={despite} onChange={setDespite} hint={words.despiteHint}>
            {words.despiteOpenWork}
          </Checkbox>
        )}
      </div>
    </Dialog>
  )
}

/** Removes the file, leads to the list, and offers at once to have it back. */
function useRemoval({ customerId, displayName }: LeavingFile, onClose: () => void) {
  const words = useLeavingWords()
  const navigate = useNavigate()
  const anew = useListsAnew()
  const restore = useWrite(removalRoutes.restore, {
    onSuccess: () => {
      anew()
      toast({ text: words.restored(displayName) })
    },
    onError: toastFailure,
  })
  return useWrite(removalRoutes.remove, {
    onSuccess: () => {
      onClose()
      anew()
      toast({ text: words.removed(displayName), onUndo: () => restore.mutate({ params: { customerId } }) })
      void navigate({ to: '/customers' })
    },
  })
}

/** What hangs on the file, as far as the reader sees it. */
export function HangingList({ hanging }: { hanging: readonly { kind: string; count: number; open: boolean }[] }) {
  const words = useLeavingWords()
  const format = useFormat()
  if (hanging.length === 0) return <p className="text-muted">{words.nothingHangs}</p>
  return (
    <section className="rounded-control bg-hover px-4 py-3">
      <h3 className="text-small font-medium text-muted">{words.hanging}</h3>
      <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-0.5">
        {hanging.map(({ kind, count, open }) => (
          <li key={kind} className={open ? 'font-semibold text-danger' : undefined}>
            {words.kinds[kind]?.(format.number(count)) ?? `${kind}: ${format.number(count)}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
