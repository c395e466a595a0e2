import type { Definition, Value } from './definition.types.ts'
import { total } from './figures.ts'
import { twoClocks, whatCounts } from './shared.ts'

/** A part knows who had the request then; that it counts, and for whom, is told by the request. */
const parts = `(
  select p.*, q.resolved_by from service.report_service_part p
  join service.report_request q on q.customer_id = p.customer_id and q.request_id = p.request_id)`

const values: [Value, Value] = [
  { key: 'partElapsed', fa: 'سپری‌شده', en: 'Elapsed', unit: 'seconds', sql: 'r.elapsed_seconds' },
  { key: 'partWorking', fa: 'زمان کاری', en: 'Working time', unit: 'seconds', sql: 'r.working_seconds' },
]

/** Service time by who had the request and what it was doing: over any period and filters the parts add up to it. */
export const serviceTimeParts: Definition = {
  key: 'service-time-parts',
  title: { fa: 'زمان خدمت به کجا می‌رود', en: 'Where service time goes' },
  definition: {
    fa: `زمان خدمت هر درخواست حل‌شده، بریده به تکه‌هایی که هر یک در دست کسی یا در حالی بوده است؛ جمع تکه‌ها همان زمان خدمت است، پس جمع یک گروه بخش بر شمار درخواست‌ها سهم آن گروه از میانگین است. کارشناس و واحد کسی و جایی است که درخواست را در آن تکه در دست داشته است، نه کسی که حل کرده؛ پالایه‌ها همان‌اند که در زمان خدمت. زمان انتظار برای مشتری در هیچ تکه‌ای نیست. ${twoClocks.fa} ${whatCounts.fa}`,
    en: `The service time of each resolved request, cut into stretches with one holder and one state; the stretches add up to the service time, so that the sum of a group divided by the number of requests is its part of the mean. Person and unit are those who had the request during the stretch, not who resolved it; filters are those of service time. Time waiting on the customer is in no stretch. ${twoClocks.en} ${whatCounts.en}`,
  },
  unit: 'seconds',
  bucketings: ['none', 'month', 'state', 'person', 'unit', 'topic', 'product', 'channel'],
  partsOf: 'service-time',
  main: 'partElapsed',
  explained: 'partElapsed',
  from: parts,
  id: 'r.part_id',
  at: 'r.resolved_at',
  person: 'r.resolved_by',
  unitOf: 'r.unit_id',
  cuts: {
    state: 'r.state',
    person: `coalesce(r.held_by::text, 'none')`,
    unit: `coalesce(r.held_in_unit_id::text, 'none')`,
  },
  state: `'known'`,
  notYet: 'not-yet',
  values,
  figures: values.map(total),
}
