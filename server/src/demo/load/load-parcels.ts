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

/** Spare parts sent by post: mostly to the city of the file, and to some customers to another. */
export async function loadParcels(
  context: Context,
  ids: CompanyIds,
  customerIds: readonly string[],
  customers: readonly DemoCustomer[],
): Promise<void> {
  const persons = customers.flatMap((customer, index) => (customer.kind === 'person' && index % 7 === 3 ? [{ customer, index }] : []))
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
