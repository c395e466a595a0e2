import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bankOfCard, bankOfSheba, lastFour } from './banks.ts'
import { checkBankCard, checkSheba } from './codes.ts'

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
/** ISO 13616: the two check digits that make the whole one modulo 97. */
const withCheckDigits = (account: string): string => {
  const remainder = [...`${account}182700`].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)
  return `IR${String(98 - remainder).padStart(2, '0')}${account}`
}
/** Luhn: the last digit that makes the sum a multiple of ten. */
const withLastDigit = (fifteen: string): string =>
  [...'0123456789'].map((last) => fifteen + last).find((card) => checkBankCard(card).problem !== 'checksum') ?? ''

describe('banks', () => {
  test.each([
    ['IR200170000000000123456789', 'بانک ملی ایران'],
    ['IR000120000000000000000000', 'بانک ملت'],
    ['IR000990000000000000000000', undefined],
    ['not a sheba', undefined],
  ])('%s is of %s', (sheba, name) => expect(bankOfSheba(sheba)?.fa).toBe(name))

  test.each([
    ['6037991234567893', 'بانک ملی ایران'],
    ['6104330000000000', 'بانک ملت'],
    ['0000000000000000', undefined],
  ])('card %s is of %s', (card, name) => expect(bankOfCard(card)?.fa).toBe(name))

  test('any account with its check digits is right, and the bank does not depend on them', () => {
    fc.assert(
      fc.property(digits(19), (rest) => {
        const sheba = withCheckDigits(`017${rest}`)
        expect(checkSheba(sheba)).toEqual({ value: sheba, valid: true })
        expect(bankOfSheba(sheba)?.en).toBe('Bank Melli Iran')
      }),
    )
  })

  test('any card with its last digit is right, and one digit changed is not', () => {
    fc.assert(
      fc.property(digits(9), fc.nat(15), fc.integer({ min: 1, max: 9 }), (rest, place, by) => {
        const card = withLastDigit(`603799${rest}`)
        const wrong = card.slice(0, place) + String((Number(card[place]) + by) % 10) + card.slice(place + 1)
        expect([checkBankCard(card).valid, checkBankCard(wrong).valid]).toEqual([true, false])
      }),
    )
  })

  test('never more than the last four digits can be seen', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(lastFour(text).replaceAll(/\D/g, '').length).toBeLessThanOrEqual(4)
      }),
    )
    expect([lastFour('IR200170000000000123456789'), lastFour('12')]).toEqual(['•••• 6789', '••••'])
  })
})
