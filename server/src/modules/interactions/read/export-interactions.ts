import type { QueryOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import type { Download } from '../../../platform/http/handlers.ts'
import { customerNames } from '../../customers/index.ts'
import { directoryNames, exportList } from '../../identity/index.ts'
import { readInteractions } from '../interactions.queries.ts'
import { exportColumns } from './export-columns.ts'
import type { ExportedInteraction } from './export-columns.ts'
import { presentInteraction } from './present-interaction.ts'

type Query = QueryOf<typeof contract.interactions.export>

const rowsAtOnce = 1000

/** The list of interactions as a file: those that the actor may both see and take out. */
export async function exportInteractions(context: Context, { format, columns, ...filters }: Query): Promise<Download> {
  return exportList(context, {
    action: 'interactions.exported',
    subjectType: 'interaction',
    name: { fa: 'تماس‌ها و پیام‌ها', en: 'interactions' },
    asked: { format, columns },
    filters,
    columns: exportColumns,
    rows: exportedRows(context, filters),
  })
}

async function* exportedRows(context: Context, filters: Omit<Query, 'format' | 'columns'>): AsyncGenerator<ExportedInteraction> {
  const { people, units } = await directoryNames(context)
  let after: [string, string] | undefined
  do {
    const rows = await readInteractions(context, filters, after, rowsAtOnce, 'customers.export')
    const customers = await customerNames(context, [...new Set(rows.map((row) => row.customerId))])
    for (const row of rows) yield { ...presentInteraction(context.actor, row, []), names: { people, units, customers } }
    const last = rows.at(-1)
    after = last && rows.length === rowsAtOnce ? [last.startedAt.toISOString(), last.id] : undefined
  } while (after)
}
