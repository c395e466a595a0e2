import { entryKinds } from '@parvandeh/contract'
import type { AnswerOf, QueryOf, contract } from '@parvandeh/contract'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { decodeKey, pageFrom } from '../../../platform/paging.ts'
import { putReadingOnRecord } from '../accounts/show-account.ts'
import { requireAccountsOf } from '../sales.access.ts'
import { readCheques } from './entry.queries.ts'
import { readLedger } from './ledger.queries.ts'
import type { LedgerFilters } from './ledger.queries.ts'
import { presentEntry } from './present-entry.ts'

type List = typeof contract.ledger.list
const key = z.tuple([z.iso.date(), z.uuid()])

/** One file's ledger, newest first. Opening it is put on record; turning its pages is not. */
export async function listLedger(context: Context, customerId: string, { limit, after, ...said }: QueryOf<List>): Promise<AnswerOf<List>> {
  const file = await requireAccountsOf(context, customerId)
  const found = await readLedger(context, file.fileIds, ledgerFilters(said), decodeKey(after, key), limit + 1)
  const page = pageFrom(found, limit, (row) => [row.day, row.id])
  if (after === undefined && page.rows.length > 0) await putReadingOnRecord(context, file.customerId, ['ledger'])
  const cheques = await readCheques(
    context,
    file.fileIds,
    page.rows.filter(({ kind }) => kind === 'cheque').map(({ id }) => id),
  )
  return { ...page, rows: page.rows.map((row) => ({ ...presentEntry(context, file, row, cheques.get(row.id)), running: row.running })) }
}

/** What was asked for; kinds that are not known find nothing. */
export function ledgerFilters({ kinds, from, to, voided }: Pick<QueryOf<List>, 'kinds' | 'from' | 'to' | 'voided'>): LedgerFilters {
  const asked = kinds?.split(',').map((kind) => kind.trim())
  return { kinds: asked && entryKinds.filter((kind) => asked.includes(kind)), from, to, voided: voided ?? false }
}
