import { expect, test } from 'vitest'
import { keyAddress, readCode } from './codes.rules.ts'

test.each([
  ['123456', { kind: 'app', text: '123456' }],
  ['۱۲۳ ۴۵۶', { kind: 'app', text: '123456' }],
  ['١٢٣-٤٥٦', { kind: 'app', text: '123456' }],
  ['ABCD-2345', { kind: 'backup', text: 'abcd-2345' }],
  [' abcd۲۳۴۵ ', { kind: 'backup', text: 'abcd-2345' }],
  ['۲۳۴۵۲۳۴۵', { kind: 'backup', text: '2345-2345' }],
])('%s is read in whatever way it was typed', (typed, read) => expect(readCode(typed)).toEqual(read))

test('the app is told whose code it is, in the letters of the organisation', () => {
  const address = new URL(keyAddress('JBSWY3DPEHPK3PXP', 'تعاونی نمونه', 'mahtab'))
  expect(address.searchParams.get('secret')).toBe('JBSWY3DPEHPK3PXP')
  expect(address.searchParams.get('issuer')).toBe('تعاونی نمونه')
  expect(address.pathname).toContain('mahtab')
})
