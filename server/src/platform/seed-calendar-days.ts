import type pg from 'pg'
import { calendarDays } from './calendar-days.ts'

const firstYear = 1370
const lastYear = 1430

/** Fills the calendar table, once: one row a day, from which Jalali weeks, months and seasons are joined. */
export async function seedCalendarDays(client: pg.ClientBase): Promise<void> {
  const filled = await client.query('select 1 from platform.calendar_day limit 1')
  if (filled.rowCount) return
  const rows = [...calendarDays(firstYear, lastYear)]
  await client.query('insert into platform.calendar_day select * from json_populate_recordset(null::platform.calendar_day, $1)', [
    JSON.stringify(rows),
  ])
}
