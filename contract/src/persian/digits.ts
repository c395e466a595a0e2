/** The two languages of the interface. */
export type Locale = 'fa' | 'en'

const persianZero = 0x06f0
const arabicZero = 0x0660

/** Turns Persian and Arabic-Indic digits into ASCII; everything else stays as it is. */
export function toAsciiDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - (code >= persianZero ? persianZero : arabicZero))
  })
}

/** Turns ASCII and Arabic-Indic digits into Persian; everything else stays as it is. */
export function toPersianDigits(text: string | number | bigint): string {
  return toAsciiDigits(String(text)).replace(/[0-9]/g, (digit) => String.fromCharCode(persianZero + Number(digit)))
}

/** Digits as the reader of `locale` expects them: Persian in fa, ASCII in en. */
export function digitsFor(locale: Locale, text: string | number | bigint): string {
  return locale === 'fa' ? toPersianDigits(text) : toAsciiDigits(String(text))
}

/**
 * A whole number with its thousands grouped: `۱٬۲۳۴` in fa, `1,234` in en. Fractions are rounded.
 * NaN and the infinities give an em dash, since no figure is better than a wrong one.
 */
export function formatNumber(value: number | bigint, locale: Locale): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return '—'
  return numberFormat(locale, 0, 0).format(value)
}

/**
 * A number with exactly `fractionDigits` decimals (0 to 20), grouped: `۱٬۲۳۴٫۵` in fa, `1,234.5` in en.
 * NaN and the infinities give an em dash.
 */
export function formatDecimal(value: number, locale: Locale, fractionDigits = 1): string {
  if (!Number.isFinite(value)) return '—'
  return numberFormat(locale, fractionDigits, fractionDigits).format(value)
}

const formats = new Map<string, Intl.NumberFormat>()

/** Making an Intl.NumberFormat costs far more than using it, so each is made once. */
function numberFormat(locale: Locale, minimum: number, maximum: number): Intl.NumberFormat {
  const key = `${locale}/${minimum}/${maximum}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale === 'fa' ? 'fa-IR' : 'en-US', {
      minimumFractionDigits: minimum,
      maximumFractionDigits: maximum,
      signDisplay: 'negative',
    })
    formats.set(key, format)
  }
  return format
}
