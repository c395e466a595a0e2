import type { HomeUnit, ProductKind } from './company.ts'

/** What such a request is called, what the customer says, and what is answered. `{p}` stands for the product. */
export type Case = readonly [subject: string, asked: string, answered: string]

/** A kind of request, with what people say of it. */
export interface Topic {
  key: string
  name: string
  home: HomeUnit
  /** Of all requests. */
  share: number
  /** Solved by whoever takes it, with little work. */
  easy: boolean
  /** Median minutes of work. */
  minutes: number
  /** How often the front desk solves it without passing it on. */
  atDesk: number
  kinds: readonly ProductKind[]
  /** Months (of the Jalali year) in which it comes twice as often. */
  months?: readonly number[]
  cases: readonly Case[]
  /** What was done at the customer's, where somebody goes there. */
  done?: readonly string[]
}
