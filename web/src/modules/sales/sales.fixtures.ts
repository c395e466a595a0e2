import type { Account, Entry, EntryDetails } from './sales.types.ts'

const customerId = '01990000-0000-7000-8000-000000000001'

/** An account in order. */
export const account: Account = {
  customerId,
  balance: 12_500_000,
  creditLimit: 50_000_000,
  overdue: 0,
  nextDueDay: '2027-01-15',
  openCheques: 20_000_000,
  creditUsed: 32_500_000,
  limitPassed: false,
  lastPurchase: { day: '2026-11-01', amount: 45_000_000 },
  entries: 7,
  version: 3,
  can: { write: true },
}

/** One beyond its limit, and late. */
export const passedAccount: Account = {
  ...account,
  balance: 412_500_000,
  overdue: 400_000_000,
  creditUsed: 432_500_000,
  limitPassed: true,
  can: { write: false },
}

export const emptyAccount: Account = {
  ...account,
  balance: 0,
  creditLimit: null,
  nextDueDay: null,
  openCheques: 0,
  creditUsed: 0,
  lastPurchase: null,
  entries: 0,
}

const entry: Entry = {
  id: '01990000-0000-7000-8000-000000000002',
  customerId,
  kind: 'invoice',
  number: '1405-1024',
  day: '2026-11-01',
  dueDay: null,
  description: 'فروش یخچال ساید بای ساید و لباسشویی با نصب و راه‌اندازی در محل مشتری و حمل به طبقهٔ چهارم بی‌آسانسور',
  amount: 45_000_000,
  effect: 45_000_000,
  method: null,
  reference: '',
  cheque: null,
  instalmentId: null,
  voided: null,
  source: 'hand',
  recordedAt: '2026-11-01T08:00:00Z',
  recordedBy: null,
  version: 1,
  can: { void: true, undo: false, moveCheque: false },
}

/** An invoice with lines and instalments. */
export const invoice: EntryDetails = {
  entry,
  lines: [
    {
      id: 'l1',
      productId: null,
      title: 'یخچال ساید',
      quantity: 1,
      unitPrice: 40_000_000,
      discount: 1_000_000,
      tax: 3_510_000,
      total: 42_510_000,
    },
    { id: 'l2', productId: null, title: 'کرایهٔ حمل', quantity: 1.5, unitPrice: 1_660_000, discount: 0, tax: 0, total: 2_490_000 },
  ],
  instalments: [
    { id: 'i1', dueDay: '2026-10-01', amount: 15_000_000, paid: 15_000_000 },
    { id: 'i2', dueDay: '2026-11-01', amount: 15_000_000, paid: 0 },
    { id: 'i3', dueDay: '2090-01-01', amount: 15_000_000, paid: 0 },
  ],
  chequeStory: [],
}

/** A cheque that bounced. */
export const cheque: EntryDetails = {
  entry: {
    ...entry,
    id: '01990000-0000-7000-8000-000000000003',
    kind: 'cheque',
    effect: 0,
    dueDay: '2026-10-05',
    cheque: {
      serial: '123456',
      sayadId: '1234567890123456',
      bank: 'کشاورزی',
      branch: 'میدان ونک',
      holder: 'شرکت پخش البرز (ساختگی)',
      state: 'bounced',
      stateDay: '2026-10-06',
      next: ['deposited', 'cleared', 'returned'],
    },
    can: { void: true, undo: false, moveCheque: true },
  },
  lines: [],
  instalments: [],
  chequeStory: [
    { state: 'in-hand', day: '2026-09-01', at: '2026-09-01T08:00:00Z', personId: null, note: '' },
    { state: 'bounced', day: '2026-10-06', at: '2026-10-06T08:00:00Z', personId: null, note: 'کسری موجودی' },
  ],
}

export const voided: EntryDetails = {
  ...invoice,
  entry: {
    ...entry,
    id: '01990000-0000-7000-8000-000000000004',
    effect: 0,
    voided: { at: '2026-11-02T08:00:00Z', by: null, reason: 'دوبار ثبت شد' },
    can: { void: false, undo: false, moveCheque: false },
  },
  instalments: [],
}
