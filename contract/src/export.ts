import { z } from 'zod'
import { line } from './fields.ts'

export const exportFormats = ['csv', 'xlsx'] as const

/**
 * How a list is taken out: as which file, and with which of its columns in which order, by their keys with commas
 * between. Keys that the export has no column for are left out; without any, all columns.
 */
export const exportQuery = z.object({
  format: z.enum(exportFormats).default('csv'),
  columns: line(2000)
    .transform((keys) => keys.split(',').map((key) => key.trim()))
    .optional(),
})
export type ExportQuery = z.output<typeof exportQuery>
