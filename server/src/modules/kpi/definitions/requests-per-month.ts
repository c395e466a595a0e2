import type { Definition } from './definition.types.ts'
import { notYetMeasured, rate, total } from './figures.ts'
import { byGroup, oneRequest, requestRecord, whatCounts } from './shared.ts'

/** How many requests customers reported, by Jalali month. */
export const requestsPerMonth: Definition = {
  ...requestRecord,
  key: 'requests-per-month',
  title: { fa: 'درخواست‌ها در ماه', en: 'Requests per month' },
  definition: {
    fa: `شمار درخواست‌ها بر پایهٔ ماه جلالی که مشتری مسئله را گزارش کرده است، به ساعت سازمان. میانگین، میانه و صدک ۹۰ تنها روی ماه‌هایی است که همهٔ روزهایشان در بازه است و به پایان رسیده‌اند. کارشناس کسی است که درخواست را ثبت کرده، و واحد واحدی است که اکنون آن را دارد. ${whatCounts.fa}`,
    en: `Requests by the Jalali month in which the customer reported the problem, by the organisation's clock. Mean, median and 90th percentile are over those months only that lie in the period whole and are over. The person is who registered the request, the unit the one that has it now. ${whatCounts.en}`,
  },
  unit: 'requests',
  sameRecordsAs: 'requests-per-day',
  bucketings: ['none', 'month', ...byGroup],
  main: 'perMonth.median',
  explained: 'requests',
  at: 'r.reported_at',
  person: 'r.registered_by',
  state: `'known'`,
  notYet: 'not-yet',
  values: [oneRequest],
  figures: [
    total(oneRequest),
    ...rate(oneRequest, 'month'),
    notYetMeasured('season', 'requests', 'نمای فصلی: شلوغ، عادی، خلوت', 'Seasonal profile: busy, normal, quiet'),
    notYetMeasured('forecast', 'requests', 'پیش‌بینی ماه آینده', 'Forecast of the next month'),
  ],
}
