import type { Context } from '../../../platform/context.ts'
import type { CopiedTable, SubjectHolder } from '../../../platform/subjects/holder.types.ts'
import { mayReach } from '../../identity/index.ts'
import { blankLedger, readAllEntries, readBalances } from './subject.queries.ts'

/** The ledger of a customer. Of an erased one the books stay without a word: the law asks for them for years. */
export const ledgerHolder: SubjectHolder = {
  module: 'sales',
  hanging: async (context, customerIds) => {
    const isRead = context.actor.fieldClasses.has('financial')
    const accounts = isRead ? (await readBalances(context, customerIds)).filter((one) => mayReach(context.actor, 'sales.read', one)) : []
    return [
      { kind: 'ledger-entries', count: accounts.reduce((sum, { entries }) => sum + entries, 0), open: false },
      { kind: 'open-balances', count: accounts.filter(({ balance }) => balance !== '0').length, open: false },
    ]
  },
  erase: async (context, { customerIds }) => ({
    rows: [
      {
        what: { fa: 'سندهای مالی', en: 'Ledger entries' },
        count: await blankLedger(context, customerIds),
        outcome: 'blanked',
        why: {
          fa: 'شماره، تاریخ و مبلغ به حکم قانون مالیات می‌ماند؛ شرح، دارندهٔ چک و شناسهٔ صیاد پاک شد.',
          en: 'Numbers, days and amounts stay as tax law requires; descriptions, holders of cheques and Sayad ids are gone.',
        },
      },
    ],
  }),
  copy: async (_context, customerIds) => ({ tables: [entriesOf(customerIds)] }),
}

const column = (key: string, fa: string, en: string) => ({ key, header: { fa, en } })
const rowsAtOnce = 500

const entriesOf = (customerIds: readonly string[]): CopiedTable => ({
  name: 'ledger',
  title: { fa: 'سندهای مالی (ریال)', en: 'Ledger (rials)' },
  columns: [
    column('day', 'تاریخ', 'Day'),
    column('kind', 'نوع', 'Kind'),
    column('number', 'شماره', 'Number'),
    column('description', 'شرح', 'Description'),
    column('amount', 'مبلغ', 'Amount'),
    column('dueDay', 'سررسید', 'Due'),
    column('reference', 'مرجع', 'Reference'),
    column('bank', 'بانک', 'Bank'),
    column('holder', 'دارندهٔ چک', 'Holder of the cheque'),
    column('sayadId', 'شناسهٔ صیاد', 'Sayad id'),
    column('voidedAt', 'ابطال', 'Voided'),
  ],
  rows: (context) => everyEntry(context, customerIds),
})

async function* everyEntry(context: Context, customerIds: readonly string[]): AsyncGenerator<Record<string, unknown>> {
  let after: string | undefined
  do {
    const rows = await readAllEntries(context, customerIds, after, rowsAtOnce)
    for (const { id: _id, ...row } of rows) yield row
    after = rows.length === rowsAtOnce ? rows.at(-1)?.id : undefined
  } while (after !== undefined)
}
