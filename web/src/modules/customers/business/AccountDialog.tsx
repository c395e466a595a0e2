import { businessRoutes } from '@parvandeh/contract'
import { bankOfCard, bankOfSheba, checkBankCard, checkSheba } from '@parvandeh/contract/persian'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { type Heard, HeardBox, useHeard } from '../evidence/Heard.tsx'
import { type Business, useKeepBusiness } from './business.ts'
import { useBusinessWords } from './messages.ts'

type Account = Business['accounts'][number]

interface AccountDialogProps {
  customerId: string
  /** Null adds a new one. */
  account: Account | null
  onClose: () => void
}

const empty = { kind: 'sheba' as Account['kind'], value: '', holder: '', note: '', primary: false, reason: '' }

/** Adds or changes a bank account; a number that looks wrong asks why it is kept. */
export function AccountDialog({ customerId, account, onClose }: AccountDialogProps) {
  const words = useBusinessWords()
  const [given, setGiven] = useState(account ? { ...empty, ...filled(account) } : empty)
  const set = (change: Partial<typeof given>) => setGiven({ ...given, ...change })
  const heard = useHeard(customerId)
  const save = useSave(customerId, account, heard, onClose)
  const problem = save.error?.byField.value
  return (
    <Dialog size="small" isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={account ? words.editAccount : words.addAccount}>
      <FormLayout
        onSubmit={() => save.submit(given)}
        failure={save.error}
        actions={
          <>
            <Button type="submit" variant="primary" isDisabled={!account && given.value.trim() === ''} pending={save.isPending}>
              {words.save}
            </Button>
            <Button onPress={onClose}>{words.cancel}</Button>
          </>
        }
      >
        <NumberFields isNew={!account} given={given} problem={problem} onChange={set} />
        <TextField label={words.holder} maxLength={200} value={given.holder} onChange={(holder) => set({ holder })} />
        <TextField label={words.note} maxLength={300} value={given.note} onChange={(note) => set({ note })} />
        <Checkbox isSelected={given.primary} onChange={(primary) => set({ primary })}>
          {words.primary}
        </Checkbox>
        <HeardBox heard={heard} />
      </FormLayout>
    </Dialog>
  )
}

interface NumberFieldsProps {
  isNew: boolean
  given: typeof empty
  problem: string | undefined
  onChange: (change: Partial<typeof empty>) => void
}

/** The number with the bank that it is of; a doubtful one asks for a reason. */
function NumberFields({ isNew, given, problem, onChange }: NumberFieldsProps) {
  const words = useBusinessWords()
  const bank = useBank(given.kind, given.value)
  return (
    <>
      {isNew && (
        <Segmented
          showLabel
          label={words.kind}
          value={given.kind}
          onChange={(kind) => onChange({ kind })}
          options={[
            { id: 'sheba', label: words.kinds.sheba },
            { id: 'card', label: words.kinds.card },
          ]}
        />
      )}
      <TextField
        ltr
        autoFocus
        inputMode={given.kind === 'card' ? 'numeric' : 'text'}
        autoComplete="off"
        label={words.number[given.kind]}
        placeholder={isNew ? '' : words.keepNumber}
        hint={bank}
        maxLength={60}
        value={given.value}
        onChange={(value) => onChange({ value })}
        problem={problem}
      />
      {(problem || given.reason !== '') && (
        <TextField
          label={words.reason}
          hint={words.reasonHint}
          maxLength={300}
          value={given.reason}
          onChange={(reason) => onChange({ reason })}
        />
      )}
    </>
  )
}

const filled = ({ kind, holder, note, primary, reason }: Account) => ({
  kind,
  holder: holder ?? '',
  note: note ?? '',
  primary,
  reason: reason ?? '',
})

/** The bank of what has been typed so far, by the head of the number. */
function useBank(kind: Account['kind'], typed: string): string | undefined {
  const { language } = useFormat()
  const value = kind === 'sheba' ? checkSheba(typed).value : checkBankCard(typed).value
  return (kind === 'sheba' ? bankOfSheba(value) : bankOfCard(value))?.[language]
}

function useSave(customerId: string, account: Account | null, heard: Heard, onClose: () => void) {
  const keep = useKeepBusiness(customerId)
  const onSuccess = (after: Business) => {
    keep(after)
    onClose()
  }
  const add = useWrite(businessRoutes.addAccount, { onSuccess })
  const change = useWrite(businessRoutes.changeAccount, { onSuccess })
  const submit = ({ kind, value, holder, note, primary, reason }: typeof empty) => {
    const facts = {
      holder: holder.trim() || null,
      note: note.trim() || null,
      primary,
      reason: reason.trim() || null,
      source: heard.source(),
    }
    if (account)
      change.mutate({
        params: { customerId, accountId: account.id },
        body: { ...facts, value: value.trim() || null, version: account.version },
      })
    else add.mutate({ params: { customerId }, body: { ...facts, kind, value } })
  }
  return { submit, error: add.error ?? change.error, isPending: add.isPending || change.isPending }
}
