import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from './any-text.fixtures.ts'
import { checkBankCard, checkCompanyId, checkNationalCode, checkPostalCode, checkSheba, maskCard } from './codes.ts'
import { toPersianDigits } from './digits.ts'

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))

describe('national code', () => {
  // 1·10+2·9+3·8+4·7+5·6+6·5+7·4+8·3+9·2 = 210 = 19·11 + 1, so the check digit is 1.
  // 1·8+2·7+3·6+4·5+5·4+6·3+7·2 = 112 = 10·11 + 2, so it is 11 − 2 = 9.
  test.each(['1234567891', '0012345679', '۰۰۱۲۳۴۵۶۷۹', '001-234567-9', ' 0012345679\u200f'])('%s is right', (text) => {
    expect(checkNationalCode(text)).toMatchObject({ valid: true })
  })

  test('it is kept in ASCII, without separators', () => {
    expect(checkNationalCode('۰۰۱-۲۳۴۵۶۷-۹')).toEqual({ value: '0012345679', valid: true })
  })

  test.each([
    ['', 'empty'],
    ['ندارد', 'not-digits'],
    ['12345', 'length'],
    ['12345678912', 'length'],
    ['1234567890', 'checksum'],
    ['1111111111', 'all-equal'],
    ['0000000000', 'all-equal'],
  ])('%j is doubted: %s', (text, problem) => {
    expect(checkNationalCode(text)).toMatchObject({ valid: false, problem })
  })

  test('zeros dropped by a spreadsheet are offered back, and only when the code is then right', () => {
    expect(checkNationalCode('12345679')).toEqual({
      value: '12345679',
      valid: false,
      problem: 'leading-zeros-dropped',
      suggestion: '0012345679',
    })
    expect(checkNationalCode('12345678')).toEqual({ value: '12345678', valid: false, problem: 'length' })
  })

  test('every nine digits have exactly one check digit, and a wrong digit is noticed', () => {
    fc.assert(
      fc.property(digits(9), fc.nat(8), fc.integer({ min: 1, max: 9 }), (nine, position, change) => {
        const right = [...'0123456789'].map((last) => nine + last).filter((code) => checkNationalCode(code).problem !== 'checksum')
        fc.pre(!/^(\d)\1+$/.test(nine) && right.length === 1)
        const [code = ''] = right
        const wrong = code.slice(0, position) + String((Number(code[position]) + change) % 10) + code.slice(position + 1)
        fc.pre(!/^(\d)\1+$/.test(wrong))
        // Remainders 1 and 10 share the check digit 1, so a wrong digit can pass there and nowhere else.
        if (code[9] !== '1') expect(checkNationalCode(wrong)).toMatchObject({ valid: false, problem: 'checksum' })
      }),
    )
  })
})

describe('national ID of a company', () => {
  // Tenth digit 1, so 3 is added: 4·29+3·27+4·23+3·(19+17+29+27+23+19)+4·17 = 759 = 69·11, so the check digit is 0.
  test.each(['10100000010', '۱۰۱۰۰۰۰۰۰۱۰', '10380284790'])('%s is right', (text) => {
    expect(checkCompanyId(text).valid).toBe(true)
  })

  test.each([
    ['10380285692', 'checksum'],
    ['10100000011', 'checksum'],
    ['11111111111', 'all-equal'],
    ['1010000001', 'length'],
    ['شرکت', 'not-digits'],
  ])('%s is doubted: %s', (text, problem) => {
    expect(checkCompanyId(text)).toMatchObject({ valid: false, problem })
  })

  test('every ten digits have exactly one check digit', () => {
    fc.assert(
      fc.property(digits(10), (ten) => {
        fc.pre(!/^(\d)\1+$/.test(ten))
        expect([...'0123456789'].filter((last) => checkCompanyId(ten + last).valid)).toHaveLength(1)
      }),
    )
  })
})

