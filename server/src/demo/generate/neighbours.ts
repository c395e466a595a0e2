import { chanceOf } from './chance.ts'
import type { DemoCustomer } from './history.types.ts'

/** What is kept of a customer beside the fields: by places in the list of customers. */
export interface DemoBeside {
  customer: number
  tags: { group: 'temperament' | 'tendency' | 'interest' | 'taste' | 'activity'; name: string }[]
  notes: string[]
  shebas: { value: string; holder: string | null }[]
  relations: { other: number; key: string; side: 'a' | 'b'; role: string | null }[]
}

const activities = ['عمده‌فروشی و خرده‌فروشی', 'ساختمان', 'تولید صنعتی (ساخت)', 'آموزش', 'سلامت و مددکاری اجتماعی', 'اقامت و غذا']
const temperaments = ['صبور', 'عجول', 'خوش‌برخورد', 'کم‌حرف', 'زودرنج']
const tendencies = ['حساس به قیمت', 'در پی کیفیت', 'وفادار به نشان تجاری', 'خرید فصلی']
const roles = ['مدیر عامل', 'مدیر خرید', 'مسئول تدارکات']
const notes = [
  'پیش از ظهر پاسخ نمی‌دهد؛ عصرها تماس بگیرید.',
  'پیش از خرید همهٔ شرایط گارانتی را می‌پرسد.',
  'دوست دارد پیش‌فاکتور را با پیام بگیرد.',
]
/** No bank of this number: plainly fictional, and still well formed. */
const inventedBank = '099'
const most = 120

/** Families, employers and agents among the first customers, and what colleagues know of them. */
export function tellNeighbours(seed: number, customers: readonly DemoCustomer[]): DemoBeside[] {
  const chance = chanceOf(seed, 'neighbours')
  const places = (kind: DemoCustomer['kind']) =>
    customers.flatMap((one, place) =>
      one.kind === kind && (one.lastName ?? one.organisationName) !== null && place < most * 3 ? [place] : [],
    )
  const [people, firms] = [places('person').slice(0, most), places('organisation').slice(0, most / 4)]
  const beside = new Map<number, DemoBeside>()
  const of = (customer: number): DemoBeside => {
    const known = beside.get(customer) ?? { customer, tags: [], notes: [], shebas: [], relations: [] }
    beside.set(customer, known)
    return known
  }
  for (const firm of firms) {
    of(firm).tags.push({ group: 'activity', name: chance.pick(activities) })
    of(firm).shebas.push({ value: inventedSheba(chance.whole(1, 999_999_999)), holder: customers[firm]?.organisationName ?? null })
    for (const key of ['director', 'employer'] as const) {
      const person = chance.pick(people)
      if (of(person).relations.some(({ other }) => other === firm)) continue
      of(person).relations.push({ other: firm, key, side: key === 'director' ? 'a' : 'b', role: chance.pick(roles) })
    }
  }
  for (const person of people) {
    if (chance.happens(0.5)) of(person).tags.push({ group: 'temperament', name: chance.pick(temperaments) })
    if (chance.happens(0.5)) of(person).tags.push({ group: 'tendency', name: chance.pick(tendencies) })
    if (chance.happens(0.2)) of(person).notes.push(chance.pick(notes))
    const other = chance.pick(people)
    const isNew =
      other !== person && ![...of(person).relations, ...of(other).relations].some((one) => one.other === other || one.other === person)
    if (isNew && chance.happens(0.35))
      of(person).relations.push({ other, key: chance.pick(['referrer', 'spouse', 'relative', 'partner']), side: 'a', role: null })
  }
  return [...beside.values()]
}

/** A Sheba whose check digits fit (ISO 13616), of a bank that does not exist. */
function inventedSheba(account: number): string {
  const digits = `${inventedBank}${String(account).padStart(19, '0')}`
  const remainder = [...`${digits}182700`].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)
  return `IR${String(98 - remainder).padStart(2, '0')}${digits}`
}
