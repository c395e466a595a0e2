import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  account: 'Account',
  ledger: 'Ledger',
  cheques: 'Cheques',
  cancel: 'Cancel',
  save: 'Save',
  needed: 'This is needed as well.',
  kinds: {
    opening: 'Opening balance',
    invoice: 'Invoice',
    return: 'Sales return',
    'pre-invoice': 'Pre-invoice',
    receipt: 'Receipt',
    payment: 'Payment to the customer',
    cheque: 'Cheque',
    debit: 'Debit voucher',
    credit: 'Credit voucher',
  },
  states: { 'in-hand': 'In hand', deposited: 'At the bank', cleared: 'Cleared', bounced: 'Bounced', returned: 'Given back' },
  methods: { cash: 'Cash', card: 'Card', transfer: 'Transfer' },
  voided: 'Voided',
  owes: 'owes us',
  owed: 'is owed',
  even: 'settled',
  inWords: (words) => words,
}
