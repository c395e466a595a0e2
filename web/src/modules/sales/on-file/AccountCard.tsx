import { ledgerRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { Pencil, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { query } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { StatusBadge } from '../../../ui/Badge.tsx'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Link } from '../../../ui/Link.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { BalanceText } from '../BalanceText.tsx'
import { EntryDialog } from '../entry/EntryDialog.tsx'
import type { Account } from '../sales.types.ts'
import { LimitDialog } from './LimitDialog.tsx'
import { useAccountWords } from './messages.ts'

/** What the customer owes, on their file: for those who may read what is financial. */
export function AccountCard({ customerId }: { customerId: string }) {
  const words = useAccountWords()
  const { data, error, refetch } = useQuery(query(ledgerRoutes.account, { params: { customerId } }))
  const [isAdding, setAdding] = useState(false)
  const add = data?.can.write && (
    <Button size="small" variant="quiet" icon={<Plus size={15} />} onPress={() => setAdding(true)}>
      {words.add}
    </Button>
  )
  return (
    <Card title={words.title} actions={add}>
      {error && <ErrorState failure={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines />}
      {data && <AccountFacts account={data} />}
      {data && (data.entries > 0 || data.can.write) && (
        <p className="mt-2 text-small">
          <Link to="/customers/$customerId/ledger" params={{ customerId }}>
            {words.all}
          </Link>
        </p>
      )}
      {isAdding && data && <EntryDialog account={data} onClose={() => setAdding(false)} />}
    </Card>
  )
}

/** Balance, what is overdue, credit and the last purchase, as lines of a card. */
export function AccountFacts({ account }: { account: Account }) {
  const words = useAccountWords()
  const format = useFormat()
  const [isLimiting, setLimiting] = useState(false)
  const { balance, overdue, nextDueDay, creditLimit, openCheques, lastPurchase, entries, can } = account
  const money = (rials: number) => <Bidi>{format.money(rials)}</Bidi>
  return (
    <>
      {entries === 0 && creditLimit === null ? (
        <p className="text-muted">{words.nothing}</p>
      ) : (
        <>
          <BalanceText balance={balance} large />
          <dl className="mt-2 flex flex-col gap-1 text-small">
            {overdue > 0 && (
              <Fact label={words.overdue}>
                <span className="font-medium text-danger">{money(overdue)}</span>
              </Fact>
            )}
            {nextDueDay && <Fact label={words.nextDue}>{format.day(nextDueDay)}</Fact>}
            {openCheques > 0 && <Fact label={words.openCheques}>{money(openCheques)}</Fact>}
            {lastPurchase && (
              <Fact label={words.lastPurchase}>
                {money(lastPurchase.amount)}
                <span className="text-muted"> · {format.day(lastPurchase.day)}</span>
              </Fact>
            )}
          </dl>
        </>
      )}
      <Credit account={account} onSet={can.write ? () => setLimiting(true) : null} />
      {isLimiting && <LimitDialog account={account} onClose={() => setLimiting(false)} />}
    </>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-3">
      <dt className="text-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Credit({ account: { creditLimit, creditUsed, limitPassed }, onSet }: { account: Account; onSet: (() => void) | null }) {
  const words = useAccountWords()
  const format = useFormat()
  if (creditLimit === null && !onSet) return null
  const share = creditLimit ? Math.min(1, creditUsed / creditLimit) : 0
  return (
    <div className="mt-2 border-t border-line pt-2 text-small">
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <span className="text-muted">{words.limit}</span>
        <span className="inline-flex items-center gap-1">
          {creditLimit === null ? <span className="text-faint">{words.noLimit}</span> : <Bidi>{format.money(creditLimit)}</Bidi>}
          {onSet && <IconButton size="small" label={words.setLimit} icon={<Pencil size={14} />} onPress={onSet} />}
        </span>
      </div>
      {creditLimit !== null && creditLimit > 0 && (
        <ProgressBar label={words.limit} share={share} value={words.used(format.percent(creditUsed / creditLimit))} />
      )}
      {limitPassed && (
        <p className="mt-1">
          <StatusBadge shape="warning" tone="danger">
            {words.passed}
          </StatusBadge>
        </p>
      )}
    </div>
  )
}
