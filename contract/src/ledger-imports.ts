import { z } from 'zod'
import { day, id, line } from './fields.ts'
import { filePreview, importView, rowProblem } from './import-views.ts'
import { ledgerMapping } from './ledger-mapping.ts'
import { route } from './route.ts'
import { entryKinds } from './sales/money.ts'

const one = z.object({ importId: id })

/** What imports of ledgers have beside what every import has. */
export const ledgerImportRoutes = {
  previewLedgers: route({
    method: 'GET',
    path: '/api/imports/:importId/ledgers/preview',
    permission: 'imports.run',
    summary: { fa: 'پیش‌نمایش فایل گردش حساب و نگاشت پیشنهادی', en: 'Preview of a file of ledgers and a suggested mapping' },
    params: one,
    response: filePreview.extend({ suggestion: ledgerMapping, remembered: z.string().nullable() }),
  }),
  /** Tries a mapping on the first rows: whose voucher each is, of what kind and how much, and what is wrong with it. */
  tryLedgers: route({
    method: 'POST',
    path: '/api/imports/:importId/ledgers/try',
    permission: 'imports.run',
    summary: { fa: 'آزمودن نگاشت گردش حساب روی ردیف‌های نخست', en: 'Try a mapping of ledgers on the first rows' },
    params: one,
    body: ledgerMapping,
    response: z.object({
      rows: z.array(
        z.object({
          row: z.number().int(),
          outcome: z.enum(['entered', 'known', 'changed', 'unmatched', 'refused']),
          customerId: id.nullable(),
          customerName: z.string().nullable(),
          kind: z.enum(entryKinds).nullable(),
          number: z.string(),
          day: day.nullable(),
          amount: z.number().int().nullable(),
          isDebit: z.boolean(),
        }),
      ),
      problems: z.array(rowProblem),
      rowsTried: z.number().int(),
    }),
  }),
  /** Starts an import of ledgers, or, with `trial`, goes through all its rows without writing and tells what would become of them. */
  startLedgers: route({
    method: 'POST',
    path: '/api/imports/:importId/ledgers/start',
    permission: 'imports.run',
    summary: {
      fa: 'آغاز درون‌ریزی گردش حساب، یا آزمون همهٔ ردیف‌ها بی‌نوشتن',
      en: 'Start an import of ledgers, or try all its rows without writing',
    },
    params: one,
    body: z.object({ mapping: ledgerMapping, saveAs: line(100).nullable(), trial: z.boolean() }),
    response: importView,
  }),
}
