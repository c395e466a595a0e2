import type { SubjectHolder } from '../../../platform/subjects/holder.types.ts'
import { contentsAtWork, contentsOfFinished, deleteRowsWith } from './subject.queries.ts'

/**
 * What imports keep of a customer. In an uploaded file many people stand side by side and nothing says where: all files
 * of finished imports go, since what they brought has long been in the files of the customers.
 */
export const importsHolder: SubjectHolder = {
  module: 'integrations',
  erase: async (context, { words }) => {
    const contents = await contentsOfFinished(context)
    return {
      rows: [
        {
          what: { fa: 'ردیف‌های مانده از درون‌ریزی', en: 'Rows left from imports' },
          count: await deleteRowsWith(context, words),
          outcome: 'erased',
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
