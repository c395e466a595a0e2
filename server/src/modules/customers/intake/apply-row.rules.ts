import type { AccessClass } from '@parvandeh/contract'
import { foldJoined } from '@parvandeh/contract/persian'
import { displayNameOf, nameOf } from '../files/display-name.rules.ts'
import type { AccessPoint, CustomerFile, FixedField, FixedFields } from '../files/file.types.ts'
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
  const isSame =
    fresh.length === 0 &&
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
    displayName: displayNameOf({ fields, accessPoints }, file.code),
    mainPhone: mainPhoneOf(accessPoints),
    provisional: !named || (file.provisional && nameOf(file.fields) !== null),
  }
}

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
  const known = new Set(before.accessPoints.map(({ id }) => id))
  return { fields, place, points: after.accessPoints.filter(({ id }) => !known.has(id)).map(({ id, value }) => ({ id, value })) }
}

/** The file with the values it had before, where nobody has changed them since. The same file where nothing is left to put back. */
export function withoutChange(file: CustomerFile, { fields: changed, place: moved, points }: FileChange): CustomerFile {
  const fields = { ...file.fields } as Record<string, unknown>
  let isSame = true
  for (const [field, [before, after]] of Object.entries(changed)) {
    if (fields[field] !== after) continue
    fields[field] = before
    isSame = false
  }
  const place = { unitId: file.unitId, ownerId: file.ownerId }
  for (const part of ['unitId', 'ownerId'] as const) {
    const both = moved[part]
    if (!both || place[part] !== both[1]) continue
    place[part] = both[0]
    isSame = false
  }
  const left = file.accessPoints.filter(
    (point) => !points.some(({ id, value }) => point.id === id && point.value === value && !point.verified),
  )
  if (isSame && left.length === file.accessPoints.length) return file
  const kept = fields as FixedFields
  return {
    ...file,
    ...place,
    fields: kept,
    accessPoints: left,
    displayName: displayNameOf({ fields: kept, accessPoints: left }, file.code),
    mainPhone: mainPhoneOf(left),
    provisional: file.provisional || nameOf(kept) === null,
  }
}
