import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  createWith: (typed) => `New customer with ${typed}`,
  provisional: 'provisional',
  caller: 'Who is calling?',
  callerPlaceholder: 'Number, name or code',
  callerHint: 'Type a number, a name or a code; the file opens with the form for the call.',
}
