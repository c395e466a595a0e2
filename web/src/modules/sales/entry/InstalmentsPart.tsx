import { ledgerRoutes } from '@parvandeh/contract'
import { addJalaliMonths, fromJalali, toJalali } from '@parvandeh/contract/persian'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { StatusBadge } from '../../../ui/Badge.tsx'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DatePicker } from '../../../ui/date/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldRow, FormLayout } from '../../../ui/FormLayout.tsx'
import { MoneyField } from '../../../ui/MoneyField.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useAfterWrite } from '../after-write.ts'
import { useSalesWords } from '../messages.ts'
import type { Account, Entry, EntryDetails } from '../sales.types.ts'
import { planOf } from './draft.rules.ts'
import { EntryDialog } from './EntryDialog.tsx'
import { useEntryWords } from './messages.ts'

/** The instalments of an invoice: what is due when, what was received, and the way to receive more. */
export function InstalmentsPart({ details: { entry, instalments }, account }: { details: EntryDetails; account: Account }) {
  const words = useEntryWords()
  const { kinds } = useSalesWords()
  const format = useFormat()
  const [isPlanning, setPlanning] = useState(false)
  const [paying, setPaying] = useState<{ id: string; left: number } | null>(null)
  const mayWrite = account.can.write && entry.voided === null
  if (instalments.length === 0 && !mayWrite) return null
  return (
    <section>
      <div className="flex flex-wrap items-center gap-3">
        <h3 className="font-semibold">{words.instalments}</h3>
        {mayWrite && instalments.every(({ paid }) => paid === 0) && (
          <Button size="small" onPress={() => setPlanning(true)}>
            {words.plan}
          </Button>
        )}
      </div>
      <ol className="mt-1 flex flex-col">
        {instalments.map(({ id, dueDay, amount, paid }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-1.5">
            <span className="w-28">{format.day(dueDay)}</span>
            <Bidi className="font-medium">{format.money(amount)}</Bidi>
            <span className="flex-1" />
            <Standing isPaid={paid >= amount} isLate={dueDay < format.today()} />
            {mayWrite && paid < amount && (
              <Button size="small" variant="quiet" onPress={() => setPaying({ id, left: amount - paid })}>
                {kinds.receipt}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {isPlanning && <PlanDialog entry={entry} onClose={() => setPlanning(false)} />}
      {paying && <EntryDialog kind="receipt" account={account} instalment={paying} onClose={() => setPaying(null)} />}
    </section>
  )
}

function Standing({ isPaid, isLate }: { isPaid: boolean; isLate: boolean }) {
  const words = useEntryWords()
  if (isPaid) {
    return (
      <StatusBadge shape="check" tone="positive">
        {words.paid}
      </StatusBadge>
    )
  }
  return (
    <StatusBadge shape={isLate ? 'alert' : 'clock'} tone={isLate ? 'danger' : 'neutral'}>
      {isLate ? words.late : words.awaited}
    </StatusBadge>
  )
}

const nextMonth = (day: string) => fromJalali(addJalaliMonths(toJalali(day), 1))

function PlanDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const words = useEntryWords()
  const shared = useSalesWords()
  const format = useFormat()
  const afterWrite = useAfterWrite()
  const [count, setCount] = useState<number | null>(6)
  const [every, setEvery] = useState<number | null>(1)
  const [first, setFirst] = useState<string | null>(nextMonth(entry.day))
  const [down, setDown] = useState<number | null>(null)
  const part = Math.max(0, entry.amount - (down ?? 0))
  const plan = count && every && first && part >= count ? planOf(part, count, first, every) : []
  const write = useWrite(ledgerRoutes.planInstalments, {
    onSuccess: ({ account }) => {
      afterWrite(account)
      toast({ text: words.planSaved })
      onClose()
    },
  })
  const { customerId, id: entryId, version } = entry
  return (
    <Dialog isOpen onOpenChange={(open) => !open && onClose()} title={words.plan}>
      <FormLayout
        failure={write.error}
        onSubmit={() => plan.length > 0 && write.mutate({ params: { customerId, entryId }, body: { instalments: plan, version } })}
        actions={
          <>
            <Button type="submit" variant="primary" pending={write.isPending} isDisabled={plan.length === 0}>
              {shared.save}
            </Button>
            <Button onPress={onClose}>{shared.cancel}</Button>
          </>
        }
      >
        <MoneyField label={words.downPayment} hint={words.planHint} value={down} onChange={setDown} minimum={0} maximum={entry.amount} />
        <FieldRow>
          <NumberField label={words.planCount} value={count} onChange={setCount} minimum={1} maximum={120} />
          <NumberField label={words.planEvery} value={every} onChange={setEvery} minimum={1} maximum={12} />
          <DatePicker label={words.planFirst} value={first} onChange={setFirst} minimum={entry.day} />
        </FieldRow>
        <ol className="max-h-56 overflow-y-auto text-small" aria-label={words.instalments}>
          {plan.map(({ dueDay, amount }) => (
            <li key={dueDay} className="flex justify-between gap-3 border-b border-line py-1">
              <span>{format.day(dueDay)}</span>
              <Bidi>{format.money(amount)}</Bidi>
            </li>
          ))}
        </ol>
      </FormLayout>
    </Dialog>
  )
}
