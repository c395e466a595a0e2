import type { Definition } from './definition.types.ts'
import { notYetMeasured, rate, total } from './figures.ts'
import { byGroup, byTime, oneRequest, requestRecord, whatCounts } from './shared.ts'

/** How many requests customers reported, by day. */
export const requestsPerDay: Definition = {
  ...requestRecord,
  key: 'requests-per-day',
  title: { fa: 'درخواست‌ها در روز', en: 'Requests per day' },
  definition: {
    fa: `شمار درخواست‌ها بر پایهٔ روزی که مشتری مسئله را گزارش کرده است، به تقویم جلالی و ساعت سازمان؛ نامه‌ای که دیرتر وارد شود در روز گزارش خودش شمرده می‌شود. میانگین، میانه و صدک ۹۰ روی روزهای بازه تا امروز است و روز بی‌درخواست صفر است. کارشناس کسی است که درخواست را ثبت کرده، و واحد واحدی است که اکنون آن را دارد. ${whatCounts.fa}`,
    en: `Requests by the day on which the customer reported the problem, by the Jalali calendar and the organisation's clock; a letter entered later counts on the day of its report. Mean, median and 90th percentile are over the days of the period up to today, days without requests being zero. The person is who registered the request, the unit the one that has it now. ${whatCounts.en}`,
  },
  unit: 'requests',
  bucketings: [...byTime, ...byGroup],
  main: 'requests',
  explained: 'requests',
  at: 'r.reported_at',
  person: 'r.registered_by',
  state: `'known'`,
  notYet: 'not-yet',
  values: [oneRequest],
  figures: [
    total(oneRequest),
    ...rate(oneRequest, 'day'),
    notYetMeasured('forecast', 'requests', 'پیش‌بینی ۳۰ روز آینده', 'Forecast of the next 30 days'),
    notYetMeasured('staffNeeded', 'requests', 'نیروی لازم در روز', 'Staff needed per day'),
  ],
}
