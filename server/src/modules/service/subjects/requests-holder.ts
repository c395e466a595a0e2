import type { Context } from '../../../platform/context.ts'
import { codeColumn, column, copiedTable, rowsById } from '../../../platform/subjects/copied-table.ts'
import type { CopiedTable, SubjectHolder } from '../../../platform/subjects/holder.types.ts'
import { catalogueNames } from '../../catalogue/index.ts'
import { channelWords } from '../../interactions/index.ts'
import { eventWords, outcomeWords, priorityWords, statusWords, waitWords } from '../words.ts'
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
  lines: {
    kinds: Object.fromEntries(Object.entries(eventWords).map(([kind, word]) => [`request.${kind}`, word])),
    facts: { outcome: outcomeWords, waitOn: waitWords },
  },
  copy: async (_context, customerIds) => ({ tables: [requestsOf(customerIds), copiedTable(events, customerIds, readAllEvents)] }),
}

const requestsOf = (customerIds: readonly string[]): CopiedTable => ({
  name: 'requests',
  title: { fa: 'درخواست‌ها', en: 'Requests' },
  note: {
    fa: 'اگر کسی جز مشتری دربارهٔ درخواست تماس گرفته باشد، نام او در این رونوشت نمی‌آید.',
    en: 'Where somebody else spoke about a request, they are not named in this copy.',
  },
  columns: [
    column('number', 'شماره', 'Number'),
    column('subject', 'عنوان', 'Subject'),
    column('description', 'شرح', 'Description'),
    column('topic', 'موضوع', 'Topic'),
    column('product', 'کالا', 'Product'),
    codeColumn('status', 'وضعیت', 'Status', statusWords),
    codeColumn('priority', 'اولویت', 'Priority', priorityWords),
    codeColumn('channel', 'راه', 'Channel', channelWords),
    column('byOther', 'تماس از سوی کسی دیگر', 'Somebody else spoke'),
    column('reportedAt', 'زمان گزارش', 'Reported'),
    column('resolvedAt', 'زمان حل', 'Resolved'),
    column('closedAt', 'زمان بسته‌شدن', 'Closed'),
    codeColumn('outcome', 'نتیجه', 'Outcome', outcomeWords),
  ],
  rows: (context) => namedRequests(context, customerIds),
})

async function* namedRequests(context: Context, customerIds: readonly string[]): AsyncGenerator<Record<string, unknown>> {
  const { topics, products } = await catalogueNames(context)
  for await (const { topicId, productId, ...row } of rowsById(context, customerIds, readAllRequests))
    yield { ...row, topic: topics.get(String(topicId)) ?? null, product: products.get(String(productId)) ?? null }
}

const events = {
  name: 'request-events',
  title: { fa: 'گزارش کار درخواست‌ها', en: 'What happened to requests' },
  columns: [
    column('number', 'شماره', 'Number'),
    column('at', 'زمان', 'When'),
    codeColumn('kind', 'رویداد', 'Event', eventWords),
    codeColumn('channel', 'راه', 'Channel', channelWords),
    column('note', 'یادداشت', 'Note'),
    column('label', 'برچسب', 'Label'),
    codeColumn('outcome', 'نتیجه', 'Outcome', outcomeWords),
  ],
}
