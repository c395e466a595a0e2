import { digitsFor, formatNumber } from './digits.ts'
import type { Locale } from './digits.ts'
import { numberInWords, wordsLimit } from './number-words.ts'

/** What amounts are shown in; a Toman is ten Rials, and Rials are what is stored. */
export type MoneyUnit = 'rial' | 'toman'

/** The label that goes with every amount. */
export const moneyUnitNames: Record<Locale, Record<MoneyUnit, string>> = {
  fa: { rial: 'ریال', toman: 'تومان' },
  en: { rial: 'rials', toman: 'tomans' },
}

/**
 * An amount of whole Rials, labelled: `۱٬۲۰۰٬۰۰۰ ریال`, or `۱۲۰٬۰۰۰ تومان` with the odd Rials as a decimal.
 * Throws RangeError for a number that is not whole or is too large to be exact; use a bigint there.
 */
export function formatMoney(rial: bigint | number, unit: MoneyUnit, locale: Locale): string {
  const amount = exact(rial)
  const label = moneyUnitNames[locale][unit]
  if (unit === 'rial') return `${formatNumber(amount, locale)} ${label}`
  const size = amount < 0n ? -amount : amount
  const mark = locale === 'fa' ? '٫' : '.'
  const decimal = size % 10n ? mark + digitsFor(locale, size % 10n) : ''
  const minus = locale === 'fa' ? '\u200e\u2212' : '-'
  return `${amount < 0n ? minus : ''}${formatNumber(size / 10n, locale)}${decimal} ${label}`
}

/**
 * An amount of whole Rials in Persian words, for whoever types it to read back: `یک میلیون و دویست هزار ریال`,
 * `دوازده تومان و پنج ریال`. From 10^18 on the amount is in digits. Throws RangeError as `formatMoney` does.
 */
export function amountInWords(rial: bigint | number, unit: MoneyUnit = 'rial'): string {
  const amount = exact(rial)
  if (amount < 0n) return `منفی ${amountInWords(-amount, unit)}`
  if (amount >= wordsLimit) return formatMoney(amount, unit, 'fa')
  const names = moneyUnitNames.fa
  if (unit === 'rial') return `${numberInWords(amount)} ${names.rial}`
  const [tomans, rials] = [amount / 10n, amount % 10n]
  const words = rials ? [`${numberInWords(rials)} ${names.rial}`] : []
  return (tomans || !rials ? [`${numberInWords(tomans)} ${names.toman}`, ...words] : words).join(' و ')
}

function exact(rial: bigint | number): bigint {
  if (typeof rial === 'number' && !Number.isSafeInteger(rial)) throw new RangeError('Money is whole Rials')
  return BigInt(rial)
}
