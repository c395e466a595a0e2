import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** A day of the period and where it lies in the Jalali calendar. */
export interface CalendarDay {
  day: string
  /** Jalali month as `1403-05`. */
  month: string
  /** 0 Saturday to 6 Friday. */
  weekday: number
  monthPart: 'first' | 'middle' | 'last'
  isFirstOfMonth: boolean
  isLastOfMonth: boolean
}

/** Jalali month of a row of `platform.calendar_day`, as it is written in keys. */
export const monthOf = (alias: string) =>
  sql<string>`${sql.ref(`${alias}.jalali_year`)} || '-' || lpad(${sql.ref(`${alias}.jalali_month`)}::text, 2, '0')`

/** The first three days of a Jalali month, its last three, and those between. */
export const monthPartOf = (alias: string) =>
  sql<string>`case when ${sql.ref(`${alias}.jalali_day`)} <= 3 then 'first' when ${sql.ref(`${alias}.days_to_month_end`)} < 3 then 'last' else 'middle' end`

/** The days from one to before another, as far as the calendar goes, in order. */
export async function readDays(context: Context, { from, to }: { from: string; to: string }): Promise<CalendarDay[]> {
  const read =
    await sql<CalendarDay>`select d.day, ${monthOf('d')} as month, d.weekday, ${monthPartOf('d')} as "monthPart", d.jalali_day = 1 as "isFirstOfMonth", d.days_to_month_end = 0 as "isLastOfMonth"
    from platform.calendar_day d where d.day >= ${from}::date and d.day < ${to}::date order by d.day`.execute(context.tx)
  return read.rows
}
