import { expect, test } from 'vitest'
import { plainPoint } from '../../../kit/invented.ts'
import { bodyOf, emptyPoint, emptyValues, fieldOf, isSame, pointField, rebase, valuesOf, type CustomerFile } from './values.ts'

const file: CustomerFile = {
  customerId: '01900000-0000-7000-8000-000000000001',
  code: 'C-1',
  displayName: 'زهرا نیک‌پور',
  provisional: false,
  kind: 'person',
  firstName: 'زهرا',
  lastName: 'نیک‌پور',
  nationalCode: '123',
  unitId: null,
  ownerId: null,
  accessPoints: [
    {
      ...plainPoint,
      id: '01900000-0000-7000-8000-00000000000a',
      kind: 'mobile',
      value: '+989121112233',
      display: '۰۹۱۲ ۱۱۱ ۲۲۳۳',
      primary: true,
    },
  ],
  problems: [{ field: 'nationalCode', problem: 'length', message: '', suggestion: null, reason: 'کارت در دست نیست' }],
  withheld: ['features'],
  version: 3,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  can: { edit: true, logInteraction: true, registerRequest: true, addDocument: true },
}

test('a file goes into the form and out of it unchanged, with the reasons that were given', () => {
  const { body } = bodyOf(valuesOf(file))
  expect(body).toMatchObject({
    firstName: 'زهرا',
    lastName: 'نیک‌پور',
    fatherName: null,
    nationalCode: '123',
    acceptedProblems: { nationalCode: 'کارت در دست نیست' },
  })
  expect(body.accessPoints).toEqual([expect.objectContaining({ id: file.accessPoints[0]?.id, value: '۰۹۱۲ ۱۱۱ ۲۲۳۳', label: null })])
})

test('an empty row is not sent, and problems and reasons still find their rows', () => {
  const [empty, landline] = [emptyPoint('mobile'), emptyPoint('phone', '12')]
  const values = emptyValues({ points: [empty, landline], reasons: { [pointField(landline.key)]: 'داخلی', [pointField(empty.key)]: 'گم' } })
  const { body, keys } = bodyOf(values)
  expect(body.accessPoints).toHaveLength(1)
  expect(body.acceptedProblems).toEqual({ 'accessPoints.0': 'داخلی' })
  expect(fieldOf('accessPoints.0.value', keys)).toBe(pointField(landline.key))
  expect(fieldOf('lastName', keys)).toBe('lastName')
})

test('spaces and an untouched empty row are no change', () => {
  const values = emptyValues()
  expect(isSame(values, { ...values, firstName: '  ' })).toBe(true)
  expect(isSame(values, { ...values, firstName: 'لاله' })).toBe(false)
})

test('when a colleague saved meanwhile, my fields stay mine and the others are theirs', () => {
  const base = valuesOf(file)
  const merged = rebase(base, { ...base, fatherName: 'اکبر' }, { ...base, lastName: 'نیک‌پور تهرانی', firstName: 'زهرا' })
  expect(merged).toMatchObject({ fatherName: 'اکبر', lastName: 'نیک‌پور تهرانی' })
})
