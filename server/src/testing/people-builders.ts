import { contract, permissionKeys } from '@parvandeh/contract'
import type { TagGroup } from '@parvandeh/contract'
import { expect } from 'vitest'
import type { TestApp, TestPerson } from './open-test-app.ts'

/** A tag of the vocabulary, by the front door. */
export async function newTag(site: TestApp, as: TestPerson, name: string, group: TagGroup = 'general') {
  const made = await site.call(contract.tags.add, { as, body: { name, group } })
  expect(made, made.text).toMatchObject({ status: 200 })
  return made.body
}

/** The kind of relation that the product brought under this key. */
export async function kindOf(site: TestApp, as: TestPerson, key: string) {
  const { kinds } = (await site.call(contract.relationKinds.list, { as })).body
  const found = kinds.find((kind) => kind.key === key)
  if (!found) throw new Error(`there is no kind of relation ${key}`)
  return found
}

const unsaid = { role: null, startedOn: null, endedOn: null, note: null }

/** Relates two files: `side` is the place of the first. */
export async function newRelation(
  site: TestApp,
  as: TestPerson,
  customerId: string,
  otherId: string,
  key: string,
  side: 'a' | 'b' = 'a',
  given: Partial<typeof unsaid | { role: string; startedOn: string; endedOn: string }> = {},
) {
  const { id: kindId } = await kindOf(site, as, key)
  const made = await site.call(contract.relations.add, { as, params: { customerId }, body: { ...unsaid, ...given, otherId, kindId, side } })
  expect(made, made.text).toMatchObject({ status: 200 })
  return made.body.relations.find(({ other }) => other.customerId === otherId)!
}

/** A Sheba whose check digits fit, for the account. */
export const sheba = 'IR200170000000000123456789'

/** A unit, and somebody of it who may do everything, erasing and copying among it. */
export async function addOfficer(site: TestApp): Promise<{ officer: TestPerson; unit: string }> {
  const unit = await site.addUnit('پشتیبانی')
  const grants = Object.fromEntries(permissionKeys.map((key) => [key, 'all']))
  return { officer: await site.addPerson('نگار امانت‌دار', { unitId: unit, grants }), unit }
}
