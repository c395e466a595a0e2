import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  createWith: (typed) => `New customer with ${typed}`,
  provisional: 'provisional',
}
