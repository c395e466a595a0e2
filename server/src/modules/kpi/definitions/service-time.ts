import type { Definition } from './definition.types.ts'
import { spread } from './figures.ts'
import { byGroup, byTime, duration, durationBands, requestRecord, twoClocks, whatCounts } from './shared.ts'

const values = [
  ...duration('service', 'service', 'زمان خدمت', 'Service time'),
  ...duration('customerWait', 'customer_wait', 'انتظار برای مشتری، کنار گذاشته', 'Waiting on the customer, left out'),
]

/** How long a customer's matter takes, without the time it waited on the customer. */
export const serviceTime: Definition = {
  ...requestRecord,
  key: 'service-time',
  title: { fa: 'زمان خدمت', en: 'Service time' },
  definition: {
    fa: `از گزارش مشتری تا آخرین حل درخواست، منهای زمانی که کار در انتظار خود مشتری بوده است؛ انتظار برای دیگران کم نمی‌شود. هر درخواست در روز آخرین حل خود می‌آید، و اگر بازگشته باشد تا حل دوباره با همان حل می‌ماند. کارشناس کسی است که حل کرده، و واحد واحدی است که اکنون درخواست را دارد. حلی که پیش از گزارش ثبت شده باشد «ثبت‌نشده» است. ${twoClocks.fa} ${whatCounts.fa}`,
    en: `From the customer's report to the last resolution, less the time in which the work waited on the customer; waiting on others is not taken off. Each request stands on the day of its last resolution; one that came back keeps it until it is resolved again. The person is who resolved it, the unit the one that has the request now. A resolution recorded before the report is "not recorded". ${twoClocks.en} ${whatCounts.en}`,
  },
  unit: 'seconds',
  bucketings: [...byTime, ...byGroup, 'band'],
  main: 'serviceElapsed.median',
  explained: 'serviceElapsed.mean',
  bands: { value: 'serviceElapsed', edges: durationBands },
  where: 'r.resolved_at is not null',
  at: 'r.resolved_at',
  person: 'r.resolved_by',
  state: `case when r.service_elapsed_seconds is null then 'not-recorded' else 'known' end`,
  notYet: 'not-yet',
  values,
  figures: values.flatMap(spread),
}
