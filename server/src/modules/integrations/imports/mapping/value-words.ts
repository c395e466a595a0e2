import type { channels, outcomes, priorities, RequestMapping } from '@parvandeh/contract'

/** Signs of our events in the names of activities and states; the first that fits is taken. */
export const activityWords: [RegExp, RequestMapping['activities'][string]][] = [
  [/awaiting user|wait.*customer|pending customer|منتظر مشتری|در انتظار مشتری|attesa cliente/u, { event: 'waiting', waitOn: 'customer' }],
  [/^await|^wait|^pending|on hold|در انتظار|معلق|attesa|sospes/u, { event: 'waiting', waitOn: 'third-party' }],
  [/reopen|بازگشای|riapert/u, { event: 'reopened' }],
  [/^resolved?$|resolve ticket|^solved?$|حل شد|رفع شد|risolt/u, { event: 'resolved' }],
  [/^closed?$|close ticket|بسته شد|خاتمه|بستن|chius/u, { event: 'closed' }],
  [/take in charge|^taken?$|^active$|in progress|در دست اقدام|برداشت|in carico|in lavorazione/u, { event: 'taken' }],
  [/^assign(ed)?( to)?$|assign ticket|سپردن|واگذار|assegna/u, { event: 'assigned' }],
  [/refer|escalat|transfer|ارجاع|inoltr/u, { event: 'referred' }],
  [/^new$|insert ticket|^create(d)?( ticket)?$|^open(ed)?$|register|^ثبت|ایجاد|apertura|inseri/u, { event: 'registered' }],
  [/^repl|^answer|respond|پاسخ|rispost/u, { event: 'answered' }],
]

/** Signs of our codes in the values of a column. */
export type ValueWords<C extends string> = Partial<Record<C, RegExp>>

export const priorityWords: ValueWords<(typeof priorities)[number]> = {
  urgent: /critical|urgent|فوری|آنی|critica/u,
  high: /high|بالا|زیاد|alta/u,
  normal: /moderate|medium|normal|متوسط|عادی|media|normale/u,
  low: /low|پایین|کم|bassa/u,
}
export const channelWords: ValueWords<(typeof channels)[number]> = {
  phone: /phone|call|تلفن|تماس|telefono/u,
  email: /mail|ایمیل|رایانامه/u,
  'in-person': /walk|person|حضوری/u,
  web: /web|self|portal|سایت|پورتال/u,
  sms: /sms|پیامک/u,
  messenger: /chat|messenger|پیام‌رسان|پیام رسان/u,
  fax: /fax|نمابر|فکس/u,
  letter: /letter|نامه|lettera/u,
}
export const outcomeWords: ValueWords<(typeof outcomes)[number]> = {
  'not-solved': /not solved|unsolved|حل نشد|non risolt/u,
  partly: /part|تا اندازه|ناقص|parzial/u,
  duplicate: /duplicate|تکراری|duplicat/u,
  withdrawn: /withdrawn|cancel|انصراف|لغو|annullat/u,
  'not-a-fault': /not a fault|no fault|ایراد نبود/u,
  solved: /solved|fixed|حل شد|رفع شد|risolt/u,
}