describe('Sheba', () => {
  const withCheckDigits = (account: string) => {
    const check = 98n - (BigInt(`${account}182700`) % 97n)
    return `IR${String(check).padStart(2, '0')}${account}`
  }

  test('an account number with its check digits is right, however it is typed', () => {
    fc.assert(
      fc.property(digits(22), (account) => {
        const sheba = withCheckDigits(account)
        const grouped = sheba.replace(/(.{4})/g, '$1 ').toLowerCase()
        expect(checkSheba(toPersianDigits(grouped))).toEqual({ value: sheba, valid: true })
        expect(checkSheba(sheba.slice(2))).toEqual({ value: sheba, valid: true })
      }),
    )
  })

  test('two neighbouring digits changed about are noticed', () => {
    fc.assert(
      fc.property(digits(22), fc.integer({ min: 4, max: 24 }), (account, position) => {
        const sheba = withCheckDigits(account)
        fc.pre(sheba[position] !== sheba[position + 1])
        const swapped = sheba.slice(0, position) + sheba[position + 1] + sheba[position] + sheba.slice(position + 2)
        expect(checkSheba(swapped)).toMatchObject({ valid: false, problem: 'checksum' })
      }),
    )
  })

  test.each([
    ['', 'empty'],
    ['IR', 'empty'],
    ['IR12', 'length'],
    ['DE89370400440532013000', 'not-digits'],
  ])('%j is doubted: %s', (text, problem) => {
    expect(checkSheba(text)).toMatchObject({ valid: false, problem })
  })
})

describe('bank card', () => {
  // 6037 99: doubled 12→3, 6, 18→9 and single 0, 7, 9 make 34; with a last 6 it is 40.
  test('a card under the Luhn rule is right', () => {
    expect(checkBankCard('۶۰۳۷ ۹۹۰۰ ۰۰۰۰ ۰۰۰۶')).toEqual({ value: '6037990000000006', valid: true })
    expect(checkBankCard('6037990000000005')).toMatchObject({ valid: false, problem: 'checksum' })
    expect(checkBankCard('0000000000000000')).toMatchObject({ valid: false, problem: 'all-equal' })
    expect(checkBankCard('603799000000006')).toMatchObject({ valid: false, problem: 'length' })
  })

  test('every fifteen digits have exactly one check digit', () => {
    fc.assert(
      fc.property(digits(15), (fifteen) => {
        fc.pre(!/^(\d)\1+$/.test(fifteen))
        expect([...'0123456789'].filter((last) => checkBankCard(fifteen + last).valid)).toHaveLength(1)
      }),
    )
  })

  test('a masked card never shows its middle', () => {
    expect(maskCard('6037-9900-0000-0006')).toBe('6037 99** **** 0006')
    expect(maskCard('۶۰۳۷۹۹۰۰۰۰۰۰۰۰۰۶')).toBe('6037 99** **** 0006')
    expect(maskCard('603799000000')).toBe('********0000')
    expect(maskCard('12345678')).toBe('********')
    expect(maskCard('')).toBe('')
  })
})

describe('postal code', () => {
  test.each(['1193653471', '۱۱۹۳۶-۵۳۴۷۱', '8174673441'])('%s is right', (text) => {
    expect(checkPostalCode(text).valid).toBe(true)
  })

  test.each([
    ['119365347', 'length'],
    ['1234567890', 'not-issued'],
    ['1111653471', 'not-issued'],
    ['1193553471', 'not-issued'],
    ['1193603471', 'not-issued'],
    ['1193610000', 'not-issued'],
    ['0193653471', 'not-issued'],
    ['تهران', 'not-digits'],
  ])('%s is doubted: %s', (text, problem) => {
    expect(checkPostalCode(text)).toMatchObject({ valid: false, problem })
  })
})

test('nothing typed makes a check throw', () => {
  const anything = fc.oneof(anyText, fc.stringMatching(/^(IR)?[0-9۰-۹ -]{0,30}$/))
  fc.assert(
    fc.property(anything, (text) => {
      for (const check of [checkNationalCode, checkCompanyId, checkSheba, checkBankCard, checkPostalCode]) {
        const { valid, problem } = check(text)
        expect(valid).toBe(problem === undefined)
      }
      expect(maskCard(text)).not.toMatch(/\d{9}/)
    }),
  )
})
