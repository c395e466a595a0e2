import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  title: 'Ledger',
  of: (name) => `Ledger of ${name}`,
  period: 'When',
  all: 'All',
  columns: {
    day: 'Day',
    kind: 'Kind',
    number: 'Number',
    description: 'Description',
    debit: 'Debit',
    credit: 'Credit',
    balance: 'Balance',
    dueDay: 'Due',
    state: 'State',
  },
  filters: { kind: 'Kind', voided: 'Voided' },
  withVoided: 'With the voided ones',
  emptyTitle: 'Nothing stands in this account yet',
  emptyText: 'Enter an invoice, a receipt or a cheque here, or import the ledger from your accounting program.',
  noneTitle: 'Nothing fits these filters',
  clear: 'Clear filters',
  add: 'Enter a voucher',
  customers: 'Customers',
}
