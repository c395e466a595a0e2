import { type Stories } from '../../../kit/story.ts'
import type { Business } from './business.ts'
import { BusinessPart } from './BusinessCard.tsx'

const customerId = '01900000-0000-7000-8000-000000000001'
const account: Business['accounts'][number] = {
  id: '01900000-0000-7000-8000-000000000002',
  kind: 'sheba',
  masked: '•••• 6789',
  bank: { fa: 'بانک ملی ایران', en: 'Bank Melli Iran' },
  holder: 'لاله فرهمند',
  note: null,
  primary: true,
  problem: null,
  reason: null,
  addedAt: '2026-09-20T08:00:00Z',
  addedBy: null,
  version: 1,
}
const doubtful: Business['accounts'][number] = {
  ...account,
  id: '01900000-0000-7000-8000-000000000003',
  kind: 'card',
  masked: '•••• 7890',
  bank: null,
  holder: 'شرکت مهندسی و بازرگانی سازه‌گستران نوین آذرآبادگان و شرکا',
  primary: false,
  problem: 'رقم کنترلی درست نیست؛ شاید رقمی جابه‌جا نوشته شده باشد.',
  reason: 'از روی کارت خوانده شد',
}
const whole: Business = {
  marketerId: null,
  referrer: 'آقای نیکنام، همسایهٔ قدیمی',
  accounts: [account, doubtful],
  withheld: [],
  version: 1,
  can: { edit: true },
}
const withheld: Business = { ...whole, accounts: [], withheld: ['accounts'], can: { edit: false } }
const empty: Business = { ...whole, referrer: null, accounts: [] }

const Card = ({ business, narrow = false }: { business: Business | undefined; narrow?: boolean }) => (
  <div className={narrow ? 'max-w-xs' : 'max-w-md'}>
    <BusinessPart customerId={customerId} business={business} />
  </div>
)

export const stories: Stories = {
  whole: () => <Card business={whole} />,
  withheld: () => <Card business={withheld} />,
  empty: () => <Card business={empty} />,
  loading: () => <Card business={undefined} />,
  narrow: () => <Card narrow business={whole} />,
}
