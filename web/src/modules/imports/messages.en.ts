import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  title: 'Import',
  subtitle: 'Customers and the history of requests are read from files of your former system.',
  states: {
    uploaded: 'Ready to map',
    staging: 'Reading',
    loading: 'Loading',
    paused: 'Paused',
    done: 'Done',
    discarded: 'Discarded',
    failed: 'Failed',
    checking: 'Trying',
    checked: 'Tried',
    undoing: 'Taking back',
    undone: 'Taken back',
  },
  columns: { file: 'File', state: 'State', rows: 'Rows read', kind: 'Kind', brought: 'Brought', by: 'By', at: 'Uploaded' },
  what: 'What do you bring?',
  kinds: { customers: 'Customers', requests: 'History of requests', ledgers: 'Accounts' },
  drops: {
    customers: {
      label: 'Drop the file of customers here',
      hint: 'CSV, TSV, XLSX or vCard up to 2 GB; contacts out of Google and Outlook are known too. Nothing is written until you press “Start the import”.',
    },
    ledgers: {
      label: 'Drop a file of ledgers here',
      hint: 'CSV or XLSX from an accounting program (Hesabfa, Sepidar, Mahak, Holoo and the like) with columns of customer, date, debit and credit. Nothing is written before you start it.',
    },
    requests: {
      label: 'Drop the file with the history here',
      hint: 'CSV with any delimiter and encoding, packed with gzip or not, or XLSX, up to 2 GB. Nothing is added until you press “Start”.',
    },
  },
  uploading: (name) => `Sending ${name}`,
  uploadCancelled: 'Cancel sending',
  emptyTitle: 'No file has been imported yet',
  emptyText: 'Export from your former system: a list of customers (a row each), a list of requests, or a log of events.',
  back: 'Imports',
}
