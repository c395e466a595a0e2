import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  title: 'Open requests',
  none: 'No open request.',
  create: 'Register a request',
  all: 'All requests of this customer',
  told: {
    registered: 'A request was registered',
    taken: 'The request was taken',
    assigned: (person) => `The request was assigned to ${person}`,
    referred: (unit) => `The request was referred to ${unit}`,
    returned: 'The request went back to the queue',
    'auto-reassigned': (person) => `The request went to ${person} by itself`,
    waiting: (on) => `The request waits: ${on.toLowerCase()}`,
    resumed: 'Work on the request went on',
    resolved: 'The request was resolved',
    resolvedAs: (outcome) => `The request was finished: ${outcome.toLowerCase()}`,
    reopened: 'The request was reopened',
    undone: 'The last act on the request was taken back',
    closed: 'The request was closed',
    merged: 'The request was merged into another',
    someone: 'a colleague',
    someUnit: 'another unit',
    someWait: 'an answer',
  },
}
