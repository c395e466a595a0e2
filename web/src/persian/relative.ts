import { formatNumber, type Locale } from '@parvandeh/contract/persian'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const words = {
  fa: {
    now: 'همین حالا',
    past: (count: string, unit: string) => `${count} ${unit} پیش`,
    ahead: (count: string, unit: string) => `${count} ${unit} دیگر`,
    minute: ['دقیقه', 'دقیقه'],
    hour: ['ساعت', 'ساعت'],
    day: ['روز', 'روز'],
  },
  en: {
    now: 'just now',
    past: (count: string, unit: string) => `${count} ${unit} ago`,
    ahead: (count: string, unit: string) => `in ${count} ${unit}`,
    minute: ['minute', 'minutes'],
    hour: ['hour', 'hours'],
    day: ['day', 'days'],
  },
} as const

/** How far a moment lies from now, in one unit: «۵ دقیقه پیش»، «۲ ساعت دیگر». Beyond a week it is what `asDate` writes. */
export function writeRelative(at: Date, now: Date, locale: Locale, asDate: () => string): string {
  const distance = Math.abs(at.getTime() - now.getTime())
  const { [locale]: said } = words
  if (!Number.isFinite(distance)) return '—'
  if (distance < minute) return said.now
  if (distance >= 7 * day) return asDate()
  const [size, names] = distance < hour ? [minute, said.minute] : distance < day ? [hour, said.hour] : [day, said.day]
  const count = Math.floor(distance / size)
  const unit = names[count === 1 ? 0 : 1]
  return at < now ? said.past(formatNumber(count, locale), unit) : said.ahead(formatNumber(count, locale), unit)
}
