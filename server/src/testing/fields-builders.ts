import { contract } from '@parvandeh/contract'
import type { CallOf, CustomField } from '@parvandeh/contract'
import { expect } from 'vitest'
import type { TestApp, TestPerson } from './open-test-app.ts'

type AddBody = NonNullable<CallOf<typeof contract.customFields.add>['body']>
const groups = new WeakMap<TestApp, string>()

/** The definition of a field with nothing special in it but what is given; in one group for each site. */
export async function fieldBody(site: TestApp, as: TestPerson, given: Partial<AddBody>): Promise<AddBody> {
  const groupId =
    groups.get(site) ?? (await site.call(contract.customFields.addGroup, { as, body: { label: { fa: 'دیگر', en: null } } })).body.id
  groups.set(site, groupId)
  return {
    type: 'text',
    label: { fa: 'ویژگی', en: null },
    help: { fa: null, en: null },
    groupId,
    kinds: ['person', 'organisation'],
    accessClass: 'internal',
    required: false,
    unique: false,
    searchable: false,
    filtered: false,
    choices: [],
    rules: { least: null, most: null, pattern: null },
    visibleWhen: null,
    ...given,
  }
}

/** Adds a field by the front door and gives it back. */
export async function newField(site: TestApp, as: TestPerson, given: Partial<AddBody>): Promise<CustomField> {
  const made = await site.call(contract.customFields.add, { as, body: await fieldBody(site, as, given) })
  expect(made, made.text).toMatchObject({ status: 200 })
  return made.body
}
