import data from './holidays.data.json' with { type: 'json' }

/** An official holiday of Iran. `certain` is false for a lunar day that was not checked against the months as they were observed. */
export interface OfficialHoliday {
  day: string
  name: string
  kind: 'solar' | 'lunar'
  certain: boolean
}

/** Official holidays of the Jalali years 1395 to 1406, one a day, in order. Seed data: each organisation edits its own copy. */
export const officialHolidays = data as readonly OfficialHoliday[]
