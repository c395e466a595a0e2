import { expect, test } from 'vitest'
import { plainPoint } from '../../../kit/invented.ts'
import { hrefOf, mainPhoneOf, messageHrefOf, type Point } from './reach.ts'

const point = (kind: Point['kind'], value: string, given: Partial<Point> = {}): Point => ({
  id: value,
  kind,
  value,
  display: value,
  ...plainPoint,
  ...given,
})

test('a name on a network leads to its profile, a link to itself, and what is neither leads nowhere', () => {
  expect(hrefOf(point('social', '@shiva', { network: 'bale' }))).toBe('https://ble.ir/shiva')
  expect(hrefOf(point('social', '09121234567', { network: 'whatsapp' }))).toBe('https://wa.me/989121234567')
  expect(hrefOf(point('social', 'https://eitaa.com/x', { network: null }))).toBe('https://eitaa.com/x')
  expect(hrefOf(point('social', 'شیوا زندنام', { network: 'telegram' }))).toBeUndefined()
  expect(hrefOf(point('social', 'javascript:alert(1)', { network: null }))).toBeUndefined()
})

test('C7: the main number is called; a message goes to the main messenger, else to a mobile', () => {
  const [landline, mobile] = [point('phone', '+982188776655'), point('mobile', '+989121234567')]
  const account = point('social', 'shiva', { network: 'telegram' })
  expect(mainPhoneOf([landline, mobile])).toBe(mobile)
  expect(messageHrefOf([landline, mobile, account])).toBe('sms:+989121234567')
  expect(messageHrefOf([mobile, { ...account, primary: true }])).toBe('https://t.me/shiva')
  expect(messageHrefOf([landline, account])).toBe('https://t.me/shiva')
  expect(messageHrefOf([landline])).toBeUndefined()
})
