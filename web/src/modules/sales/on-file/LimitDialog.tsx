import { ledgerRoutes } from '@parvandeh/contract'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { MoneyField } from '../../../ui/MoneyField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useAfterWrite } from '../after-write.ts'
import { useSalesWords } from '../messages.ts'
import type { Account } from '../sales.types.ts'
import { useAccountWords } from './messages.ts'

/** How much the customer may owe. */
export function LimitDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const words = useAccountWords()
  const shared = useSalesWords()
  const afterWrite = useAfterWrite()
  const [creditLimit, setLimit] = useState(account.creditLimit)
  const write = useWrite(ledgerRoutes.setLimit, {
    onSuccess: (after) => {
      afterWrite(after)
      toast({ text: words.limitSaved })
      onClose()
    },
  })
  const { customerId, version } = account
  return (
    <Dialog size="small" isOpen onOpenChange={(open) => !open && onClose()} title={words.setLimit}>
      <FormLayout
        failure={write.error}
        onSubmit={() => write.mutate({ params: { customerId }, body: { creditLimit, version } })}
        actions={
          <>
            <Button type="submit" variant="primary" pending={write.isPending}>
              {shared.save}
            </Button>
            <Button onPress={onClose}>{shared.cancel}</Button>
          </>
        }
      >
        <MoneyField autoFocus label={words.limit} hint={words.limitHint} value={creditLimit} onChange={setLimit} minimum={0} />
      </FormLayout>
    </Dialog>
  )
}
