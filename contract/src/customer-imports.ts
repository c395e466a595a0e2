import { z } from 'zod'
import { customerMapping } from './customer-mapping.ts'
import { id, line } from './fields.ts'
import { filePreview, importView, rowProblem, undoCounts } from './import-views.ts'
import { route } from './route.ts'

const one = z.object({ importId: id })

/** What imports of customers have beside what every import has. */
export const customerImportRoutes = {
  /** The same for a file of customers; the suggestion is the mapping that a file with these columns had last, else a guess. */
  previewCustomers: route({
    method: 'GET',
    path: '/api/imports/:importId/customers/preview',
    permission: 'imports.run',
    summary: { fa: 'پیش‌نمایش فایل مشتریان و نگاشت پیشنهادی', en: 'Preview of a file of customers and a suggested mapping' },
    params: one,
    response: filePreview.extend({
      suggestion: customerMapping,
      /** The name of the saved mapping that the suggestion is, if it is one. */
      remembered: z.string().nullable(),
      /** National codes among the first rows that seem to have lost their zeros. */
      shortCodes: z.number().int(),
    }),
  }),
  /** Tries a mapping of customers on the first rows: what each cell is read as, and what is wrong with it. */
  tryCustomers: route({
    method: 'POST',
    path: '/api/imports/:importId/customers/try',
    permission: 'imports.run',
    summary: { fa: 'آزمودن نگاشت مشتریان روی ردیف‌های نخست', en: 'Try a mapping of customers on the first rows' },
    params: one,
    body: customerMapping,
    response: z.object({
      rows: z.array(
        z.object({
          row: z.number().int(),
          outcome: z.enum(['created', 'updated', 'same', 'skipped', 'repeated', 'ambiguous', 'refused']),
          /** By column of the file: as it would be kept, or null where it would not be. */
          cells: z.record(z.string(), z.string().nullable()),
        }),
      ),
      problems: z.array(rowProblem.extend({ kept: z.boolean() })),
      rowsTried: z.number().int(),
    }),
  }),
  /** Starts an import of customers, or, with `trial`, goes through all its rows without writing and tells what would become of them. */
  startCustomers: route({
    method: 'POST',
    path: '/api/imports/:importId/customers/start',
    permission: 'imports.run',
    summary: {
      fa: 'آغاز درون‌ریزی مشتریان، یا آزمون همهٔ ردیف‌ها بی‌نوشتن',
      en: 'Start an import of customers, or try all its rows without writing',
    },
    params: one,
    body: z.object({ mapping: customerMapping, saveAs: line(100).nullable(), trial: z.boolean() }),
    response: importView,
  }),
  undoPreview: route({
    method: 'GET',
    path: '/api/imports/:importId/undo',
    permission: 'imports.run',
    summary: { fa: 'پیش‌نمایش پس‌گرفتن درون‌ریزی', en: 'What taking the import back would do' },
    params: one,
    /** Counted up to 10,000 files; above that `more` is true. */
    response: undoCounts.extend({ more: z.boolean() }),
  }),
  undo: route({
    method: 'POST',
    path: '/api/imports/:importId/undo',
    permission: 'imports.run',
    summary: { fa: 'پس‌گرفتن درون‌ریزی مشتریان', en: 'Take an import of customers back' },
    params: one,
    response: importView,
  }),
}
