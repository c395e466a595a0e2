import { redactTable } from '../../../platform/subjects/redact-table.queries.ts'
import type { SubjectHolder } from '../../../platform/subjects/holder.types.ts'
import { exportsToForget, forgetContent } from '../exports/exports.queries.ts'
import { contentsAtWork, contentsOfFinished, deleteRowsWith, forgetChanges } from './subject.queries.ts'

const mostExports = 10_000

/**
 * What imports keep of a customer. In an uploaded file many people stand side by side and nothing says where: all files
 * of finished imports go, since what they brought has long been in the files of the customers.
 */
export const importsHolder: SubjectHolder = {
  module: 'integrations',
  erase: async (context, { customerIds, words, speaks }) => {
    const contents = await contentsOfFinished(context)
    const exported = await exportsToForget(context, null, mostExports)
    for (const one of exported) await forgetContent(context, one, 'expired')
    return {
      rows: [
        {
          what: { fa: 'ردیف‌های مانده از درون‌ریزی', en: 'Rows left from imports' },
          count: await deleteRowsWith(context, words),
          outcome: 'erased',
        },
        {
          what: { fa: 'تغییرهایی که درون‌ریزی‌ها در پرونده داده بودند', en: 'Changes that imports made to the file' },
          count: await forgetChanges(context, customerIds),
          outcome: 'erased',
        },
        {
          what: { fa: 'فایل‌های خروجی که نگه داشته می‌شد', en: 'Files of lists that were taken out' },
          count: exported.length,
          outcome: 'erased',
        },
        {
          what: { fa: 'خروجی‌هایی که پالایه‌شان از این شخص می‌گفت', en: 'Exports whose filters spoke of the person' },
          count: await redactTable(context, { table: 'integrations.export', json: ['filters'] }, speaks),
          outcome: 'blanked',
        },
        {
          what: { fa: 'فایل‌های اصلی درون‌ریزی‌های پایان‌یافته', en: 'Uploaded files of finished imports' },
          count: contents.length,
          outcome: 'erased',
        },
      ],
      contents,
    }
  },
  needs: contentsAtWork,
}
