import type { Definition } from './definition.types.ts'
import { spread } from './figures.ts'
import { byGroup, byTime, duration, durationBands, requestRecord, twoClocks, whatCounts } from './shared.ts'

const values = [
  ...duration('wait', 'response', 'انتظار', 'Wait'),
  ...duration('unregistered', 'unregistered', 'ثبت‌نشده', 'Not registered yet'),
  ...duration('misrouted', 'misrouted', 'در واحد نامربوط', 'Misrouted'),
  ...duration('queued', 'queued', 'در صف', 'Queued'),
  ...duration('held', 'held', 'در دست کارشناس', 'Held'),
]

/** How long customers wait until somebody reaches them, and where that time goes. */
export const waitUntilResponse: Definition = {
  ...requestRecord,
  key: 'wait-until-response',
  title: { fa: 'انتظار تا نخستین پاسخ', en: 'Wait until response' },
  definition: {
    fa: `از گزارش مشتری تا نخستین باری که کارشناسی با او تماس گرفته، به او پاسخ داده یا نزد او رفته است؛ پاسخ خودکار به شمار نمی‌آید. چهار بخش دارد که جمعشان همین انتظار است: ثبت‌نشده (گزارش‌شده و هنوز واردنشده)، در واحد نامربوط (واحدی که نه پاسخ داده و نه حل کرده و آن را به دیگری سپرده است)، در صف (بی‌کارشناس) و در دست کارشناس. هر درخواست در روز گزارش خود می‌آید. درخواستی که هنوز پاسخی نگرفته، و درخواستی که سامانهٔ پیشین نخستین پاسخ آن را نگه نداشته، جدا شمرده می‌شوند و در میانگین نیستند. کارشناس کسی است که پاسخ داده، و واحد واحدی است که اکنون درخواست را دارد. ${twoClocks.fa} ${whatCounts.fa}`,
    en: `From the customer's report to the first time an employee reached the customer by an answer, a call or a visit; an automatic acknowledgement does not count. It has four parts that add up to it: not registered yet (reported, not entered), misrouted (in units that neither answered nor resolved, and passed it on), queued (with no employee) and held. Each request stands on the day of its report. Requests without an answer so far, and those of which an earlier system kept no first response, are counted apart and are not in the mean. The person is who answered, the unit the one that has the request now. ${twoClocks.en} ${whatCounts.en}`,
  },
  unit: 'seconds',
  bucketings: [...byTime, ...byGroup, 'band'],
  main: 'waitElapsed.median',
  explained: 'waitElapsed.mean',
  bands: { value: 'waitElapsed', edges: durationBands },
  at: 'r.reported_at',
  person: 'r.first_response_by',
  state: `case when not r.first_response_recorded then 'not-recorded' when r.response_elapsed_seconds is null then 'not-yet' else 'known' end`,
  notYet: 'not-yet',
  values,
  figures: values.flatMap(spread),
}
