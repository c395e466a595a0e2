import { chequeStates } from '@parvandeh/contract'
import type { Stories } from '../../kit/story.ts'
import { Card } from '../../ui/Card.tsx'
import { Table } from '../../ui/Table.tsx'
import { BalanceText } from './BalanceText.tsx'
import { Nothing } from './cheques/ChequesPage.tsx'
import { EntryParts } from './entry/EntryPanel.tsx'
import { AccountStrip } from './ledger/AccountStrip.tsx'
import { useLedgerColumns } from './ledger/ledger-columns.tsx'
import { AccountFacts } from './on-file/AccountCard.tsx'
import { account, cheque, emptyAccount, invoice, passedAccount, voided } from './sales.fixtures.ts'
import { ChequeStateBadge } from './signs.tsx'

const Signs = () => (
  <div className="flex flex-wrap items-center gap-3">
    {chequeStates.map((state) => (
      <ChequeStateBadge key={state} state={state} />
    ))}
    {[12_500_000, -3_000_000, 0].map((balance) => (
      <BalanceText key={balance} balance={balance} large />
    ))}
  </div>
)

/** In order, beyond its limit, and without a voucher. */
const Accounts = () => (
  <div className="grid items-start gap-gap md:grid-cols-3">
    {[account, passedAccount, emptyAccount].map((one, place) => (
      <Card key={place}>
        <AccountFacts account={one} />
      </Card>
    ))}
  </div>
)

const Strips = () => (
  <div className="flex flex-col gap-gap">
    <AccountStrip account={account} />
    <AccountStrip account={passedAccount} />
  </div>
)

function Ledger() {
  const columns = useLedgerColumns()
  const rows = [cheque, invoice, voided].map((one) => ({ ...one.entry, running: 12_500_000 }))
  return <Table label="…" columns={columns} rows={rows} rowKey={({ id }) => id} />
}

const Vouchers = () => (
  <div className="grid items-start gap-gap lg:grid-cols-2">
    {[invoice, cheque, voided].map((details) => (
      <Card key={details.entry.id}>
        <EntryParts details={details} account={account} />
      </Card>
    ))}
  </div>
)

const NoCheques = () => (
  <div className="grid gap-gap md:grid-cols-2">
    <Nothing isNarrowed={false} onClear={() => {}} />
    <Nothing isNarrowed onClear={() => {}} />
  </div>
)

export const stories: Stories = {
  signs: Signs,
  accounts: Accounts,
  strips: Strips,
  ledger: Ledger,
  vouchers: Vouchers,
  noCheques: NoCheques,
}
