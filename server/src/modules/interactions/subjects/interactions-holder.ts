import type { Context } from '../../../platform/context.ts'
import { codeColumn, column } from '../../../platform/subjects/copied-table.ts'
import type { CopiedTable, SubjectHolder } from '../../../platform/subjects/holder.types.ts'
import { directoryNames } from '../../identity/index.ts'
import { channelWords, directionWords, kindWords } from '../words.ts'
import { blankInteractions, countInteractions, readAllSaid } from './subject.queries.ts'
import type { SaidToCustomer } from './subject.queries.ts'

/** What was said with a customer. Of an erased one it stays that there was a call, when, how long and by whom. */
export const interactionsHolder: SubjectHolder = {
  module: 'interactions',
  hanging: async (context, customerIds) => [{ kind: 'interactions', count: await countInteractions(context, customerIds), open: false }],
  erase: async (context, { customerIds }) => ({
    rows: [
      {
        what: { fa: 'متن تماس‌ها، پیام‌ها و یادداشت‌ها', en: 'Words of calls, messages and notes' },
        count: await blankInteractions(context, customerIds),
        outcome: 'blanked',
        why: {
          fa: 'زمان، نوع و مدت برای شمارش کار کارکنان بی‌نام می‌ماند.',
          en: 'When, of which kind and how long stays, without a name, to count the work of colleagues.',
        },
      },
    ],
  }),
  lines: { kinds: kindWords, facts: { direction: directionWords, channel: channelWords } },
  copy: async (_context, customerIds) => ({ tables: [saidWith(customerIds)] }),
}

const rowsAtOnce = 500

const saidWith = (customerIds: readonly string[]): CopiedTable => ({
  name: 'interactions',
  title: { fa: 'تماس‌ها، پیام‌ها و یادداشت‌ها', en: 'Calls, messages and notes' },
  columns: [
    column('startedAt', 'زمان', 'When'),
    codeColumn('kind', 'نوع', 'Kind', kindWords),
    codeColumn('direction', 'جهت', 'Direction', directionWords),
    codeColumn('channel', 'راه', 'Channel', channelWords),
    column('minutes', 'دقیقه', 'Minutes'),
    column('answered', 'پاسخ داده شد', 'Answered'),
    column('who', 'همکار', 'Colleague'),
    column('subject', 'موضوع', 'Subject'),
    column('body', 'متن', 'Text'),
  ],
  rows: (context) => everythingSaid(context, customerIds),
})

async function* everythingSaid(context: Context, customerIds: readonly string[]): AsyncGenerator<Record<string, unknown>> {
  const { people } = await directoryNames(context)
  let last: SaidToCustomer | undefined
  do {
    const rows = await readAllSaid(context, customerIds, last, rowsAtOnce)
    for (const { id: _id, ownerId, ...row } of rows) yield { ...row, who: people.get(ownerId ?? '') ?? null }
    last = rows.length === rowsAtOnce ? rows.at(-1) : undefined
  } while (last !== undefined)
}
