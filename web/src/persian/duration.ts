import { formatNumber, type Locale } from '@parvandeh/contract/persian'

const units = [
  { seconds: 86_400, fa: 'روز', en: ['day', 'days'] },
  { seconds: 3600, fa: 'ساعت', en: ['hour', 'hours'] },
  { seconds: 60, fa: 'دقیقه', en: ['minute', 'minutes'] },
  { seconds: 1, fa: 'ثانیه', en: ['second', 'seconds'] },
] as const

/**
 * A span of time in its two largest units: «۳ روز و ۴ ساعت». Rounded to the smaller of the two; a negative one carries
 * a minus, a missing one (NaN) a dash.
 */
export function writeDuration(seconds: number, locale: Locale): string {
  if (!Number.isFinite(seconds)) return '—'
  const sign = seconds < 0 ? '−' : ''
  const whole = Math.abs(seconds)
  const largest = units.findIndex((unit) => whole >= unit.seconds)
  const first = units[largest === -1 ? units.length - 1 : largest]!
  const second = units[largest + 1]
  if (!second || largest === -1) return sign + part(Math.round(whole), first, locale)
  const rounded = Math.round(whole / second.seconds) * second.seconds
  const firstCount = Math.floor(rounded / first.seconds)
  const rest = Math.round((rounded - firstCount * first.seconds) / second.seconds)
  // Rounding up may reach the unit above: 23 hours 59.9 minutes is a day.
  const above = units[largest - 1]
  if (above && rounded >= above.seconds) return sign + part(1, above, locale)
  const joined = [part(firstCount, first, locale), ...(rest > 0 ? [part(rest, second, locale)] : [])]
  return sign + joined.join(locale === 'fa' ? ' و ' : ' ')
}

function part(count: number, unit: (typeof units)[number], locale: Locale): string {
  const word = locale === 'fa' ? unit.fa : unit.en[count === 1 ? 0 : 1]
  return `${formatNumber(count, locale)} ${word}`
}
