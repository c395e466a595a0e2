import type { Context } from '../../../platform/context.ts'
import type { Download } from '../../../platform/http/handlers.ts'
import { writeDelimited } from '../../../platform/tabular/index.ts'
import { writeAudit } from '../../identity/index.ts'
import { sentenceOfRowFault } from './mapping/row-fault-sentences.ts'
import { requireImport } from './require-import.ts'
import { refusedRows } from './staging.queries.ts'

const header = ['سطر (row)', 'ستون (column)', 'علت', 'reason', 'مقدار (value)']
const rowsAtOnce = 1000

/** The rows that were refused: where, why in both languages, and the beginning of the value. */
export async function downloadErrors(context: Context, importId: string): Promise<Download> {
  const one = await requireImport(context, importId)
  await writeAudit(context, { action: 'import.errors-exported', subjectType: 'import', subjectId: importId })
  return {
    mediaType: 'text/csv; charset=utf-8',
    fileName: `${one.file_name.replace(/(\.(csv|tsv|txt|xlsx|gz))+$/iu, '')}-errors.csv`,
    content: writeDelimited(errorLines(context, importId), { header }),
  }
}

async function* errorLines(context: Context, importId: string): AsyncGenerator<(string | number)[]> {
  for (let after = 0; ;) {
    const rows = await refusedRows(context, importId, after, rowsAtOnce)
    for (const { line, problems } of rows) {
      for (const fault of problems)
        yield [line, fault.column ?? '', sentenceOfRowFault(fault).fa, sentenceOfRowFault(fault).en, fault.value]
    }
    after = rows.at(-1)?.number ?? Infinity
    if (rows.length < rowsAtOnce) return
  }
}
