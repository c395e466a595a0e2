import { digitsFor, toAsciiDigits } from './digits.ts'
import type { Locale } from './digits.ts'
import { isAreaCode, operatorOf, provinceOf } from './phone-facts.ts'
import type { NameByLocale } from './phone-facts.ts'

/** Why a text is not a phone number that can be dialled from anywhere. */
export type PhoneProblem =
  | 'empty'
  | 'not-a-phone'
  | 'too-short'
  | 'too-long'
  /** A landline without its area code; `toE164` can be told one. */
  | 'area-code-missing'
  | 'unknown-area-code'

/** What is known of a phone number. */
export interface Phone {
  /** `+` and 7 to 15 digits. */
  e164: string
  kind: 'mobile' | 'landline' | 'foreign'
  /** Iranian mobiles: whom the range was given to. */
  operator?: NameByLocale
  /** Iranian landlines: the province of the area code. */
  province?: NameByLocale
  /** Digits to dial after the answer, when the text names them (داخلی ۱۲). */
  extension?: string
}

/** The outcome of checking a phone number; `value` is E.164 when valid, else the digits as they were typed. */
export interface PhoneCheck {
  value: string
  valid: boolean
  problem?: PhoneProblem
  phone?: Phone
}

interface PhoneOptions {
  /** Area code of the office (`21`), for eight-digit landlines written without one. */
  areaCode?: string
}

/**
 * Checks a phone number as people write it: `09…`, `9…`, `0098…`, `+98…`, landlines with their area code, other
 * countries with `+` or `00`; any digits, with spaces, dashes, dots or brackets. Never throws.
 */
export function checkPhone(text: string, options: PhoneOptions = {}): PhoneCheck {
  const { number, extension } = splitExtension(toAsciiDigits(text))
  const bare = number.replace(/[\s\u00AD\u200B-\u200F\u202A-\u202E\u2066-\u2069().\-–_/]/g, '')
  if (!bare) return { value: '', valid: false, problem: 'empty' }
  if (!/^\+?\d+$/.test(bare)) return { value: bare, valid: false, problem: 'not-a-phone' }
  const found = international(bare) ?? national(bare.replace(/^0/, ''), options)
  if (typeof found === 'string') return { value: bare, valid: false, problem: found }
  return { value: found.e164, valid: true, phone: extension ? { ...found, extension } : found }
}

/** The number in E.164, or null when `checkPhone` finds a problem. */
export function toE164(text: string, options: PhoneOptions = {}): string | null {
  const { valid, value } = checkPhone(text, options)
  return valid ? value : null
}

/** The last eight digits, by which a caller's number is looked up however it was stored; fewer when there are fewer. */
export function phoneTail(digits: string): string {
  return toAsciiDigits(digits).replace(/\D/g, '').slice(-8)
}

/**
 * An E.164 number as people read it: `۰۹۱۲ ۳۴۵ ۶۷۸۹`, `۰۲۱ ۸۸۷۷ ۶۶۵۵`, others with their `+`. Its gaps are no-break
 * spaces, which keep the groups in order within Persian text. What is not E.164 is shown as it is, its digits aside.
 */
export function formatPhone(e164: string, locale: Locale): string {
  const iranian = /^\+98(\d{10})$/.exec(e164)?.[1]
  if (iranian) {
    const cuts = iranian.startsWith('9') ? [3, 6] : [2, 6]
    const groups = [`0${iranian.slice(0, cuts[0])}`, iranian.slice(cuts[0], cuts[1]), iranian.slice(cuts[1])]
    return digitsFor(locale, groups.join('\u00A0'))
  }
  // Without the mark a + at the head of a number is drawn at its tail in Persian text.
  return digitsFor(locale, e164.startsWith('+') && locale === 'fa' ? `\u200E${e164}` : e164)
}

function splitExtension(text: string): { number: string; extension?: string } {
  const match = /^(.*?\d.*?)(?:داخلی|داخلي|extension|ext\.?|x|#)\s*:?\s*(\d{1,6})\s*$/i.exec(text)
  return match ? { number: match[1] ?? '', extension: match[2] } : { number: text }
}

/** A number that carries its country; undefined when it is written as within Iran. */
function international(bare: string): Phone | PhoneProblem | undefined {
  const digits = /^(?:\+|00)(\d*)$/.exec(bare)?.[1] ?? (/^98\d{10}$/.test(bare) ? bare : undefined)
  if (digits === undefined) return undefined
  if (digits.startsWith('98')) return iranian(digits.slice(2).replace(/^0/, ''))
  if (digits.startsWith('0')) return 'not-a-phone'
  if (digits.length < 7) return 'too-short'
  if (digits.length > 15) return 'too-long'
  return { e164: `+${digits}`, kind: 'foreign' }
}

function national(digits: string, { areaCode }: PhoneOptions): Phone | PhoneProblem {
  const isLocalLandline = /^[1-9]\d{7}$/.test(digits)
  if (!isLocalLandline) return iranian(digits)
  return areaCode ? iranian(toAsciiDigits(areaCode).replace(/\D/g, '').replace(/^0/, '') + digits) : 'area-code-missing'
}

function iranian(digits: string): Phone | PhoneProblem {
  if (digits.length < 10) return 'too-short'
  if (digits.length > 10) return 'too-long'
  const e164 = `+98${digits}`
  if (digits.startsWith('9')) return { e164, kind: 'mobile', operator: operatorOf(digits) }
  if (!isAreaCode(digits.slice(0, 2))) return 'unknown-area-code'
  return { e164, kind: 'landline', province: provinceOf(digits) }
}
