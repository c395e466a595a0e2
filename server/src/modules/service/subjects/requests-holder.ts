import type { Context } from '../../../platform/context.ts'
import type { CopiedTable, SubjectHolder } from '../../../platform/subjects/holder.types.ts'
import { blankRequests, countRequests, filesWithOpenRequests, readAllEvents, readAllRequests } from './subject.queries.ts'

/** The requests of a customer. Of an erased one they stay as work that was done: when, by whom, how long; without a word. */
export const requestsHolder: SubjectHolder = {
  module: 'service',
  hanging: async (context, customerIds) => {
    const { open, ended } = await countRequests(context, customerIds)
    return [
      { kind: 'open-requests', count: open, open: true },
      { kind: 'ended-requests', count: ended, open: false },
    ]
  },
  atWork: filesWithOpenRequests,
  erase: async (context, { customerIds }) => ({
    rows: [
      {
        what: { fa: 'متن درخواست‌ها و گزارش کار آن‌ها', en: 'Words of requests and of the work on them' },
        count: await blankRequests(context, customerIds),
        outcome: 'blanked',
        why: {
          fa: 'زمان‌ها و نتیجه‌ها برای آمار خدمت، بی نام و بی متن، می‌ماند.',
          en: 'Times and outcomes stay for the statistics of service, without names and words.',
        },
      },
    ],
  }),
  copy: async (_context, customerIds) => ({ tables: [requestsOf(customerIds), eventsOf(customerIds)] }),
}

const requestsOf = (customerIds: readonly string[]): CopiedTable => ({
  name: 'requests',
  title: { fa: 'درخواست‌ها', en: 'Requests' },
  columns: [
    { key: 'number', header: { fa: 'شماره', en: 'Number' } },
    { key: 'subject', header: { fa: 'موضوع', en: 'Subject' } },
    { key: 'description', header: { fa: 'شرح', en: 'Description' } },
    { key: 'status', header: { fa: 'وضعیت', en: 'Status' } },
    { key: 'priority', header: { fa: 'اولویت', en: 'Priority' } },
    { key: 'channel', header: { fa: 'راه', en: 'Channel' } },
    { key: 'contactName', header: { fa: 'تماس‌گیرنده', en: 'Contact' } },
    { key: 'reportedAt', header: { fa: 'زمان گزارش', en: 'Reported' } },
    { key: 'resolvedAt', header: { fa: 'زمان حل', en: 'Resolved' } },
    { key: 'closedAt', header: { fa: 'زمان بسته‌شدن', en: 'Closed' } },
    { key: 'outcome', header: { fa: 'نتیجه', en: 'Outcome' } },
  ],
  rows: (context) => everyRowOf(context, customerIds, readAllRequests),
})

const eventsOf = (customerIds: readonly string[]): CopiedTable => ({
  name: 'request-events',
  title: { fa: 'گزارش کار درخواست‌ها', en: 'What happened to requests' },
  columns: [
    { key: 'number', header: { fa: 'شماره', en: 'Number' } },
    { key: 'at', header: { fa: 'زمان', en: 'When' } },
    { key: 'kind', header: { fa: 'رویداد', en: 'Event' } },
    { key: 'channel', header: { fa: 'راه', en: 'Channel' } },
    { key: 'note', header: { fa: 'یادداشت', en: 'Note' } },
    { key: 'label', header: { fa: 'برچسب', en: 'Label' } },
    { key: 'outcome', header: { fa: 'نتیجه', en: 'Outcome' } },
  ],
  rows: (context) => everyRowOf(context, customerIds, readAllEvents),
})

const rowsAtOnce = 500

async function* everyRowOf(
  context: Context,
  customerIds: readonly string[],
  read: typeof readAllRequests,
): AsyncGenerator<Record<string, unknown>> {
  let after: string | undefined
  do {
    const rows = await read(context, customerIds, after, rowsAtOnce)
    for (const { id: _id, ...row } of rows) yield row
    after = rows.length === rowsAtOnce ? rows.at(-1)?.id : undefined
  } while (after !== undefined)
}
