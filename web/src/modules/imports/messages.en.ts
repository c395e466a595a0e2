import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  title: 'Import',
  subtitle: 'The history of your former system is read from a file and becomes customers’ files and requests.',
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
  columns: { file: 'File', state: 'State', rows: 'Rows read', requests: 'Requests', by: 'By', at: 'Uploaded' },
  dropLabel: 'Drop the file with the history here',
  dropHint: 'CSV with any delimiter and encoding, packed with gzip or not, or XLSX, up to 2 GB. Nothing is added until you press “Start”.',
  uploading: (name) => `Sending ${name}`,
  uploadCancelled: 'Cancel sending',
  emptyTitle: 'No file has been imported yet',
  emptyText: 'Export from your former system: either a list of requests (a row each), or a log of events (a row for each event).',
  back: 'Imports',
}
