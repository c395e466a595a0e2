import { z } from 'zod'
import { id, instant, line, requiredLine } from '../fields.ts'
import { route } from '../route.ts'
import { statedSource } from './sources.ts'

const version = z.number().int()
export const bankAccountKinds = ['sheba', 'card'] as const

const account = z.object({
  id,
  kind: z.enum(bankAccountKinds),
  /** All but the last four digits are hidden. */
  masked: z.string(),
  bank: z.object({ fa: z.string(), en: z.string() }).nullable(),
  holder: z.string().nullable(),
  note: z.string().nullable(),
  primary: z.boolean(),
  /** What is doubted about the number, in words, and why it was kept all the same. */
  problem: z.string().nullable(),
  reason: z.string().nullable(),
  addedAt: instant,
  addedBy: id.nullable(),
  version,
})

const accountFacts = {
  holder: line(200).nullable(),
  note: line(300).nullable(),
  primary: z.boolean(),
  /** Why a number that looks wrong is kept. */
  reason: requiredLine(300).nullable(),
  source: statedSource.optional(),
}

const business = z.object({
  /** A colleague who brought the customer (بازاریاب); one who is a customer is a relation. */
  marketerId: id.nullable(),
  /** Who recommended us (معرف), in words; one who is a customer is a relation. */
  referrer: z.string().nullable(),
  accounts: z.array(account),
  /** What is kept from the reader: `business`, `accounts`. */
  withheld: z.array(z.enum(['business', 'accounts'])),
  version,
  can: z.object({ edit: z.boolean() }),
})

const customerParams = z.object({ customerId: id })
const accountParams = customerParams.extend({ accountId: id })

/** Facts of doing business with a customer (C10): by whom they came, and their bank accounts. */
export const businessRoutes = {
  show: route({
    method: 'GET',
    path: '/api/customers/:customerId/business',
    permission: 'customers.read',
    summary: { fa: 'اطلاعات تجاری مشتری', en: "A customer's business facts" },
    params: customerParams,
    response: business,
  }),
  change: route({
    method: 'PUT',
    path: '/api/customers/:customerId/business',
    permission: 'customers.write',
    summary: { fa: 'ویرایش بازاریاب و معرف', en: 'Change the marketer and the referrer' },
    params: customerParams,
    body: z.object({ marketerId: id.nullable(), referrer: line(200).nullable(), version, source: statedSource.optional() }),
    response: business,
  }),
  addAccount: route({
    method: 'POST',
    path: '/api/customers/:customerId/bank-accounts',
    permission: 'customers.write',
    summary: { fa: 'افزودن حساب بانکی', en: 'Add a bank account' },
    params: customerParams,
    body: z.object({ kind: z.enum(bankAccountKinds), value: requiredLine(60), ...accountFacts }),
    response: business,
  }),
  changeAccount: route({
    method: 'PUT',
    path: '/api/customers/:customerId/bank-accounts/:accountId',
    permission: 'customers.write',
    summary: { fa: 'ویرایش حساب بانکی', en: 'Change a bank account' },
    params: accountParams,
    /** `value` null: the number stays. */
    body: z.object({ value: requiredLine(60).nullable(), ...accountFacts, version }),
    response: business,
  }),
  removeAccount: route({
    method: 'DELETE',
    path: '/api/customers/:customerId/bank-accounts/:accountId',
    permission: 'customers.write',
    summary: { fa: 'حذف حساب بانکی', en: 'Remove a bank account' },
    params: accountParams,
    response: business,
  }),
  reveal: route({
    method: 'POST',
    path: '/api/customers/:customerId/bank-accounts/:accountId/reveal',
    permission: 'customers.read',
    summary: { fa: 'نمایش شمارهٔ کامل حساب', en: 'Show the whole number of an account' },
    params: accountParams,
    response: z.object({ value: z.string() }),
  }),
}
