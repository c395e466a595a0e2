/** How the number in a cell is shown, as far as its text depends on it. */
export type NumberStyle = { kind: 'plain'; minDigits: number } | { kind: 'date' | 'time' | 'elapsed' }

const plainStyle: NumberStyle = { kind: 'plain', minDigits: 0 }

/** Recognises dates and times in a number format; built-in formats go by number (ECMA-376, 18.8.30). */
export function numberStyleOf(formatId: number, code: string | undefined): NumberStyle {
  if (code === undefined) {
    if (formatId === 46) return { kind: 'elapsed' }
    if ((formatId >= 18 && formatId <= 21) || formatId === 45 || formatId === 47) return { kind: 'time' }
    const isDate = (formatId >= 14 && formatId <= 22) || (formatId >= 27 && formatId <= 36) || (formatId >= 50 && formatId <= 58)
    return isDate ? { kind: 'date' } : plainStyle
  }
  // A national code kept as a number and shown by 0000000000 has the zeros a person sees.
  if (/^0+$/.test(code)) return { kind: 'plain', minDigits: code.length }
  const first = code.split(';')[0] ?? ''
  if (/\[(h+|m+|s+)\]/i.test(first)) return { kind: 'elapsed' }
  const letters = first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase()
  if (letters.includes('general')) return plainStyle
  if (/[yd]/.test(letters) || (letters.includes('m') && !/[hs]/.test(letters))) return { kind: 'date' }
  return /[hs]/.test(letters) ? { kind: 'time' } : plainStyle
}

/** The text of a numeric cell: dates as `YYYY-MM-DD HH:mm:ss` without zone, numbers in plain digits. */
export function textOfNumber(raw: string, style: NumberStyle, dates1904: boolean): string {
  const number = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(number)) return raw
  if (style.kind === 'plain') return padDigits(plainDigits(raw.trim(), number), style.minDigits)
  if (style.kind === 'elapsed') return clock(Math.round(number * 86_400))
  if (style.kind === 'time' && number >= 0 && number < 1) return clock(Math.round(number * 86_400) % 86_400)
  return dateOfSerial(number, dates1904) ?? plainDigits(raw.trim(), number)
}

// Excel shows 15 digits and stores 17: 0.1 + 0.2 stands in the file as 0.30000000000000004. Whole numbers that
// the file spells out are kept to the last digit: they are card numbers and codes.
function plainDigits(raw: string, number: number): string {
  if (/^-?\d+$/.test(raw)) return raw
  if (Number.isSafeInteger(number)) return String(number)
  const [digits = '', exponent] = String(Number(number.toPrecision(15))).split('e')
  return exponent === undefined ? digits : shiftPoint(digits, Number(exponent))
}

function shiftPoint(digits: string, exponent: number): string {
  const sign = digits.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.')
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - whole.length)}${whole}${fraction}`
  return sign + whole + fraction.padEnd(exponent, '0')
}

function padDigits(text: string, minDigits: number): string {
  return /^\d+$/.test(text) ? text.padStart(minDigits, '0') : text
}

function clock(seconds: number): string {
  const size = Math.abs(seconds)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${seconds < 0 ? '-' : ''}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}:${two(size % 60)}`
}

const secondsADay = 86_400
const lastSerial = 2_958_466 // 1 January 10000

/** Days since 30 December 1899 as a date and time; undefined for what is no date. */
function dateOfSerial(serial: number, dates1904: boolean): string | undefined {
  const days = dates1904 ? serial + 1462 : serial
  if (days < 0 || days >= lastSerial) return undefined
  // Excel believes in 29 February 1900, so its days before it are one less.
  const real = days < 60 && !dates1904 ? days + 1 : days
  const seconds = Math.round(real * secondsADay) - 25_569 * secondsADay
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')
}

/** Days since 30 December 1899 of an ISO date with or without time; undefined for anything else. */
export function serialOfDate(text: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text)
  if (!match) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0))
  const ms = Date.UTC(year!, month! - 1, day!, hour, minute, second)
  const isReal = new Date(ms).toISOString().startsWith(text.slice(0, 10)) && hour! < 24 && minute! < 60 && second! < 60
  const serial = ms / 86_400_000 + 25_569
  // Before March 1900 programs disagree about the day; such a date is safer as text.
  return isReal && serial >= 61 ? serial : undefined
}

/** Undoes the way workbooks write characters that XML cannot hold: `_x000D_`. NUL, which no database takes, is left out. */
export function unescapeWorkbookText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => (hex === '0000' ? '' : String.fromCharCode(parseInt(hex, 16))))
}
