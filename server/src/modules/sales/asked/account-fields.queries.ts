import { operatorsOf } from '@parvandeh/contract'
import type { FieldType } from '@parvandeh/contract'
import { addJalaliMonths, fromJalali, startOfJalaliSeason, startOfJalaliYear, toJalali } from '@parvandeh/contract/persian'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { askDay, askNumber, idsOfRow } from '../../customers/index.ts'
import type { Asking, FileField } from '../../customers/index.ts'
import { visibleRows } from '../../identity/index.ts'

type Expression = (asking: Asking) => RawBuilder<unknown>

/** What is asked of accounts is asked of those only whose accounts the asker may read; of others nothing is known. */
const within =
  (value: Expression): Expression =>
  (asking) =>
    sql`case when ${visibleRows(asking.actor, 'sales.read', asking.alias)} then ${value(asking)} end`

/** Of the accounts of all ids that make up the file, summed or the latest; without an account there is nothing to know. */
const ofAccounts = (column: string, over: 'sum' | 'max'): Expression =>
  within(
    ({ alias }) =>
      sql`(select ${sql.raw(over)}(${sql.ref(`a.${column}`)}) from sales.account a where a.customer_id = any(${idsOfRow(alias)}))`,
  )

/** What was agreed with the file that is left. */
const creditLimit = within(
  ({ alias }) => sql`(select a.credit_limit from sales.account a where a.customer_id = ${sql.ref(`${alias}.customer_id`)})`,
)

/** Invoices less what came back, from a day to before another. */
const purchases = (span: (today: string) => { from: string; to: string }): Expression =>
  within(({ alias, today }) => {
    const { from, to } = span(today)
    return sql`coalesce((select sum(e.effect) from sales.entry e where e.customer_id = any(${idsOfRow(alias)})
      and e.kind in ('invoice', 'return') and e.effect <> 0 and e.day >= ${from}::date and e.day < ${to}::date), 0)`
  })

const after = (day: string, months: number): string => fromJalali(addJalaliMonths(toJalali(day), months))
const yearOf = (shift: number) => (today: string) => {
  const from = after(startOfJalaliYear(today), 12 * shift)
  return { from, to: after(from, 12) }
}
const seasons = (count: number) => (today: string) => {
  const to = startOfJalaliSeason(today)
  return { from: after(to, -3 * count), to }
}

const field = (key: string, type: FieldType, fa: string, en: string, ask: NonNullable<FileField['ask']>): FileField => ({
  key: `account.${key}`,
  type,
  label: { fa, en },
  group: 'work',
  accessClass: 'financial',
  kinds: ['person', 'organisation'],
  custom: false,
  choices: null,
  operators: [...operatorsOf[type]],
  sortable: false,
  exportable: false,
  importable: false,
  ask,
})
const money = (key: string, fa: string, en: string, value: Expression) => field(key, 'money', fa, en, askNumber(value))

/** What filters, segments and rules of classification may ask of a customer's account. */
export const accountFields: readonly FileField[] = [
  money('balance', 'ماندهٔ حساب', 'Balance', ofAccounts('balance', 'sum')),
  money('overdue', 'سررسیدگذشته', 'Overdue', ofAccounts('arrears', 'sum')),
  money('openCheques', 'چک‌های وصول‌نشده', 'Cheques not cleared', ofAccounts('open_cheques', 'sum')),
  money('creditLimit', 'سقف اعتبار', 'Credit limit', creditLimit),
  field('lastPurchase', 'date', 'آخرین خرید', 'Last purchase', askDay(ofAccounts('last_purchase_day', 'max'))),
  money('purchasesThisYear', 'خرید امسال', 'Purchases of this year', purchases(yearOf(0))),
  money('purchasesLastYear', 'خرید پارسال', 'Purchases of last year', purchases(yearOf(-1))),
  money('purchasesLastSeason', 'خرید فصل پیش', 'Purchases of last season', purchases(seasons(1))),
  money('purchasesFourSeasons', 'خرید چهار فصل گذشته', 'Purchases of the last four seasons', purchases(seasons(4))),
]
