import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  createWith: (typed) => `New customer with ${typed}`,
  sections: {
    number: 'Customers, by number',
    address: 'Customers, by address on the net',
    identity: 'Customers, by identity',
    tag: 'Customers, by tag',
    other: 'Customers, by what the file holds',
  },
  near: 'You may have meant one of these:',
  provisional: 'provisional',
  caller: 'Who is calling?',
  callerPlaceholder: 'Number, name or code',
  callerHint: 'Type a number, a name or a code; the file opens with the form for the call.',
}
