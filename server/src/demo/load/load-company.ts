import type { App } from '../../app.ts'
import { productsByName, topicsByName } from '../../modules/catalogue/index.ts'
import { addBranch, addPerson, addUnit, demoAccounts, setUpOrganisation } from '../../modules/identity/index.ts'
import type { Context } from '../../platform/context.ts'
import { branches, companyName, employees, products, units } from '../generate/company.ts'
import type { BranchKey, Employee, PersonKey, UnitKey } from '../generate/company.ts'
import { topics } from '../generate/topics.data.ts'
import type { TopicKey } from '../generate/topics.data.ts'

/** The ids under which the company's keys are known in the database. */
export interface CompanyIds {
  unit: (key: UnitKey) => string
  person: (key: PersonKey) => string
  topic: (key: TopicKey) => string
  product: (name: string) => string
}

/** Sets the organisation up, with its branches, units, people, topics and products. */
export async function loadCompany(context: Context, auth: App['auth']): Promise<CompanyIds> {
  const head = employees.find(({ unit }) => unit === 'head')!
  const { username, password } = accountOf(head)
  const set = await setUpOrganisation(context, auth, {
    organisationName: companyName,
    personName: head.name,
    username: username ?? '',
    password: password ?? '',
    demo: true,
  })
  const unitIds = await loadUnits(context, set.unitId)
  const personIds = new Map([[head.key, set.personId]])
  for (const one of employees.filter(({ key }) => key !== head.key)) {
    const given = { name: one.name, ...accountOf(one), email: null, unitId: found(unitIds, one.unit), roleIds: [set.roleIds[one.role]] }
    personIds.set(one.key, (await addPerson(context, auth, given)).id)
  }
  const topicIds = await topicsByName(
    context,
    topics.map(({ name }) => name),
  )
  const productIds = await productsByName(
    context,
    products.map(({ name }) => name),
  )
  const topicNames = new Map(topics.map(({ key, name }) => [key, name]))
  return {
    unit: (key) => found(unitIds, key),
    person: (key) => found(personIds, key),
    topic: (key) => found(topicIds, found(topicNames, key)),
    product: (name) => found(productIds, name),
  }
}

function accountOf({ account }: Employee): { username: string | null; password: string | null } {
  const one = demoAccounts.find(({ username }) => username === account)
  return { username: one?.username ?? null, password: one?.password ?? null }
}

async function loadUnits(context: Context, headId: string): Promise<Map<UnitKey, string>> {
  const branchIds = new Map<BranchKey, string>()
  for (const [key, name] of Object.entries(branches) as [BranchKey, string][]) branchIds.set(key, (await addBranch(context, name)).id)
  const ids = new Map<UnitKey, string>()
  for (const { key, name, parent, branch } of units) {
    const made =
      parent === null
        ? { id: headId }
        : await addUnit(context, { name, parentId: found(ids, parent), branchId: branch && found(branchIds, branch) })
    ids.set(key, made.id)
  }
  return ids
}

function found<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key)
  if (value === undefined) throw new Error(`the demo knows no ${String(key)}`)
  return value
}
