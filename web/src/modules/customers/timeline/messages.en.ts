import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  title: 'Timeline',
  everything: 'Everything',
  today: 'Today',
  yesterday: 'Yesterday',
  customerChanges: 'Changes of the file',
  opened: 'The file was opened',
  changed: 'The file was edited',
  changedFields: (fields) => `What changed: ${fields}`,
  other: 'Something else',
  emptyTitle: 'Nothing on the timeline yet',
  emptyText: 'Every call, message, visit, note, request and document that is recorded appears here in the order of time.',
  noneTitle: 'Nothing of this kind',
  showAll: 'Show everything',
  beginning: 'Beginning of the file',
  withheld: 'You may not see the details of this.',
}
