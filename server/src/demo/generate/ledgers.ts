import { addDays, addJalaliMonths, fromJalali, localDay, toJalali } from '@parvandeh/contract/persian'
import { chanceOf } from './chance.ts'
import type { Chance } from './chance.ts'
import { products } from './company.ts'
import type { DemoCustomer, DemoVoucher } from './history.types.ts'

const banks = ['ملت', 'ملی', 'صادرات', 'تجارت', 'پاسارگاد', 'کشاورزی']
const thousand = (rials: number): number => Math.round(rials / 100_000) * 100_000

interface Told {
  seed: number
  now: Date
  customers: readonly DemoCustomer[]
}

/** Purchases and payments: every organisation and each fifth person has an account, and most of them owe little. */
export function* tellLedgers({ seed, now, customers }: Told): Generator<DemoVoucher> {
  const today = localDay(now, 'Asia/Tehran')
  for (const [place, customer] of customers.entries()) {
    const chance = chanceOf(seed, 'ledger', place)
    if (customer.lastName === null && customer.organisationName === null) continue
    if (customer.kind === 'person' && !chance.happens(0.2)) continue
    const firstDay = localDay(customer.createdAt, 'Asia/Tehran')
    const purchases = customer.kind === 'person' ? chance.whole(1, 2) : chance.whole(2, 5)
    for (let count = 0; count < purchases; count += 1) {
      const age = chance.whole(3, 500)
      const day = addDays(today, -age)
      if (day >= firstDay) yield* tellPurchase(chance, { customer: place, day, today })
    }
  }
}

interface Purchase {
  customer: number
  day: string
  today: string
}

function* tellPurchase(chance: Chance, { customer, day, today }: Purchase): Generator<DemoVoucher> {
  const product = chance.pick(products)
  const quantity = chance.whole(1, 3)
  const unitPrice = thousand(chance.about(220_000_000, 0.6))
  const amount = quantity * unitPrice
  const way = chance.weighted(
    ['paid', 'instalments', 'cheque', 'owed'] as const,
    (one) => ({ paid: 6, instalments: 2, cheque: 3, owed: 1 })[one],
  )
  const months = (count: number) => fromJalali(addJalaliMonths(toJalali(day), count))
  const part = thousand(amount / 5)
  const plan = [1, 2, 3, 4].map((count) => ({ dueDay: months(count), amount: part }))
  yield {
    customer,
    kind: 'invoice',
    day,
    amount,
    dueDay: way === 'owed' ? months(1) : null,
    line: { product: product.name, quantity, unitPrice },
    instalments: way === 'instalments' ? plan : [],
  }
  if (way === 'paid') yield paid(chance, { customer, day, amount })
  if (way === 'cheque') yield tellCheque(chance, { customer, day, today, amount, dueDay: months(chance.whole(1, 4)) })
  if (way !== 'instalments') return
  yield paid(chance, { customer, day, amount: amount - 4 * part })
  // Who falls behind, falls behind with the last ones.
  const dues = plan.filter(({ dueDay }) => dueDay < today)
  for (const { dueDay } of dues.slice(0, chance.happens(0.75) ? undefined : -1)) {
    yield paid(chance, { customer, day: addDays(dueDay, chance.whole(-2, 0)), amount: part })
  }
}

const paid = (chance: Chance, { customer, day, amount }: { customer: number; day: string; amount: number }): DemoVoucher => ({
  customer,
  kind: 'receipt',
  day,
  amount,
  method: chance.weighted(['card', 'transfer', 'cash'] as const, (one) => ({ card: 5, transfer: 3, cash: 1 })[one]),
})

function tellCheque(chance: Chance, { today, dueDay, ...given }: Purchase & { amount: number; dueDay: string }): DemoVoucher {
  const isPast = dueDay < addDays(today, -4)
  const state = isPast ? (chance.happens(0.92) ? 'cleared' : 'bounced') : chance.happens(0.3) ? 'deposited' : 'in-hand'
  const digits = (length: number) => Array.from({ length }, () => chance.whole(0, 9)).join('')
  return {
    ...given,
    kind: 'cheque',
    cheque: {
      serial: digits(6),
      sayad_id: `8${digits(15)}`,
      bank: chance.pick(banks),
      due_day: dueDay,
      state,
      state_day: isPast ? dueDay : given.day,
    },
  }
}
