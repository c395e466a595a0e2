export const requestStatuses = ['new', 'open', 'waiting', 'resolved', 'closed', 'merged'] as const
export const priorities = ['low', 'normal', 'high', 'urgent'] as const
export const outcomes = ['solved', 'partly', 'not-solved', 'not-a-fault', 'duplicate', 'withdrawn'] as const
export const waitKinds = ['customer', 'third-party'] as const

export const requestEventKinds = [
  'registered',
  'taken',
  'assigned',
  'referred',
  'returned',
  'auto-reassigned',
  'answered',
  'customer-message',
  'call',
  'visit',
  'note',
  'waiting',
  'resumed',
  'resolved',
  'reopened',
  'closed',
  'merged',
  'undone',
  'other',
] as const
