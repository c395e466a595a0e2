import type { ChequeState, EntryKind } from '@parvandeh/contract'
import type { PayMethod } from '../sales.tables.ts'

/** Words of exports in Persian; in English they are their own. */
export const kindWords: Readonly<Record<EntryKind, string>> = {
  opening: 'ماندهٔ آغازین',
  invoice: 'فاکتور فروش',
  return: 'برگشت از فروش',
  'pre-invoice': 'پیش‌فاکتور',
  receipt: 'دریافت',
  payment: 'پرداخت',
  cheque: 'چک دریافتی',
  debit: 'سند بدهکار',
  credit: 'سند بستانکار',
}

export const stateWords: Readonly<Record<ChequeState, string>> = {
  'in-hand': 'نزد ما',
  deposited: 'واگذارشده به بانک',
  cleared: 'وصول‌شده',
  bounced: 'برگشت‌خورده',
  returned: 'عودت‌داده‌شده',
}

export const methodWords: Readonly<Record<PayMethod, string>> = { cash: 'نقد', card: 'کارت', transfer: 'حواله' }
