import { expect, test } from 'vitest'
import { type CustomerFile, fixedFacts } from './fixed-facts.ts'

const person: CustomerFile = {
  customerId: '01900000-0000-7000-8000-000000000001',
  code: '1001',
  displayName: 'لاله فرهمند',
  provisional: false,
  kind: 'person',
  firstName: 'لاله',
  lastName: 'فرهمند',
  nationalCode: null,
  cityId: 4,
  unitId: null,
  ownerId: null,
  accessPoints: [],
  problems: [],
  withheld: [],
  version: 1,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  can: { edit: true, logInteraction: true, registerRequest: true, addDocument: true },
}

test('what is known stands in its group, and what is not is asked for', () => {
  const { groups, missing } = fixedFacts(person)
  expect(groups).toEqual([
    { group: 'identity', fields: ['firstName', 'lastName'] },
    { group: 'place', fields: ['cityId'] },
  ])
  expect(missing).toContain('nationalCode')
  expect(missing).not.toContain('foreignCode')
})

test('what the reader may not see is neither shown nor asked for', () => {
  const { withheld, missing } = fixedFacts({ ...person, withheld: ['nationalCode', 'birthDate'] })
  expect(withheld).toEqual(['nationalCode', 'birthDate'])
  expect(missing).not.toContain('birthDate')
})

test('who has the code of foreign nationals is not asked for a national code', () => {
  expect(fixedFacts({ ...person, foreignCode: 'F-1' }).missing).not.toContain('nationalCode')
})

test('an organisation is asked for what organisations have', () => {
  const { missing } = fixedFacts({ ...person, kind: 'organisation', organisationName: 'پخش دشت سبز' })
  expect(missing).toContain('companyNationalId')
  expect(missing).not.toContain('birthDate')
})
