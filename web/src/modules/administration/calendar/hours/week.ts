import type { Spell, Week } from '../calendar.types.ts'

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** How long a spell is, in minutes; one that ends at or before its beginning ends on the next day. */
export function spellMinutes({ from, to }: Spell): number {
  const length = minutesOf(to) - minutesOf(from)
  return length > 0 ? length : length + 24 * 60
}

/** Hours of work in a week. */
export const weekHours = (week: Week): number => week.flat().reduce((sum, spell) => sum + spellMinutes(spell), 0) / 60

/** Whether a spell runs into the next day. */
export const endsNextDay = ({ from, to }: Spell): boolean => to !== '24:00' && to !== '00:00' && to <= from

/** The spell to begin with when another is added to a day: after its last one, else office hours. */
export function nextSpell(day: readonly Spell[]): Spell {
  const last = day.at(-1)
  return last && last.to < '20:00' && !endsNextDay(last) ? { from: last.to, to: '20:00' } : { from: '08:00', to: '16:00' }
}

/** The week with the spells of one day given to the days after it, weekends aside. */
export function copyDown(week: Week, day: number): Week {
  const spells = week[day] ?? []
  return week.map((own, index) => (index > day && own.length > 0 ? spells : own))
}
