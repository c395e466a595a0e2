import { useFormat } from '../../../persian/format.ts'
import { StatusBadge } from '../../../ui/Badge.tsx'
import { Bidi } from '../../../ui/Bidi.tsx'
import { BalanceText } from '../BalanceText.tsx'
import { useAccountWords } from '../on-file/messages.ts'
import type { Account } from '../sales.types.ts'

/** What the account comes to, in one line over its ledger. */
export function AccountStrip({ account }: { account: Account }) {
  const words = useAccountWords()
  const format = useFormat()
  const { balance, overdue, nextDueDay, openCheques, creditLimit, limitPassed } = account
  const facts: [string, string | null, boolean?][] = [
    [words.overdue, overdue > 0 ? format.money(overdue) : null, true],
    [words.nextDue, nextDueDay && format.day(nextDueDay)],
    [words.openCheques, openCheques > 0 ? format.money(openCheques) : null],
    [words.limit, creditLimit === null ? null : format.money(creditLimit)],
  ]
  return (
    <div className="flex flex-wrap items-baseline gap-x-8 gap-y-1 rounded-card border border-line bg-surface px-4 py-2.5">
      <span className="inline-flex flex-wrap items-baseline gap-x-2">
        <span className="text-small text-muted">{words.balance}</span>
        <BalanceText balance={balance} large />
      </span>
      {facts.map(
        ([label, value, isBad]) =>
          value && (
            <span key={label} className="inline-flex items-baseline gap-x-2 text-small">
              <span className="text-muted">{label}</span>
              <Bidi className={isBad ? 'font-medium text-danger' : 'font-medium'}>{value}</Bidi>
            </span>
          ),
      )}
      {limitPassed && (
        <StatusBadge shape="warning" tone="danger">
          {words.passed}
        </StatusBadge>
      )}
    </div>
  )
}
