import { contract } from '@parvandeh/contract'
import type { CallOf } from '@parvandeh/contract'
import { expect } from 'vitest'
import type { TestApp, TestPerson } from './open-test-app.ts'

type CreateBody = NonNullable<CallOf<typeof contract.customers.create>['body']>
type Point = CreateBody['accessPoints'][number]

/** A person's file with nothing in it but what is given. */
export const personFile = (given: Partial<CreateBody> = {}): CreateBody => ({ ...emptyFile, kind: 'person', ...given })

/** An organisation's file with nothing in it but what is given. */
export const organisationFile = (organisationName: string, given: Partial<CreateBody> = {}): CreateBody => ({
  ...emptyFile,
  kind: 'organisation',
  organisationName,
  ...given,
})

/** A way to reach the customer. */
export const accessPoint = (kind: Point['kind'], value: string, given: Partial<Point> = {}): Point => ({
  kind,
  value,
  label: null,
  preferredHours: null,
  primary: false,
  verified: false,
  consents: {},
  postalCode: null,
  cityId: null,
  ...given,
})

/** Opens a file by the front door and gives it back. */
export async function newCustomer(site: TestApp, as: TestPerson, body: CreateBody) {
  const made = await site.call(contract.customers.create, { as, body })
  expect(made, made.text).toMatchObject({ status: 200 })
  return made.body
}

const emptyFile = {
  firstName: null,
  lastName: null,
  fatherName: null,
  organisationName: null,
  nationalCode: null,
  foreignCode: null,
  companyNationalId: null,
  registrationNumber: null,
  economicCode: null,
  provinceId: null,
  countyId: null,
  cityId: null,
  district: null,
  birthDate: null,
  gender: null,
  features: null,
  photoId: null,
  unitId: null,
  ownerId: null,
  accessPoints: [],
  acceptedProblems: {},
}
