import { businessRoutes } from '@parvandeh/contract'
import { useState } from 'react'
import { useDirectory } from '../../../api/directory.ts'
import { useWrite } from '../../../api/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { HeardBox, useHeard } from '../evidence/Heard.tsx'
import { type Business, useKeepBusiness } from './business.ts'
import { useBusinessWords } from './messages.ts'

/** Says by whom the customer came. */
export function BusinessDialog({ customerId, business, onClose }: { customerId: string; business: Business; onClose: () => void }) {
  const words = useBusinessWords()
  const { activePeople, personName } = useDirectory()
  const keep = useKeepBusiness(customerId)
  const [marketerId, setMarketerId] = useState(business.marketerId)
  const [referrer, setReferrer] = useState(business.referrer ?? '')
  const heard = useHeard(customerId)
  const save = useWrite(businessRoutes.change, {
    onSuccess: (after) => {
      keep(after)
      onClose()
    },
  })
  const submit = () =>
    save.mutate({
      params: { customerId },
      body: { marketerId, referrer: referrer.trim() || null, version: business.version, source: heard.source() },
    })
  return (
    <Dialog size="small" isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={words.editTitle}>
      <FormLayout
        onSubmit={submit}
        failure={save.error}
        actions={
          <>
            <Button type="submit" variant="primary" pending={save.isPending}>
              {words.save}
            </Button>
            <Button onPress={onClose}>{words.cancel}</Button>
          </>
        }
      >
        <ComboBox
          autoFocus
          label={words.marketer}
          hint={words.marketerHint}
          options={activePeople.map(({ id, name }) => ({ id, label: name }))}
          value={marketerId}
          valueLabel={personName(marketerId)}
          onChange={setMarketerId}
          problem={save.error?.byField.marketerId}
        />
        <TextField label={words.referrer} maxLength={200} value={referrer} onChange={setReferrer} />
        <HeardBox heard={heard} />
      </FormLayout>
    </Dialog>
  )
}
