import type { AccessClass } from '@parvandeh/contract'
import { foldJoined } from '@parvandeh/contract/persian'
import { displayNameOf, nameOf } from '../files/display-name.rules.ts'
import type { AccessPoint, CustomerFile, FixedField, FixedFields } from '../files/file.types.ts'
import { nothingKnown } from '../files/nothing-known.rules.ts'
import { accessPointClass } from '../files/search-rows.rules.ts'
import { classOfField, mainPhoneOf, tidyFields } from '../files/tidy.rules.ts'
import type { FileChange, IntakeRow, IntakeRules } from './intake.types.ts'

/** As many as a form takes. */
export const mostPoints = 50
const places = ['provinceId', 'countyId', 'cityId'] as const

type NewPoint = (point: Omit<AccessPoint, 'id'>) => AccessPoint

/**
 * The file with what the row says of it: in its empty fields, or over what is there. Ways to reach are added, never
 * taken away. Fields whose class the importer may not read stay as they are. The same file where the row says nothing new.
 */
export function applyRow(
  file: CustomerFile,
  row: IntakeRow,
  { onMatch }: Pick<IntakeRules, 'onMatch'>,
  { classes, newPoint }: { classes: ReadonlySet<AccessClass>; newPoint: NewPoint },
): CustomerFile {
  const said = Object.entries(row.facts) as [FixedField, unknown][]
  const open = said.filter(
    ([field, value]) => field !== 'kind' && value !== null && value !== undefined && classes.has(classOfField(field)),
  )
  // A place is one thing: a city is not put under another province.
  const hasPlace = places.some((field) => file.fields[field] !== null)
  const isFree = (field: FixedField) => file.fields[field] === null && !((places as readonly string[]).includes(field) && hasPlace)
  const taken = open.filter(([field]) => onMatch === 'overwrite' || isFree(field))
  const fields = tidyFields({ ...file.fields, ...Object.fromEntries(taken) } as FixedFields)
  const fresh = classes.has(accessPointClass) ? row.points.filter((point) => !file.accessPoints.some((one) => isSamePoint(one, point))) : []
  const accessPoints = fresh.length === 0 ? file.accessPoints : [...file.accessPoints, ...fresh.map(newPoint)]
  const place =
    onMatch === 'overwrite'
      ? { unitId: row.unitId ?? file.unitId, ownerId: row.ownerId ?? file.ownerId }
      : { unitId: file.unitId, ownerId: file.ownerId ?? row.ownerId ?? null }
  const own = Object.entries(row.custom ?? {}).filter(
    ([key, value]) => (onMatch === 'overwrite' || file.custom[key] === undefined) && !isEqual(file.custom[key], value),
  )
  const isSame =
    fresh.length === 0 &&
    own.length === 0 &&
    place.unitId === file.unitId &&
    place.ownerId === file.ownerId &&
    taken.every(([field]) => fields[field] === file.fields[field])
  if (isSame) return file
  const named = nameOf(fields) !== null
  return {
    ...file,
    fields,
    accessPoints,
    ...place,
    custom: own.length === 0 ? file.custom : { ...file.custom, ...Object.fromEntries(own) },
    displayName: displayNameOf({ fields, accessPoints }, file.code),
    mainPhone: mainPhoneOf(accessPoints),
    provisional: !named || (file.provisional && nameOf(file.fields) !== null),
  }
}

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Whether two ways to reach are one, however they are written. */
function isSamePoint(a: Omit<AccessPoint, 'id'>, b: Omit<AccessPoint, 'id'>): boolean {
  if (a.digits !== null || b.digits !== null) return a.digits === b.digits && (a.kind === 'fax') === (b.kind === 'fax')
  return a.kind === b.kind && foldJoined(a.value) === foldJoined(b.value)
}

/** What is different, for taking it back. */
export function changeBetween(before: CustomerFile, after: CustomerFile): FileChange {
  const fields: FileChange['fields'] = {}
  for (const field of Object.keys(after.fields) as FixedField[]) {
    if (before.fields[field] !== after.fields[field]) fields[field] = [before.fields[field], after.fields[field]]
  }
  const place: FileChange['place'] = {}
  for (const part of ['unitId', 'ownerId'] as const) if (before[part] !== after[part]) place[part] = [before[part], after[part]]
  const custom: FileChange['custom'] = {}
  for (const [key, value] of Object.entries(after.custom)) {
    if (!isEqual(before.custom[key], value)) custom[key] = [before.custom[key] ?? null, value]
  }
  const known = new Set(before.accessPoints.map(({ id }) => id))
  return { custom, fields, place, points: after.accessPoints.filter(({ id }) => !known.has(id)).map(({ id, value }) => ({ id, value })) }
}

/** The file with the values it had before, where nobody has changed them since. The same file where nothing is left to put back. */
export function withoutChange(file: CustomerFile, change: FileChange): CustomerFile {
  const fields = putBack(file.fields, change.fields) as FixedFields
  const place = putBack({ unitId: file.unitId, ownerId: file.ownerId }, change.place) as Pick<CustomerFile, 'unitId' | 'ownerId'>
  const custom = putBack(file.custom, change.custom) as CustomerFile['custom']
  const added = ({ id, value, verified }: AccessPoint) => !verified && change.points.some((one) => one.id === id && one.value === value)
  const accessPoints = file.accessPoints.filter((point) => !added(point))
  const isSame =
    isEqual(fields, file.fields) &&
    isEqual(place, { unitId: file.unitId, ownerId: file.ownerId }) &&
    isEqual(custom, file.custom) &&
    accessPoints.length === file.accessPoints.length
  if (isSame) return file
  return {
    ...file,
    ...place,
    fields,
    custom,
    accessPoints,
    displayName: displayNameOf({ fields, accessPoints }, file.code),
    mainPhone: mainPhoneOf(accessPoints),
    provisional: file.provisional || nameOf(fields) === null,
  }
}

/** Values with those that are still as the change left them as they were before it; what was nothing is absent or null again. */
function putBack(values: object, changes: Partial<Record<string, readonly [before: unknown, after: unknown]>>): Record<string, unknown> {
  const kept: Record<string, unknown> = { ...values }
  for (const [key, both] of Object.entries(changes)) {
    if (!both || !isEqual(kept[key], both[1])) continue
    if (both[0] === null && !(key in nullable)) delete kept[key]
    else kept[key] = both[0]
  }
  return kept
}

/** Own values that are empty are absent; of the fixed ones null stands. */
const nullable: Readonly<Record<string, unknown>> = { ...nothingKnown, unitId: null, ownerId: null }
