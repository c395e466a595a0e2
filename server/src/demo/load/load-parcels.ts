import { cityNamed } from '../../modules/customers/index.ts'
import { loadInteractions } from '../../modules/interactions/index.ts'
import type { PastInteraction } from '../../modules/interactions/index.ts'
import type { Context } from '../../platform/context.ts'
import type { DemoCustomer } from '../generate/history.types.ts'
import type { CompanyIds } from './load-company.ts'

const parcelsEach = 3
/** Of every so many customers who were sent parcels, one has moved and told nobody. */
const movedEvery = 5
const mostSent = 40
const dayMs = 86_400_000

/** Of the customers whose parcels were told of, so many have a number that reached somebody else. */
const wrongNumbers = 6

/** Spare parts sent by post: mostly to the city of the file, and to some customers to another; and calls that reached somebody else. */
export async function loadParcels(
  context: Context,
  ids: CompanyIds,
  customerIds: readonly string[],
  customers: readonly DemoCustomer[],
): Promise<void> {
  const persons = customers.flatMap((customer, index) => (customer.kind === 'person' && index % 7 === 3 ? [{ customer, index }] : []))
  const misdialled = persons.filter(({ customer }) => customer.mobile !== null).slice(mostSent, mostSent + wrongNumbers)
  await loadInteractions(
    context,
    misdialled.map(({ customer, index }, order) => wrongCall(context, ids, customer, customerIds[index] ?? '', order * 9 + 4)),
  )
  await loadInteractions(
    context,
    persons.slice(0, mostSent).flatMap(({ customer, index }, order) => {
      const city = order % movedEvery === 0 ? (customer.city === 'شیراز' ? 'اصفهان' : 'شیراز') : customer.city
      return Array.from({ length: parcelsEach }, (_, parcel) =>
        parcelTo(context, ids, customer, customerIds[index] ?? '', city, (parcel + 1) * 23 + order),
      )
    }),
  )
}

function wrongCall(context: Context, ids: CompanyIds, customer: DemoCustomer, customerId: string, daysAgo: number): PastInteraction {
  return {
    ...parcelTo(context, ids, customer, customerId, customer.city, daysAgo),
    kind: 'call',
    channel: 'phone',
    minutes: 1,
    subject: 'شماره از آن کس دیگری بود',
    body: 'گفتند چنین کسی را نمی‌شناسند و این شماره یک سال است دست آن‌هاست.',
    cityId: null,
    wrongNumber: customer.mobile,
  }
}

function parcelTo(
  context: Context,
  ids: CompanyIds,
  customer: DemoCustomer,
  customerId: string,
  city: string,
  daysAgo: number,
): PastInteraction {
  const at = new Date(context.now.getTime() - daysAgo * dayMs)
  return {
    customerId,
    kind: 'parcel',
    direction: 'out',
    channel: 'other',
    personId: customer.createdBy && ids.person(customer.createdBy),
    unitId: ids.unit(customer.unit),
    startedAt: at,
    minutes: null,
    answered: true,
    subject: 'ارسال قطعه',
    body: 'با پست پیشتاز فرستاده شد.',
    source: 'hand',
    cityId: cityNamed(city)?.cityId ?? null,
    recordedBy: null,
    recordedAt: at,
  }
}
