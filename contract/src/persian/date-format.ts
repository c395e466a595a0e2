/** Which calendar the numbers of a written date belong to. */
export type Calendar = 'jalali' | 'gregorian'

/** The order in which year, month and day are written. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy'

/** What the name of a format says. */
export interface DateFormatParts {
  calendar: Calendar
  order: DateOrder
  /** Two-digit years are read: Jalali 50 to 99 as 1350 to 1399 and 00 to 49 as 1400 to 1449; Gregorian 70 to 99 as 19xx. */
  shortYear: boolean
  /** The column holds instants; a value without a clock is midnight. Without this a clock is refused, not dropped. */
  time: boolean
}

/** A way of writing dates, by name: `jalali-ymd`, `gregorian-dmy-time`, `jalali-ymd-short`, `gregorian-mdy-short-time`. */
export type DateFormat = `${Calendar}-${DateOrder}${'' | '-short'}${'' | '-time'}`

const calendars: readonly Calendar[] = ['jalali', 'gregorian']
const orders: readonly DateOrder[] = ['ymd', 'dmy', 'mdy']
const parts = new Map<DateFormat, DateFormatParts>()
for (const shortYear of [false, true]) {
  for (const time of [false, true]) {
    for (const calendar of calendars) {
      for (const order of orders) {
        const format = { calendar, order, shortYear, time }
        parts.set(nameDateFormat(format), format)
      }
    }
  }
}

/** Every format there is, the likelier first. */
export const dateFormats: readonly DateFormat[] = [...parts.keys()]

/** Whether a text, such as one from a saved mapping, names a format. */
export function isDateFormat(name: string): name is DateFormat {
  return parts.has(name as DateFormat)
}

/** The name of a format. */
export function nameDateFormat({ calendar, order, shortYear, time }: DateFormatParts): DateFormat {
  return `${calendar}-${order}${shortYear ? '-short' : ''}${time ? '-time' : ''}`
}

/** What a format's name says. Throws RangeError for a name that is none. */
export function dateFormatParts(name: DateFormat): DateFormatParts {
  const known = parts.get(name)
  if (!known) throw new RangeError(`No such date format: ${name}`)
  return known
}
