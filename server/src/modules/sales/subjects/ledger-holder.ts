import { amountColumn, codeColumn, column, copiedTable, dayColumn } from '../../../platform/subjects/copied-table.ts'
import type { SubjectHolder } from '../../../platform/subjects/holder.types.ts'
import { mayReach } from '../../identity/index.ts'
import { kindWords, methodWords, stateWords } from '../ledger/words.ts'
import { blankLedger, readAllAccounts, readAllEntries, readAllInstalments, readAllLines, readBalances } from './subject.queries.ts'

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
  lines: {
    kinds: {
      'finance.entered': 'ثبت سند مالی',
      'finance.voided': 'باطل‌شدن سند مالی',
      'finance.cheque-moved': 'تغییر وضعیت چک',
    },
    facts: { entry: kindWords, state: stateWords },
  },
  copy: async (_context, ids) => ({
    tables: [
      copiedTable(account, ids, readAllAccounts),
      copiedTable(entries, ids, readAllEntries),
      copiedTable(lines, ids, readAllLines),
      copiedTable(instalments, ids, readAllInstalments),
    ],
  }),
}

const entries = {
  name: 'ledger',
  title: { fa: 'سندهای مالی (ریال)', en: 'Ledger (rials)' },
  columns: [
    dayColumn('day', 'تاریخ', 'Day'),
    codeColumn('kind', 'نوع', 'Kind', kindWords),
    column('number', 'شماره', 'Number'),
    column('description', 'شرح', 'Description'),
    amountColumn('amount', 'مبلغ', 'Amount'),
    dayColumn('dueDay', 'سررسید', 'Due'),
    codeColumn('method', 'شیوه', 'Method', methodWords),
    column('reference', 'مرجع', 'Reference'),
    column('bank', 'بانک', 'Bank'),
    column('holder', 'صاحب چک', 'Drawer'),
    column('sayadId', 'شناسهٔ صیاد', 'Sayad id'),
    codeColumn('chequeState', 'وضعیت چک', 'State of the cheque', stateWords),
    column('voidedAt', 'ابطال', 'Voided'),
  ],
}

const lines = {
  name: 'invoice-lines',
  title: { fa: 'ردیف‌های فاکتورها (ریال)', en: 'Lines of invoices (rials)' },
  columns: [
    column('number', 'فاکتور', 'Invoice'),
    column('title', 'شرح', 'Title'),
    column('quantity', 'تعداد', 'Quantity'),
    amountColumn('unitPrice', 'قیمت واحد', 'Unit price'),
    amountColumn('discount', 'تخفیف', 'Discount'),
    amountColumn('tax', 'مالیات', 'Tax'),
    amountColumn('total', 'جمع', 'Total'),
  ],
}

const instalments = {
  name: 'instalments',
  title: { fa: 'قسط‌ها (ریال)', en: 'Instalments (rials)' },
  columns: [column('number', 'فاکتور', 'Invoice'), dayColumn('dueDay', 'سررسید', 'Due'), amountColumn('amount', 'مبلغ', 'Amount')],
}

const account = {
  name: 'account',
  title: { fa: 'حساب مالی (ریال)', en: 'Account (rials)' },
  columns: [
    amountColumn('balance', 'مانده', 'Balance'),
    amountColumn('creditLimit', 'سقف اعتبار', 'Credit limit'),
    amountColumn('arrears', 'سررسیدگذشته', 'Overdue'),
    dayColumn('lastPurchaseDay', 'آخرین خرید', 'Last purchase'),
  ],
}
