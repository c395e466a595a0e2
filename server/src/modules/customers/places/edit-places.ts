import type { BodyOf, ParamsOf, PlaceLevel, contract } from '@parvandeh/contract'
import { foldSpaced } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../../identity/index.ts'
import { refuseField } from '../refuse-field.ts'
import { readName } from '../tags/read-name.rules.ts'
import { insertPlace, lockPlaces, moveFrom, readPlace, readSiblings, updatePlace } from './edit-places.queries.ts'
import type { Place } from './edit-places.queries.ts'

const above: Record<PlaceLevel, PlaceLevel | null> = { province: null, county: 'province', city: 'county' }

/** Adds a place; its name is new among its neighbours, however it is spelled. */
export async function addPlace(context: Context, { level, name, parentId }: BodyOf<typeof contract.places.add>): Promise<Place> {
  await lockPlaces(context)
  const parentLevel = above[level]
  if (parentLevel !== null && (parentId === null || !(await readPlace(context, parentLevel, parentId))))
    throw refuseField(context, 'parentId', 'unknown')
  const within = parentLevel === null ? null : parentId
  const place = await insertPlace(context, { level, name: await requireNewName(context, level, within, name), parentId: within })
  await writeAudit(context, { action: 'place.added', subjectType: 'place', after: place })
  return place
}

/** Renames a place, or closes it: it keeps its name where it is used, and is offered no more. */
export async function changePlace(
  context: Context,
  { level, placeId }: ParamsOf<typeof contract.places.change>,
  { name, closed }: BodyOf<typeof contract.places.change>,
): Promise<Place> {
  await lockPlaces(context)
  const before = await readPlace(context, level, placeId)
  if (!before) throw new AppError('not-found')
  const after = { ...before, name: await requireNewName(context, level, before.parentId, name, placeId), closed }
  await updatePlace(context, after)
  await writeAudit(context, { action: 'place.changed', subjectType: 'place', before, after })
  return after
}

/** Makes one of two places of a level in one province: what named the one names the other, and the one is closed. */
export async function mergePlace(
  context: Context,
  { level, placeId }: ParamsOf<typeof contract.places.merge>,
  { intoId }: BodyOf<typeof contract.places.merge>,
): Promise<Place> {
  await lockPlaces(context)
  const [place, into] = [await readPlace(context, level, placeId), await readPlace(context, level, intoId)]
  if (!place) throw new AppError('not-found')
  if (!into) throw refuseField(context, 'intoId', 'unknown')
  const [from, to] = [await provinceOf(context, place), await provinceOf(context, into)]
  if (level === 'province' || placeId === intoId || into.closed || from !== to) throw new AppError('place-merge-refused')
  const files = await moveFrom(context, level, placeId, intoId)
  await updatePlace(context, { ...place, closed: true })
  await writeAudit(context, { action: 'place.merged', subjectType: 'place', before: place, after: { into, files } })
  return into
}

async function provinceOf(context: Context, { level, parentId }: Place): Promise<number | null> {
  if (level !== 'city' || parentId === null) return parentId
  return (await readPlace(context, 'county', parentId))?.parentId ?? null
}

async function requireNewName(context: Context, level: PlaceLevel, parentId: number | null, typed: string, own?: number): Promise<string> {
  const named = readName(typed)
  if (!named) throw refuseField(context, 'name', 'unreadable')
  const siblings = await readSiblings(context, level, parentId)
  if (siblings.some(({ id, name }) => id !== own && foldSpaced(name) === named.key)) throw new AppError('already-exists')
  return named.name
}
