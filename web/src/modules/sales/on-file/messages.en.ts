import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  title: 'Account',
  balance: 'Balance',
  nothing: 'Nothing stands in the account of this customer yet.',
  overdue: 'Overdue',
  nextDue: 'Next due',
  limit: 'Credit limit',
  noLimit: 'Not set',
  setLimit: 'Set the credit limit',
  used: (percent) => `${percent} used`,
  passed: 'Beyond the credit limit',
  openCheques: 'Cheques not cleared',
  lastPurchase: 'Last purchase',
  all: 'Ledger',
  add: 'Enter a voucher',
  limitHint: 'Empty: there is no limit. Going beyond it warns, and keeps nobody from entering.',
  limitSaved: 'The credit limit was saved.',
  lines: 'Money',
  told: {
    entered: (kind) => `${kind} entered`,
    voided: (kind) => `${kind} voided`,
    moved: (state) => `Cheque: ${state.toLowerCase()}`,
  },
  dueOn: (day) => `due ${day}`,
}
