import type { Context } from '../../../platform/context.ts'
import { everyPerson } from './people.queries.ts'
import { allBranches, allUnits } from './units.queries.ts'

/** Names of colleagues, units and branches: what every screen needs to show who and where. */
export async function directory(context: Context) {
  const units = (await allUnits(context)).map(({ people: _count, ...unit }) => unit)
  return { people: await everyPerson(context), units, branches: await allBranches(context) }
}

/** The same as look-up tables, for exports. */
export async function directoryNames(
  context: Context,
): Promise<{ people: Map<string, string>; units: Map<string, string>; branches: Map<string, string> }> {
  const { people, units, branches } = await directory(context)
  const byId = (rows: { id: string; name: string }[]) => new Map(rows.map((row) => [row.id, row.name]))
  return { people: byId(people), units: byId(units), branches: byId(branches) }
}
