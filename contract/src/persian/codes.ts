import { toAsciiDigits } from './digits.ts'

/** What is wrong with a code. A warning, never a wall: people do hold papers with odd numbers. */
export type CodeProblem =
  | 'empty'
  | 'not-digits'
  | 'length'
  | 'checksum'
  | 'all-equal'
  /** A spreadsheet took the code for a number; the suggestion has its zeros back. */
  | 'leading-zeros-dropped'
  /** A digit or a group stands where the issuer never puts it. */
  | 'not-issued'

/** The outcome of a check: the code in ASCII without separators, and what it should be when that is plain. */
export interface CodeCheck {
  value: string
  valid: boolean
  problem?: CodeProblem
  suggestion?: string
}

/** Judges the digits of a code; undefined when nothing is wrong. */
type Judge = (digits: string) => CodeProblem | undefined

/** National code of a person (کد ملی): ten digits, the last a checksum modulo 11 of the others. */
export function checkNationalCode(text: string): CodeCheck {
  const check = checkDigits(text, 10, judgeNationalCode)
  if (check.problem !== 'length' || check.value.length < 8 || check.value.length > 9) return check
  const suggestion = check.value.padStart(10, '0')
  return judgeNationalCode(suggestion) ? check : { ...check, problem: 'leading-zeros-dropped', suggestion }
}

function judgeNationalCode(digits: string): CodeProblem | undefined {
  if (isAllEqual(digits)) return 'all-equal'
  const remainder = weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11
  return Number(digits[9]) === (remainder < 2 ? remainder : 11 - remainder) ? undefined : 'checksum'
}

/**
 * National ID of a company (شناسه ملی): eleven digits. Two more than the tenth digit is added to each of the first
 * ten before they are weighed; the sum modulo 11, ten counting as zero, is the eleventh.
 */
export function checkCompanyId(text: string): CodeCheck {
  return checkDigits(text, 11, (digits) => {
    if (isAllEqual(digits)) return 'all-equal'
    const weights = [29, 27, 23, 19, 17, 29, 27, 23, 19, 17]
    const added = Number(digits[9]) + 2
    const sum = weighted(digits, weights) + added * weights.reduce((total, weight) => total + weight, 0)
    return Number(digits[10]) === (sum % 11) % 10 ? undefined : 'checksum'
  })
}

/**
 * Postal code (کد پستی): ten digits. Iran Post puts neither 0 nor 2 among the first five, nor 5 in the fifth place,
 * never four equal digits first, never 0 in the sixth place and never four zeros last.
 */
export function checkPostalCode(text: string): CodeCheck {
  return checkDigits(text, 10, (digits) => (/^(?!(\d)\1{3})[13-9]{4}[1346-9][1-9](?!0{4})\d{4}$/.test(digits) ? undefined : 'not-issued'))
}

/** Bank card number: sixteen digits under the Luhn rule. */
export function checkBankCard(text: string): CodeCheck {
  return checkDigits(text, 16, (digits) => {
    if (isAllEqual(digits)) return 'all-equal'
    let sum = 0
    for (const [index, digit] of [...digits].entries()) {
      const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit)
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 === 0 ? undefined : 'checksum'
  })
}

/**
 * A card number fit to show: `6037 99** **** 0006`. Of anything that is not sixteen digits only the last four are
 * shown, and nothing of eight digits or fewer. To be put in a left-to-right box.
 */
export function maskCard(text: string): string {
  const digits = bare(text).replace(/\D/g, '')
  if (digits.length === 16) return `${digits.slice(0, 4)} ${digits.slice(4, 6)}** **** ${digits.slice(12)}`
  return digits.length > 8 ? '*'.repeat(digits.length - 4) + digits.slice(-4) : '*'.repeat(digits.length)
}

/** Sheba (شبا), Iran's IBAN: IR and 24 digits, 1 modulo 97 by ISO 13616. IR may be left out; `value` has it. */
export function checkSheba(text: string): CodeCheck {
  const check = checkDigits(bare(text).replace(/^ir/i, ''), 24, (digits) => {
    const moved = digits.slice(2) + '1827' + digits.slice(0, 2)
    let remainder = 0
    for (const digit of moved) remainder = (remainder * 10 + Number(digit)) % 97
    return remainder === 1 ? undefined : 'checksum'
  })
  return check.problem === 'empty' || check.problem === 'not-digits' ? check : { ...check, value: `IR${check.value}` }
}

function checkDigits(text: string, length: number, judge: Judge): CodeCheck {
  const value = bare(text)
  const problem = problemOf(value, length, judge)
  return problem ? { value, valid: false, problem } : { value, valid: true }
}

function problemOf(value: string, length: number, judge: Judge): CodeProblem | undefined {
  if (!value) return 'empty'
  if (!/^\d+$/.test(value)) return 'not-digits'
  return value.length === length ? judge(value) : 'length'
}

/** Codes are typed in groups and pasted with invisible marks; neither says anything. */
function bare(text: string): string {
  return toAsciiDigits(text).replace(/[\s\u00AD\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF_.\-–/]/g, '')
}

function isAllEqual(digits: string): boolean {
  return /^(\d)\1+$/.test(digits)
}

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0)
}
