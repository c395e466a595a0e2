import { customerRoutes, peopleRoutes, segmentRoutes } from '@parvandeh/contract'
import { colleague, says, Screen } from '../../../kit/Screen.tsx'
import type { Stories } from '../../../kit/story.ts'
import type { CustomerRow } from './customer-row.types.ts'
import { CustomersPage } from './CustomersPage.tsx'

const unit = '01900000-0000-7000-8000-0000000000b1'

const customer = (place: number, given: Partial<CustomerRow> = {}): CustomerRow => ({
  customerId: `01900000-0000-7000-8000-${String(place).padStart(12, '0')}`,
  code: String(1000 + place),
  displayName: 'لاله فرهمند مقدم تبریزی',
  kind: 'person',
  provisional: false,
  mainPhone: '+989123456789',
  cityId: 1,
  unitId: unit,
  ownerId: colleague,
  createdAt: '2026-03-21T06:30:00Z',
  lastContactAt: '2026-11-20T10:00:00Z',
  version: 1,
  ...given,
})

const organisation = 'شرکت پخش سراسری لوازم خانگی و صنعتی مهرآوران البرز و شمال و شعبه‌های وابسته'
const rows = [
  customer(1),
  customer(2, { displayName: organisation, kind: 'organisation', mainPhone: '+982188776655', cityId: 2 }),
  customer(3, { displayName: '09121112233', provisional: true, cityId: null, unitId: null, ownerId: null, lastContactAt: null }),
  customer(4, { displayName: 'Johanna van der Meulen-Schwarzenberg', mainPhone: '+31201234567', cityId: null }),
  customer(5, { displayName: 'آذر یزدان‌پناه', mainPhone: null, lastContactAt: null }),
  ...Array.from({ length: 15 }, (_, place) =>
    customer(6 + place, { displayName: `بهنام نیک‌اندیش ${'آزادمنش '.repeat(place % 3)}`.trim() }),
  ),
]

const around = [
  says(peopleRoutes.directory, {
    people: [{ id: colleague, name: 'نازنین میرمهرآبادی‌فراهانی', unitId: unit, active: true }],
    units: [{ id: unit, name: 'پشتیبانی و خدمات پس از فروش شیراز و بوشهر', parentId: null, branchId: null }],
    branches: [],
  }),
  says(customerRoutes.places, {
    provinces: [{ id: 1, name: 'آذربایجان شرقی', closed: false }],
    counties: [{ id: 1, name: 'تبریز', closed: false, provinceId: 1 }],
    cities: [
      { id: 1, name: 'تبریز', closed: false, countyId: 1, provinceId: 1 },
      { id: 2, name: 'باسمنج', closed: false, countyId: 1, provinceId: 1 },
    ],
  }),
  says(segmentRoutes.list, { segments: [], canShareWithAll: true }),
]

type Listed = Parameters<typeof says<typeof customerRoutes.list>>[1]
type Counted = Parameters<typeof says<typeof customerRoutes.count>>[1]

const listed = (answer: Listed, count: Counted, search = '') =>
  function Customers() {
    return (
      <Screen
        path="/customers"
        at={`/customers${search}`}
        answers={[says(customerRoutes.list, answer), says(customerRoutes.count, count), ...around]}
      >
        <CustomersPage />
      </Screen>
    )
  }

const none = { count: 0, more: false }

export const stories: Stories = {
  'all kinds of rows': listed({ rows }, { count: rows.length, more: false }),
  'more than are counted': listed({ rows }, { count: 10_000, more: true }, '?sort=name&group=kind'),
  narrowed: listed(
    { rows: rows.slice(1, 2) },
    { count: 1, more: false },
    `?q=مهرآوران&kind=organisation&ownerId=${colleague}&unitId=${unit}&provinceId=1`,
  ),
  'no files yet': listed({ rows: [] }, none),
  'none fits': listed({ rows: [] }, none, '?q=هوشنگ‌زاده&kind=person'),
  'being read': listed('waiting', 'waiting'),
  refused: listed('refused', 'refused'),
}
