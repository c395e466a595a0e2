import type { AnswerOf, contract, LedgerMapping } from '@parvandeh/contract'
import type { BlobStore } from '../../../../platform/blobs/blob-store.ts'
import type { Context } from '../../../../platform/context.ts'
import { AppError } from '../../../../platform/failure.ts'
import { visibleCustomerNames } from '../../../customers/index.ts'
import { sentenceOfRowFault } from '../mapping/row-fault-sentences.ts'
import { requireImport } from '../require-import.ts'
import { columnSamples, sampleImport } from '../sample-import.ts'
import { checkLedgers } from './check-ledgers.rules.ts'
import { matchVouchers } from './match-vouchers.ts'
import { ledgerReader } from './read-ledger.rules.ts'
import { requireLedgerImporter } from './require-ledger-importer.ts'

const triedRows = 200
const shownRows = 50

type Trial = AnswerOf<typeof contract.imports.tryLedgers>

/** Reads the first rows by a mapping and tells whose voucher each would be; nothing is kept. */
export async function tryLedgers(context: Context, blobs: BlobStore, importId: string, given: LedgerMapping): Promise<Trial> {
  const one = await requireImport(context, importId, 'ledgers')
  requireLedgerImporter(context)
  const sample = await sampleImport(blobs, one.sha256)
  const { mapping, problems: misfits } = checkLedgers(given, columnSamples(sample), context.locale)
  if (!mapping) throw new AppError('invalid-input', { problems: misfits })
  const tried = sample.rows.slice(0, triedRows)
  const read = ledgerReader(mapping, sample.columns, context.now.toISOString().slice(0, 10))
  const vouchers = tried.map(read)
  const rows = await matchVouchers(context, mapping.source, vouchers)
  const names = await visibleCustomerNames(
    context,
    rows.flatMap(({ entry }) => entry?.customerId ?? []),
  )
  return {
    rows: rows.slice(0, shownRows).map(({ outcome, entry }, place) => {
      const voucher = vouchers[place]?.voucher
      return {
        row: tried[place]?.line ?? 0,
        outcome,
        customerId: entry?.customerId ?? null,
        customerName: (entry && names.get(entry.customerId)) ?? voucher?.ref.name ?? null,
        kind: voucher?.kind ?? null,
        number: voucher?.number ?? '',
        day: voucher?.day ?? null,
        amount: voucher?.amount ?? null,
        isDebit: voucher?.side === 'debit',
      }
    }),
    problems: rows.flatMap(({ faults }, place) =>
      faults.map((fault) => ({ row: tried[place]?.line ?? 0, column: fault.column, code: fault.code, ...sentenceOfRowFault(fault) })),
    ),
    rowsTried: tried.length,
  }
}
