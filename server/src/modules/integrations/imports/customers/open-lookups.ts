import { foldJoined } from '@parvandeh/contract/persian'
import type { Context } from '../../../../platform/context.ts'
import { ownFieldsOf, placeFinder } from '../../../customers/index.ts'
import type { OwnField } from '../../../customers/index.ts'
import { directoryNames } from '../../../identity/index.ts'

/** Lists that cells are looked up in, by names folded together. */
export interface Lookups {
  place: Awaited<ReturnType<typeof placeFinder>>
  unit: ReadonlyMap<string, readonly string[]>
  owner: ReadonlyMap<string, readonly string[]>
  /** The organisation's own fields, by the names that a mapping has for them. */
  own: ReadonlyMap<string, OwnField>
}

/** Places, units and colleagues as they are now. */
export async function openLookups(context: Context): Promise<Lookups> {
  const { people, units } = await directoryNames(context)
  const own = new Map((await ownFieldsOf(context)).map((field) => [`x.${field.key}`, field]))
  return { own, place: await placeFinder(context), unit: idsByName(units), owner: idsByName(people) }
}

function idsByName(names: ReadonlyMap<string, string>): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [id, name] of names) found.set(foldJoined(name), [...(found.get(foldJoined(name)) ?? []), id])
  return found
}
