import type { Context } from '../../../platform/context.ts'
import { forgetAnswersAbout } from '../../../platform/http/once.queries.ts'
import { codeColumn, column, rowsById } from '../../../platform/subjects/copied-table.ts'
import type { CopiedTable, SubjectHolder } from '../../../platform/subjects/holder.types.ts'
import { countAuditAbout, deleteBulkRowsAbout, deleteNotificationsAbout, readAuditAbout } from './subject.queries.ts'
import { trailWords } from './trail-words.ts'
import { countTrailOf, redactViews } from './written-words.queries.ts'

/** What identity keeps of a customer: who read and changed the file, what people were told of it, what can be put back. */
export const identityHolder: SubjectHolder = {
  module: 'identity',
  erase: async (context, { customerIds, speaks }) => {
    const [notifications, bulkRows] = [
      await deleteNotificationsAbout(context, customerIds),
      await deleteBulkRowsAbout(context, customerIds),
    ]
    const answers = await forgetAnswersAbout(context, customerIds)
    return {
      rows: [
        { what: { fa: 'اعلان‌های کارکنان', en: 'Notifications of colleagues' }, count: notifications, outcome: 'erased' },
        {
          what: { fa: 'نسخه‌های پیشین برای برگرداندن تغییر گروهی', en: 'Values kept to undo bulk changes' },
          count: bulkRows,
          outcome: 'erased',
        },
        {
          what: {
            fa: 'نماها و تغییرهای گروهی که پالایه یا نامشان از این شخص می‌گفت',
            en: 'Views and bulk changes whose filters or name spoke of the person',
          },
          count: await redactViews(context, speaks),
          outcome: 'blanked',
        },
        {
          what: {
            fa: 'سطرهای رویدادنگاری دربارهٔ پالایه‌ها و خروجی‌ها که نام یا شمارهٔ این شخص در آن‌هاست',
            en: 'Lines of the audit trail about filters and exports in which a name or number of the person stands',
          },
          count: await countTrailOf(context, speaks),
          outcome: 'kept',
          why: {
            fa: 'رویدادنگاری را هیچ‌کس، حتی خود سامانه، نمی‌تواند تغییر دهد؛ این سطرها می‌گویند چه کسی با چه پالایه‌ای فهرست را دید یا بیرون برد.',
            en: 'Nobody, not even the system, can change the trail; these lines say who looked at a list or took it out, and by which filters.',
          },
        },
        { what: { fa: 'پاسخ‌های نگه‌داشته برای درخواست تکراری', en: 'Answers kept for repeated calls' }, count: answers, outcome: 'erased' },
        {
          what: { fa: 'رویدادنگاری', en: 'Lines of the audit trail' },
          count: await countAuditAbout(context, customerIds),
          outcome: 'blanked',
          why: {
            fa: 'این‌که چه کسی کی چه کاری کرد برای پاسخ‌گویی می‌ماند؛ مقدارها با نابودی کلید دیگر خواندنی نیستند.',
            en: 'Who did what and when stays for accountability; with the key destroyed the values can no longer be read.',
          },
        },
      ],
    }
  },
  copy: async (_context, customerIds) => ({ tables: [trailOf(customerIds)] }),
}

const trailOf = (customerIds: readonly string[]): CopiedTable => ({
  name: 'who-read-and-changed',
  title: { fa: 'چه کسانی این پرونده را خوانده یا تغییر داده‌اند', en: 'Who read and changed this file' },
  columns: [
    column('at', 'زمان', 'When'),
    codeColumn('who', 'چه کسی', 'Who', { system: 'خود سامانه', token: 'برنامه‌ای با کلید دسترسی' }),
    codeColumn('action', 'کار', 'Action', trailWords),
    { ...column('fields', 'ویژگی‌ها', 'Fields'), paths: true },
  ],
  rows: (context) => trail(context, customerIds),
})

async function* trail(context: Context, customerIds: readonly string[]): AsyncGenerator<Record<string, unknown>> {
  for await (const { actorName, actorKind, after, ...row } of rowsById(context, customerIds, readAuditAbout)) {
    const said = ((await context.sealing.open(after)) ?? {}) as Record<string, unknown>
    const fields = Array.isArray(said['fields']) ? said['fields'] : Object.keys(said)
    yield { ...row, who: actorName ?? actorKind, fields }
  }
}
