import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  title: 'My exports',
  subtitle: 'Large lists are made in the background; each file is kept for you alone for seven days.',
  columns: { file: 'Export', state: 'State', rows: 'Rows', size: 'Size', at: 'Asked for', until: 'Kept until', actions: 'Actions' },
  lists: { customers: 'Customers' },
  formats: { csv: 'CSV', xlsx: 'XLSX', vcard4: 'vCard 4.0', vcard3: 'vCard 3.0' },
  states: { waiting: 'Waiting', working: 'Being made', done: 'Ready', failed: 'Failed', discarded: 'Discarded', expired: 'No longer kept' },
  rowsOf: (rows, total) => `${rows} of ${total}`,
  fetch: 'Get the file',
  discard: 'Discard',
  discarded: 'The export was discarded.',
  emptyTitle: 'You have not taken out a large list yet',
  emptyText: 'In the list of customers choose “Table”, then “Export”. Exports of more than ten thousand rows are made here.',
}
