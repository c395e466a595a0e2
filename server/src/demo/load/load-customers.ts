import { cityNamed, loadFiles } from '../../modules/customers/index.ts'
import type { PastFile } from '../../modules/customers/index.ts'
import type { Context } from '../../platform/context.ts'
import type { DemoCustomer } from '../generate/history.types.ts'
import type { CompanyIds } from './load-company.ts'

/** The system that all of the demo is said to come from. */
export const source = 'demo'

/** Opens the files of these customers; gives their ids in the same order. */
export const loadCustomers = (context: Context, ids: CompanyIds, customers: readonly DemoCustomer[]): Promise<string[]> =>
  loadFiles(
    context,
    source,
    customers.map((one) => fileOf(one, ids)),
  )

function fileOf(one: DemoCustomer, ids: CompanyIds): PastFile {
  const { kind, firstName, lastName, organisationName, gender, nationalCode, createdAt } = one
  return {
    fields: { ...nothingKnown, ...cityNamed(one.city), kind, firstName, lastName, organisationName, gender, nationalCode },
    accessPoints: accessPoints(one),
    unitId: ids.unit(one.unit),
    ownerId: one.owner && ids.person(one.owner),
    acceptedProblems: nationalCode === null ? {} : { nationalCode: 'کد ساختگی برای نمایش' },
    custom: whatTechniciansAsk(one),
    createdAt,
    createdBy: one.createdBy && ids.person(one.createdBy),
  }
}

/** What is known of the place, of the files that somebody has asked: the same for the same number each time. */
function whatTechniciansAsk({ kind, mobile, phone }: DemoCustomer): PastFile['custom'] {
  const number = Number((mobile ?? phone ?? '0').replaceAll(/\D/gu, '').slice(-4))
  if (number % 3 === 0) return {}
  if (kind === 'organisation') return { home_type: number % 2 === 0 ? 'c3' : 'c4' }
  const isFlat = number % 5 < 3
  return {
    home_type: isFlat ? 'c1' : 'c2',
    ...(isFlat && { floor: (number % 7) + 1, has_lift: number % 4 !== 0 }),
    owned_appliances: number % 2 === 0 ? ['c1', 'c4'] : ['c1', 'c2', 'c6'],
    ...(number % 2 === 0 && { visit_hours: `c${(number % 3) + 1}` }),
  }
}

function accessPoints({ mobile, phone, email, street, city, kind }: DemoCustomer): PastFile['accessPoints'] {
  const points = [
    point('mobile', mobile),
    point('phone', phone, kind === 'organisation' ? 'دفتر' : 'منزل'),
    point('email', email),
    point('address', street && `${city}، ${street}`),
  ].flat()
  return points.map((one, index) => ({
    ...one,
    primary: index === 0,
    ...(one.kind === 'address' && { cityId: cityNamed(city)?.cityId ?? null }),
  }))
}

function point(
  kind: PastFile['accessPoints'][number]['kind'],
  value: string | null,
  label: string | null = null,
): PastFile['accessPoints'][number][] {
  if (value === null) return []
  return [
    { kind, value, label, preferredHours: null, primary: false, verified: kind === 'mobile', consents: {}, postalCode: null, cityId: null },
  ]
}

const nothingKnown = {
  fatherName: null,
  foreignCode: null,
  companyNationalId: null,
  registrationNumber: null,
  economicCode: null,
  provinceId: null,
  countyId: null,
  cityId: null,
  district: null,
  birthDate: null,
  features: null,
  photoId: null,
}
