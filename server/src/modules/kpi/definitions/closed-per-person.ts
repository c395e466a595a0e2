import type { Definition, Value } from './definition.types.ts'
import { notYetMeasured, share, total } from './figures.ts'
import { byGroup, whatCounts } from './shared.ts'

const columns = (view: string) =>
  ['customer_id', 'request_id', 'number', 'subject', 'unit_id', 'owner_id', 'access_class', 'topic_id', 'product_id', 'channel', 'status']
    .map((column) => `${view}.${column}`)
    .join(', ')

/**
 * The resolution that stands, each one that came back, and the closing of a request that was not resolved, or not
 * again. Two resolutions in a row are one: the later. The limit keeps the few that were closed after coming back from
 * being looked up among all resolutions there are.
 */
const finished = `(
  select ${columns('c')}, c.closure_id, c.finished_at, c.finished_by, c.finished_in_unit_id,
    c.reopened_at is not null or c.status not in ('resolved', 'closed') as came_back
  from service.report_closure c where c.is_last or c.reopened_at is not null
  union all
  select ${columns('q')}, q.request_id, q.closed_at, q.closed_by, q.unit_id, false
  from service.report_request q
  cross join lateral (
    select c.reopened_at from service.report_closure c
    where c.customer_id = q.customer_id and c.request_id = q.request_id and c.kind = 'resolved' and c.is_last limit 1) as last
  where q.status = 'closed' and q.closed_at is not null and q.reopened_count > 0 and last.reopened_at <= q.closed_at)`

const closed: Value = {
  key: 'closed',
  fa: 'به پایان رسیده',
  en: 'Finished',
  unit: 'requests',
  sql: 'case when r.came_back then 0 else 1 end',
}
const signedOff: Value = {
  key: 'signedOff',
  fa: 'از آن‌ها، بسته‌شده',
  en: 'Of these, closed for good',
  unit: 'requests',
  sql: `case when not r.came_back and r.status = 'closed' then 1 else 0 end`,
}
const cameBack: Value = {
  key: 'cameBack',
  fa: 'بازگشته',
  en: 'Came back',
  unit: 'requests',
  sql: 'case when r.came_back then 1 else 0 end',
}

/** How many requests each person finished, and how many of those came back: quantity is never shown alone. */
export const closedPerPerson: Definition = {
  key: 'closed-per-person',
  title: { fa: 'درخواست‌های به‌پایان‌رسیدهٔ هر کارشناس', en: 'Requests closed per person' },
  definition: {
    fa: `هر درخواست یک بار، در روز آخرین حل آن و به نام کسی که آن را حل کرده است، نه آخرین کسی که در دست داشته و نه کسی که پرونده را پس از حل بسته است. درخواستی که بی‌حل بسته شده به نام کسی است که بسته است. حلی که درخواست پس از آن بازگشته، پایان شمرده نمی‌شود و در سهم بازگشت همان کس می‌آید. سهم بازگشت، بازگشته‌ها بخش بر همهٔ رکوردهای پشت این عدد است. واحد، واحدی است که کار در آن به پایان رسیده است. ${whatCounts.fa}`,
    en: `Each request once, on the day of its last resolution, for the person who resolved it: neither the last holder nor whoever closed the file afterwards. A request closed without a resolution counts for who closed it. A resolution after which the request came back does not count as finished, and goes into that person's share that came back, which is those divided by all records behind this number. The unit is where the work was finished. ${whatCounts.en}`,
  },
  unit: 'requests',
  bucketings: ['none', 'day', 'weekday', 'month', ...byGroup],
  main: 'closed',
  explained: 'closed',
  from: finished,
  id: 'r.closure_id',
  at: 'r.finished_at',
  person: 'r.finished_by',
  unitOf: 'r.finished_in_unit_id',
  state: `'known'`,
  notYet: 'not-yet',
  values: [closed, signedOff, cameBack],
  figures: [
    total(closed),
    total(signedOff),
    total(cameBack),
    share(cameBack, { key: 'reopenRate', fa: 'سهم بازگشت', en: 'Share that came back' }),
    notYetMeasured('difficultyAdjusted', 'requests', 'به‌پایان‌رسیده، با در نظر گرفتن دشواری', 'Finished, adjusted for difficulty'),
    notYetMeasured('easyShare', 'share', 'سهم درخواست‌های آسان', 'Share of easy requests'),
    notYetMeasured('satisfaction', 'share', 'رضایت مشتریان', 'Satisfaction'),
    notYetMeasured('hoursWorked', 'seconds', 'ساعت کار', 'Hours worked'),
  ],
}
