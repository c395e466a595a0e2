import type { Context } from '../../../platform/context.ts'
import type { Download } from '../../../platform/http/handlers.ts'
import { writeDelimited } from '../../../platform/tabular/index.ts'
import { writeAudit } from '../../identity/index.ts'
import { sentenceOfRowFault } from './mapping/row-fault-sentences.ts'
import { columnsInSight } from './columns-in-sight.ts'
import { requireImport } from './require-import.ts'
import { refusedRows } from './staging.queries.ts'

const header = ['سطر (row)', 'ستون (column)', 'علت', 'reason', 'مقدار (value)']
const withheld = {
  fa: 'مشکلی در این خانه هست؛ اجازهٔ دیدن این داده را ندارید.',
  en: 'Something is wrong here; you may not read this field.',
}
const rowsAtOnce = 1000

/**
 * The rows that were refused: where, why in both languages, and the beginning of the value. Of columns whose field is not
 * for the reader, only that something is wrong there.
 */
export async function downloadErrors(context: Context, importId: string): Promise<Download> {
  const one = await requireImport(context, importId)
  const isInSight = await columnsInSight(context, one)
  await writeAudit(context, { action: 'import.errors-exported', subjectType: 'import', subjectId: importId })
  return {
    mediaType: 'text/csv; charset=utf-8',
    fileName: `${one.file_name.replace(/(\.(csv|tsv|txt|xlsx|gz))+$/iu, '')}-errors.csv`,
    content: writeDelimited(errorLines(context, importId, isInSight), { header }),
  }
}

async function* errorLines(
  context: Context,
  importId: string,
  isInSight: (column: string | null) => boolean,
): AsyncGenerator<(string | number)[]> {
  for (let after = 0; ;) {
    const rows = await refusedRows(context, importId, after, rowsAtOnce)
    for (const { line, problems } of rows) {
      for (const fault of problems) {
        const { column, value } = fault
        const isTold = column === null ? value === '' || isInSight(null) : isInSight(column)
        const { fa, en } = isTold ? sentenceOfRowFault(fault) : withheld
        yield [line, column ?? '', fa, en, isTold ? value : '']
      }
    }
    after = rows.at(-1)?.number ?? Infinity
    if (rows.length < rowsAtOnce) return
  }
}
