import type { Bucketing, Value } from './definition.types.ts'

/** The columns that place a request, where an indicator's record is a request. */
export const requestRecord = { from: 'service.report_request', id: 'r.request_id', unitOf: 'r.unit_id' } as const

/** Cuts by when, and cuts by whose and of what kind. */
export const byTime: Bucketing[] = ['none', 'day', 'weekday', 'month', 'month-part', 'hour', 'weekday-hour']
export const byGroup: Bucketing[] = ['person', 'unit', 'topic', 'product', 'channel']

const hour = 3600
const day = 24 * hour

/** Where the bands of a duration begin, in seconds: a quarter, one, four and eight hours, one, three, seven and thirty days. */
export const durationBands = [hour / 4, hour, 4 * hour, 8 * hour, day, 3 * day, 7 * day, 30 * day]

/** A record that counts as one request. */
export const oneRequest: Value = { key: 'requests', fa: 'درخواست‌ها', en: 'Requests', unit: 'requests', sql: '1' }

/** A duration on both clocks: elapsed, and working time by the unit's calendar. */
export const duration = (key: string, column: string, fa: string, en: string): [Value, Value] => [
  { key: `${key}Elapsed`, fa: `${fa}، سپری‌شده`, en: `${en}, elapsed`, unit: 'seconds', sql: `r.${column}_elapsed_seconds` },
  { key: `${key}Working`, fa: `${fa}، زمان کاری`, en: `${en}, working time`, unit: 'seconds', sql: `r.${column}_working_seconds` },
]

/** Said of every indicator. */
export const whatCounts = {
  fa: 'درخواست آزمایشی شمرده نمی‌شود، درخواستی که در دیگری ادغام شده یک بار و در همان شمرده می‌شود، و تنها رکوردهایی به شمار می‌آیند که شما اجازهٔ دیدنشان را دارید. پالایهٔ واحد، واحدهای زیرمجموعه را هم در بر می‌گیرد؛ پالایهٔ گروه، مشتریانی را که اکنون در گروه‌اند و پرونده‌شان برای شما باز است.',
  en: 'Test requests do not count, a merged request counts once, in the one it went into, and only records that you may see are counted. A unit includes the units below it; a segment is the customers who are in it now and whose files are open to you.',
}

/** Said of every indicator of durations. */
export const twoClocks = {
  fa: 'هر مدت با دو ساعت سنجیده می‌شود: سپری‌شده، و زمان کاری بر پایهٔ تقویم واحدی که درخواست را در دست داشته است. میانه و صدک ۹۰ با درون‌یابی خطی به دست می‌آیند.',
  en: 'Each duration runs on two clocks: elapsed, and working time by the calendar of the unit that had the request. Median and 90th percentile are interpolated linearly.',
}
