import { dayOfNumber } from '@parvandeh/contract/persian'
import { compileCalendar, officialHolidays, standardWeek } from '../../modules/identity/index.ts'
import type { CompiledCalendar } from '../../modules/identity/index.ts'
import { zone } from './seasons.ts'

/** The calendar that a new organisation begins with, which the demo does not change; from one day to another. */
export function workCalendar(first: number, last: number): CompiledCalendar {
  const exceptions = officialHolidays.map(({ day, name }) => ({ day, name, kind: 'holiday' as const }))
  const rules = [{ validFrom: '2001-03-21', week: standardWeek }]
  // Longer at the end, where the work of open requests is reckoned on into days to come.
  return compileCalendar({ zone, rules, exceptions }, dayOfNumber(first - 2), dayOfNumber(last + 370))
}
