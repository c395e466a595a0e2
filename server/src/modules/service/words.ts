import type { outcomes, priorities, requestEventKinds, requestStatuses, waitKinds } from '@parvandeh/contract'

type Words<Codes extends readonly string[]> = Readonly<Record<Codes[number], string>>

/** Words of exports and copies in Persian; in English they are their own. */
export const statusWords: Words<typeof requestStatuses> = {
  new: 'تازه',
  open: 'در دست کار',
  waiting: 'در انتظار',
  resolved: 'حل‌شده',
  closed: 'بسته',
  merged: 'یکی‌شده با دیگری',
}

export const priorityWords: Words<typeof priorities> = { low: 'کم', normal: 'عادی', high: 'زیاد', urgent: 'فوری' }

export const outcomeWords: Words<typeof outcomes> = {
  solved: 'حل شد',
  partly: 'بخشی حل شد',
  'not-solved': 'حل نشد',
  'not-a-fault': 'ایرادی نبود',
  duplicate: 'تکراری',
  withdrawn: 'انصراف مشتری',
}

export const waitWords: Words<typeof waitKinds> = { customer: 'مشتری', 'third-party': 'شخص سوم' }

export const eventWords: Words<typeof requestEventKinds> = {
  registered: 'ثبت درخواست',
  taken: 'برداشتن درخواست',
  assigned: 'سپردن به کارشناس',
  referred: 'ارجاع به واحد دیگر',
  returned: 'برگشت به واحد پیشین',
  'auto-reassigned': 'سپردن خودکار',
  answered: 'پاسخ به مشتری',
  'customer-message': 'پیام مشتری',
  call: 'تماس',
  visit: 'بازدید',
  note: 'یادداشت',
  waiting: 'آغاز انتظار',
  resumed: 'ادامهٔ کار',
  resolved: 'حل درخواست',
  reopened: 'بازگشایی',
  closed: 'بسته‌شدن',
  merged: 'یکی‌شدن با درخواست دیگر',
  undone: 'برگرداندن کار پیشین',
  other: 'رویداد دیگر',
}
