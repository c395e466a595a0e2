import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  title: 'Cheques received',
  period: 'Due',
  open: 'Not cleared',
  all: 'All',
  bounced: 'Bounced',
  columns: {
    due: 'Due',
    customer: 'Customer',
    amount: 'Amount',
    state: 'State',
    bank: 'Bank',
    branch: 'Branch',
    serial: 'Number',
    sayad: 'Sayad id',
    holder: 'Drawer',
    act: 'To do',
  },
  filters: { state: 'State' },
  move: 'Change the state',
  late: (days) => `${days} days late`,
  emptyTitle: 'No cheque yet',
  emptyText: "Enter cheques in the account of a customer's file; all of them appear here by the day they fall due.",
  toCustomers: 'Go to customers',
  noneTitle: 'No cheque fits these filters',
  clear: 'Clear filters',
}
