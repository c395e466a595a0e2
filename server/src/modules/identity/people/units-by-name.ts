import { foldJoined } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { addUnit } from './units.ts'
import { allUnits } from './units.queries.ts'

/**
 * Finds units by name, wherever they stand, and adds under `parentId` those that are not there: names that fold alike
 * are one unit. The map is keyed by the names as given.
 */
export async function unitsByName(context: Context, names: readonly string[], parentId: string | null): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  if (names.length === 0) return found
  const byKey = new Map((await allUnits(context)).map((unit) => [keyOf(unit.name), unit.id]))
  for (const name of new Set(names)) {
    const id = byKey.get(keyOf(name)) ?? (await addUnit(context, { name, parentId, branchId: null })).id
    byKey.set(keyOf(name), id)
    found.set(name, id)
  }
  return found
}

/** A name of signs alone folds to nothing, and is itself. */
const keyOf = (name: string): string => foldJoined(name) || name
