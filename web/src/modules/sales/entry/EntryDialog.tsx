import { type EntryKind, ledgerRoutes } from '@parvandeh/contract'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { Select } from '../../../ui/Select.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { useAfterWrite } from '../after-write.ts'
import { useSalesWords } from '../messages.ts'
import type { Account, Entry } from '../sales.types.ts'
import { bodyOf, type Draft, effectOf, emptyDraft, hasLines } from './draft.rules.ts'
import { EntryFields } from './EntryFields.tsx'
import { InvoiceLines } from './InvoiceLines.tsx'
import { useEntryWords } from './messages.ts'

const kinds: readonly EntryKind[] = ['invoice', 'receipt', 'cheque', 'return', 'pre-invoice', 'payment', 'opening', 'debit', 'credit']

interface EntryDialogProps {
  account: Account
  kind?: EntryKind
  /** The instalment that is being paid, and what is left of it. */
  instalment?: { id: string; left: number }
  onClose: () => void
}

/** Enters an invoice, a receipt, a cheque or another voucher; just entered, it can be taken back. */
export function EntryDialog({ account, kind = 'invoice', instalment, onClose }: EntryDialogProps) {
  const words = useEntryWords()
  const shared = useSalesWords()
  const format = useFormat()
  const [draft, setDraft] = useState<Draft>(() => ({
    ...emptyDraft(kind, format.today()),
    ...(instalment && { instalmentId: instalment.id, amount: instalment.left }),
  }))
  const [isAsked, setAsked] = useState(false)
  const change = (some: Partial<Draft>) => setDraft((before) => ({ ...before, ...some }))
  const write = useEnter(draft.kind, onClose)
  const offered = instalment ? kinds.filter((one) => one === 'receipt' || one === 'cheque') : kinds
  const submit = () => {
    setAsked(true)
    const body = bodyOf(draft)
    if (body && !write.isPending) write.mutate({ params: { customerId: account.customerId }, body })
  }
  return (
    <Dialog size={hasLines(draft.kind) ? 'large' : 'medium'} isOpen onOpenChange={(open) => !open && onClose()} title={words.title}>
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
        <Select
          autoFocus
          label={words.kind}
          options={offered.map((id) => ({ id, label: shared.kinds[id] }))}
          value={draft.kind}
          onChange={(next) => change({ kind: next })}
        />
        <EntryFields draft={draft} onChange={change} problems={write.error?.byField ?? {}} isAsked={isAsked} />
        {hasLines(draft.kind) && (
          <InvoiceLines
            lines={draft.lines}
            onChange={(lines) => change({ lines })}
            problems={write.error?.byField ?? {}}
            isAsked={isAsked}
          />
        )}
        <LimitWarning account={account} draft={draft} />
      </FormLayout>
    </Dialog>
  )
}

/** Said before it is entered: beyond the limit there is a warning and not a wall. */
function LimitWarning({ account: { creditLimit, balance, openCheques }, draft }: { account: Account; draft: Draft }) {
  const words = useEntryWords()
  const format = useFormat()
  const effect = effectOf(draft)
  const beyond = Math.max(0, balance + effect) + openCheques - (creditLimit ?? 0)
  if (creditLimit === null || effect <= 0 || beyond <= 0) return null
  return (
    <p role="status" className="rounded-control border border-caution/40 bg-caution-soft px-3 py-2 text-caution">
      {words.willPass(format.money(beyond))}
    </p>
  )
}

function useEnter(kind: EntryKind, onClose: () => void) {
  const words = useEntryWords()
  const shared = useSalesWords()
  const afterWrite = useAfterWrite()
  const undo = useWrite(ledgerRoutes.undo, {
    onSuccess: ({ account }) => {
      afterWrite(account)
      toast({ text: words.takenBack })
    },
    onError: toastFailure,
  })
  const takeBack = ({ customerId, id, version }: Entry) => undo.mutate({ params: { customerId, entryId: id }, body: { version } })
  return useWrite(ledgerRoutes.add, {
    onSuccess: ({ entry, account }) => {
      afterWrite(account)
      toast({ text: words.entered(shared.kinds[kind]), onUndo: () => takeBack(entry) })
      onClose()
    },
  })
}
