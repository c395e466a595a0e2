import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  title: 'Documents',
  added: 'A document was added',
  add: 'Add a document',
  dropHere: 'Drop the file to add it',
  empty: 'No documents yet. Drop files on this box.',
  emptyReadOnly: 'No documents yet.',
  more: 'More documents',
  view: 'View',
  download: 'Download',
  downloadOf: (name) => `Download ${name}`,
  sending: (name) => `Sending ${name}`,
  sendAgain: 'Send again',
  dismiss: 'Dismiss',
  arrived: (name) => `${name} was added to the file.`,
  notShown: 'This type of file cannot be shown here; download it.',
  tooLong: 'Only the beginning of this text is shown; download the file for the whole.',
  addedBy: (person) => `Added by ${person}`,
  unknown: 'The document is not available',
  limit: (size) => `Up to ${size} each`,
}
