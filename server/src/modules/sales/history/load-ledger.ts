import type { EntryKind } from '@parvandeh/contract'
import { instantOfLocal } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { fileRights } from '../../customers/index.ts'
import { writeAudit } from '../../identity/index.ts'
import { holdAccounts, recountAccounts } from '../accounts/account.queries.ts'
import type { AccountFile } from '../accounts/account.queries.ts'
import { writePlans } from '../instalments/instalment.queries.ts'
import { accountLine } from '../ledger/account-line.ts'
import { claimNumbers, insertChequeEvents, insertCheques, insertEntries, insertLines } from '../ledger/entry.queries.ts'
import type { ChequeRow, EntryRow, LineRow } from '../ledger/entry.queries.ts'
import { effectOf, numberKey } from '../ledger/entry.rules.ts'
import type { PayMethod } from '../sales.tables.ts'
import { todayOf } from '../today.ts'

/** An entry of the past, told now, as another system or a story knows it. */
export interface PastEntry {
  customerId: string
  kind: EntryKind
  number: string
  day: string
  dueDay?: string | null
  description: string
  amount: number
  side?: 'debit' | 'credit'
  method?: PayMethod | null
  reference?: string
  cheque?: Pick<ChequeRow, 'serial' | 'sayad_id' | 'bank' | 'due_day' | 'state' | 'state_day'>
  lines?: readonly Pick<LineRow, 'product_id' | 'title' | 'quantity' | 'unit_price' | 'total'>[]
  instalments?: readonly { dueDay: string; amount: number }[]
  /** By what it is known where it comes from: an entry that was brought before is not brought again. */
  key?: string
}

interface Loading {
  source: 'hand' | 'import'
  importId: string | null
  personId: string | null
}

interface Drafted {
  one: PastEntry
  entry: EntryRow
}

/**
 * Enters many vouchers of the past with their lines on the timelines, and reckons the accounts anew; gives how many were
 * new. No rights are checked: the caller answers for those. Some hundreds a call.
 */
export async function loadLedger(context: Context, past: readonly PastEntry[], loading: Loading): Promise<number> {
  const files = await fileRights(
    context,
    past.map(({ customerId }) => customerId),
  )
  if (files.size === 0) return 0
  const drafted = past.filter(({ customerId }) => files.has(customerId)).map((one) => ({ one, entry: entryOf(context, one, loading) }))
  await holdAccounts(context, [...files.values()])
  const won = await claimNumbers(context, drafted.map(claimOf))
  const fresh = drafted.filter((draft) => won.delete(nameOf(claimOf(draft))))
  if (fresh.length === 0) return 0
  await insertEntries(
    context,
    fresh.map(({ entry }) => entry),
  )
  await insertParts(context, fresh, files)
  await recountAccounts(context, [...new Set(fresh.map(({ entry }) => entry.customer_id))], await todayOf(context))
  await writeAudit(context, { action: 'ledger.loaded', subjectType: 'ledger-entry', after: { count: fresh.length, ...loading } })
  await context.publish('sales.history-loaded', { timeline: fresh.flatMap((draft) => lineOf(draft, files) ?? []) })
  return fresh.length
}

function lineOf({ one, entry }: Drafted, files: ReadonlyMap<string, AccountFile>) {
  const file = files.get(one.customerId)
  const at = instantOfLocal(one.day, '12:00', 'Asia/Tehran')
  return file && accountLine(entry, file, { lineId: entry.id, kind: 'finance.entered', at, personId: entry.recorded_by })
}

const claimOf = ({ one, entry }: Drafted) => ({
  kind: one.key === undefined ? one.kind : 'import',
  value: one.key ?? numberKey(one.number),
  customerId: one.customerId,
  entryId: entry.id,
})
const nameOf = ({ kind, value }: { kind: string; value: string }) => `${kind} ${value}`

function entryOf(context: Context, one: PastEntry, { source, importId, personId }: Loading): EntryRow {
  const { kind, amount, side, cheque } = one
  return {
    customer_id: one.customerId,
    id: newId(context.now),
    kind,
    number: one.number,
    day: one.day,
    due_day: cheque?.due_day ?? one.dueDay ?? null,
    description: one.description,
    amount,
    effect: effectOf({ kind, amount, side, chequeState: cheque?.state }),
    method: one.method ?? null,
    reference: one.reference ?? '',
    instalment_id: null,
    source,
    import_id: importId,
    recorded_at: context.now,
    recorded_by: personId,
    voided_at: null,
    voided_by: null,
    void_reason: null,
    version: 1,
  }
}

async function insertParts(context: Context, fresh: readonly Drafted[], files: ReadonlyMap<string, AccountFile>): Promise<void> {
  const keys = ({ customer_id }: EntryRow) => ({ customer_id, id: newId(context.now) })
  await insertLines(
    context,
    fresh.flatMap(({ one, entry }) =>
      (one.lines ?? []).map((line, position) => ({ ...keys(entry), entry_id: entry.id, position, discount: 0, tax: 0, ...line })),
    ),
  )
  const cheques = fresh.flatMap(({ one, entry }) => chequeOf(one, entry, files.get(one.customerId)) ?? [])
  await insertCheques(context, cheques)
  await insertChequeEvents(
    context,
    cheques.map(({ customer_id, id: cheque_id, state, state_day: day }) => ({
      customer_id,
      id: newId(context.now),
      cheque_id,
      state,
      day,
      note: '',
      at: context.now,
      person_id: null,
    })),
  )
  await writePlans(
    context,
    fresh.flatMap(({ one, entry }) =>
      (one.instalments ?? []).map(({ dueDay, amount }) => ({ ...keys(entry), entry_id: entry.id, due_day: dueDay, amount })),
    ),
  )
}

function chequeOf({ cheque }: PastEntry, { customer_id, id, amount }: EntryRow, file: AccountFile | undefined): ChequeRow | null {
  if (!cheque) return null
  const rights = { unit_id: file?.unitId ?? null, owner_id: file?.ownerId ?? null }
  return { customer_id, id, amount, branch: '', holder: '', voided: false, ...cheque, ...rights }
}
