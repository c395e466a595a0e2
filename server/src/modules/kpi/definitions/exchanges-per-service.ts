import type { Definition, Value } from './definition.types.ts'
import { share, spread } from './figures.ts'
import { byGroup, requestRecord, whatCounts } from './shared.ts'

const exchanges: Value = {
  key: 'exchanges',
  fa: 'نوبت پرسش‌وپاسخ',
  en: 'Exchanges',
  unit: 'exchanges',
  sql: 'case when r.first_response_recorded then r.exchange_count end',
}
const oldEnough = `r.first_resolved_at <= asked.at - interval '7 days'`
const firstContact: Value = {
  key: 'firstContact',
  fa: 'حل در نخستین تماس',
  en: 'Resolved at first contact',
  unit: 'requests',
  sql: `case when r.first_response_recorded and ${oldEnough} then r.first_contact::int end`,
}

/** How much asking and answering a request takes, and how many are done at first contact. */
export const exchangesPerService: Definition = {
  ...requestRecord,
  key: 'exchanges-per-service',
  title: { fa: 'پرسش‌وپاسخ در هر خدمت', en: 'Questions and answers per service' },
  definition: {
    fa: `شمار نوبت‌های پرسش‌وپاسخ هر درخواست حل‌شده: چند پیام پیاپی مشتری و چند پیام پیاپی کارشناس پس از آن یک نوبت است؛ هر تماس یا بازدید هم یک نوبت. حل در نخستین تماس: درخواستی که حل نخستش با دست‌بالا یک نوبت بوده و تا هفت روز بازنگشته است؛ درخواستی که هنوز هفت روز از حلش نگذشته «زود» است و در این سهم نمی‌آید. هر درخواست در روز آخرین حل خود می‌آید. درخواستی که سامانهٔ پیشین تماس‌هایش را نگه نداشته، جدا شمرده می‌شود. کارشناس کسی است که حل کرده، و واحد واحدی است که اکنون درخواست را دارد. میانه و صدک ۹۰ با درون‌یابی خطی به دست می‌آیند. ${whatCounts.fa}`,
    en: `Exchanges of each resolved request: a run of customer messages and the run of our messages after it is one, a call or a visit is one. Resolved at first contact: solved by its first resolution after one exchange at most, and not come back within seven days; a request resolved less than seven days ago is too young and has no part in this share. Each request stands on the day of its last resolution. Requests of which an earlier system kept no contacts are counted apart. The person is who resolved it, the unit the one that has the request now. Median and 90th percentile are interpolated linearly. ${whatCounts.en}`,
  },
  unit: 'exchanges',
  bucketings: ['none', 'day', 'weekday', 'month', ...byGroup, 'band'],
  main: 'exchanges.mean',
  explained: 'exchanges.mean',
  bands: { value: 'exchanges', edges: [1, 2, 3, 4, 6, 11] },
  where: 'r.resolved_at is not null',
  at: 'r.resolved_at',
  person: 'r.resolved_by',
  state: `case when not r.first_response_recorded then 'not-recorded' when ${oldEnough} then 'known' else 'not-yet' end`,
  notYet: 'too-young',
  settlesAfterDays: 7,
  values: [exchanges, firstContact],
  figures: [
    ...spread(exchanges),
    share(firstContact, { key: 'firstContactRate', fa: 'سهم حل در نخستین تماس', en: 'Share resolved at first contact' }),
  ],
}
