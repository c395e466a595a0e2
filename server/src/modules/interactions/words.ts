import type { channels, directions, interactionKinds } from '@parvandeh/contract'

type Words<Codes extends readonly string[]> = Readonly<Record<Codes[number], string>>

/** Words of exports and copies in Persian; in English they are their own. */
export const kindWords: Words<typeof interactionKinds> = {
  call: 'تماس',
  visit: 'بازدید',
  message: 'پیام',
  note: 'یادداشت',
  parcel: 'مرسوله',
}

export const directionWords: Words<typeof directions> = { in: 'ورودی', out: 'خروجی', internal: 'درونی' }

export const channelWords: Words<typeof channels> = {
  phone: 'تلفن',
  'in-person': 'حضوری',
  sms: 'پیامک',
  email: 'ایمیل',
  messenger: 'پیام‌رسان',
  web: 'وبگاه',
  letter: 'نامه',
  fax: 'دورنگار',
  other: 'دیگر',
}
