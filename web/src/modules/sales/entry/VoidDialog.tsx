import { ledgerRoutes } from '@parvandeh/contract'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useAfterWrite } from '../after-write.ts'
import { useSalesWords } from '../messages.ts'
import type { Entry } from '../sales.types.ts'
import { useEntryWords } from './messages.ts'

/** Voids a voucher, with the reason. */
export function VoidDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const words = useEntryWords()
  const shared = useSalesWords()
  const afterWrite = useAfterWrite()
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const write = useWrite(ledgerRoutes.void, {
    onSuccess: ({ account }) => {
      afterWrite(account)
      toast({ text: words.voidDone })
      onClose()
    },
  })
  const submit = () => {
    setAsked(true)
    const { customerId, id: entryId, version } = entry
    if (reason.trim()) write.mutate({ params: { customerId, entryId }, body: { reason, version } })
  }
  return (
    <Dialog size="small" isOpen onOpenChange={(open) => !open && onClose()} title={words.voidTitle}>
      <FormLayout
        failure={write.error}
        onSubmit={submit}
        actions={
          <>
            <Button type="submit" variant="danger" pending={write.isPending}>
              {words.void}
            </Button>
            <Button onPress={onClose}>{shared.cancel}</Button>
          </>
        }
      >
        <p className="text-muted">{words.voidText}</p>
        <TextField
          autoFocus
          isRequired
          label={words.reason}
          value={reason}
          onChange={setReason}
          maxLength={300}
          problem={write.error?.byField['reason'] ?? (isAsked && !reason.trim() ? shared.needed : undefined)}
        />
      </FormLayout>
    </Dialog>
  )
}
