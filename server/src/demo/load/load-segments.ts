import { loadSegments } from '../../modules/customers/index.ts'
import type { Context } from '../../platform/context.ts'
import { employees } from '../generate/company.ts'
import type { CompanyIds } from './load-company.ts'

/** As the table of provinces numbers it. */
const tehran = 8

/** Segments that the manager of the fictional company keeps: two by rule, and one put together by hand. */
export async function loadDemoSegments(context: Context, ids: CompanyIds, customerIds: readonly string[]): Promise<void> {
  const ownerId = ids.person(employees.find(({ unit }) => unit === 'head')!.key)
  await loadSegments(context, [
    {
      ownerId,
      name: 'تهرانی‌های بی‌تماس',
      description: 'مشتریان استان تهران که سه ماه است با آن‌ها صحبتی نشده؛ برای تماس یادآوری سرویس دوره‌ای.',
      audience: 'all',
      condition: {
        all: [
          { field: 'provinceId', is: 'equals', value: tehran },
          { field: 'lastContactAt', is: 'older-than', value: 90 },
        ],
      },
      members: [],
    },
    {
      ownerId,
      name: 'سازمان‌ها و تازه‌واردها',
      description: 'شرکت‌ها و سازمان‌ها، و هر کس که پرونده‌اش همین امسال باز شده است.',
      audience: 'all',
      condition: {
        any: [
          { field: 'kind', is: 'equals', value: 'organisation' },
          { field: 'createdAt', is: 'in-period', value: 'this-year' },
        ],
      },
      members: [],
    },
    {
      ownerId,
      name: 'مهمانان روز مشتری',
      description: 'کسانی که برای گردهمایی روز مشتری دعوت می‌شوند؛ دستی برگزیده شده‌اند.',
      audience: 'team',
      condition: null,
      members: customerIds.filter((_, place) => place % 97 === 0),
    },
  ])
}
