import { addDays, localDay } from '@parvandeh/contract/persian'
import { loadProgramme } from '../../modules/customers/index.ts'
import type { Context } from '../../platform/context.ts'
import { employees } from '../generate/company.ts'
import type { DemoCustomer } from '../generate/history.types.ts'
import type { CompanyIds } from './load-company.ts'

const dayMs = 86_400_000
const daysLeft = 60
const mostAsked = 60

/** What the fictional company collects now, and who was asked: emails come quickly, a father's name seldom and slowly. */
export async function loadDemoProgramme(
  context: Context,
  ids: CompanyIds,
  customerIds: readonly string[],
  customers: readonly DemoCustomer[],
): Promise<void> {
  const askers = employees.filter(({ unit }) => unit === 'front')
  const persons = customers.flatMap((customer, index) => (customer.kind === 'person' && index % 5 === 2 ? [{ customer, index }] : []))
  await loadProgramme(context, {
    name: 'ایمیل و تاریخ تولد مشتریان',
    note: 'برای فرستادن یادآور سرویس دوره‌ای و شادباش زادروز.',
    fields: [
      { key: 'email', minutes: null },
      { key: 'birthDate', minutes: null },
    ],
    until: addDays(localDay(context.now, 'Asia/Tehran'), daysLeft),
    created_by: ids.person(employees.find(({ unit }) => unit === 'head')!.key),
    questions: persons.slice(0, mostAsked).flatMap(({ customer, index }, order) => {
      const about = {
        customerId: customerIds[index] ?? '',
        personId: ids.person(askers[order % askers.length]!.key),
        at: new Date(context.now.getTime() - (1 + (order % 20)) * dayMs),
      }
      return [
        {
          ...about,
          field: 'email',
          outcome: customer.email === null ? (order % 3 === 0 ? ('declined' as const) : ('later' as const)) : ('answered' as const),
          seconds: 15 + (order % 5) * 6,
        },
        {
          ...about,
          field: 'fatherName',
          outcome: order % 4 === 0 ? ('declined' as const) : ('later' as const),
          seconds: 40 + (order % 7) * 9,
        },
      ]
    }),
  })
}
