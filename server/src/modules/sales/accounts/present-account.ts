import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { mayReach } from '../../identity/index.ts'
import { readAccounts } from './account.queries.ts'
import type { AccountFile, AccountRow } from './account.queries.ts'

/** A file with the ids whose accounts make up its own: it and what was merged into it. */
export interface ReadFile extends AccountFile {
  fileIds: readonly string[]
}

type Presented = AnswerOf<typeof contract.ledger.account>

/** The account of a file as it stands; one in whose ledger nothing was entered yet is at zero. */
export async function presentAccount(context: Context, file: ReadFile): Promise<Presented> {
  const rows = await readAccounts(context, file.fileIds)
  const own = rows.find((row) => row.customer_id === file.customerId)
  const sum = (of: (row: AccountRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  const [balance, openCheques] = [sum((row) => row.balance), sum((row) => row.open_cheques)]
  const creditLimit = own?.credit_limit ?? null
  const creditUsed = Math.max(0, balance) + openCheques
  return {
    customerId: file.customerId,
    balance,
    creditLimit,
    overdue: Math.max(
      0,
      sum((row) => row.arrears),
    ),
    nextDueDay: rows.flatMap((row) => row.next_due_day ?? []).toSorted()[0] ?? null,
    openCheques,
    creditUsed,
    limitPassed: creditLimit !== null && creditUsed > creditLimit,
    lastPurchase: lastPurchaseOf(rows),
    entries: sum((row) => row.entries),
    version: own?.version ?? 0,
    can: { write: mayReach(context.actor, 'sales.write', file) },
  }
}

function lastPurchaseOf(rows: readonly AccountRow[]): Presented['lastPurchase'] {
  const purchases = rows.flatMap(({ last_purchase_day: day, last_purchase: amount }) =>
    day === null || amount === null ? [] : [{ day, amount }],
  )
  return purchases.toSorted((a, b) => (a.day < b.day ? 1 : -1))[0] ?? null
}
