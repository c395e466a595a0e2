import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  title: 'Calls and messages',
  all: 'All',
  period: 'When',
  columns: { when: 'When', what: 'What', customer: 'Customer', subject: 'Subject', person: 'Colleague', length: 'Length' },
  filters: { kind: 'Kind', direction: 'Direction', person: 'Colleague' },
  clear: 'Clear filters',
  emptyTitle: 'No calls recorded yet',
  emptyText: "Write calls, visits, messages and notes in the customer's file; all of them appear here as well.",
  toCustomers: 'Go to customers',
  noneTitle: 'Nothing fits these filters',
}
