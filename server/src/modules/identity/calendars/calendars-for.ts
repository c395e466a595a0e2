import type { Context } from '../../../platform/context.ts'
import { organisationOf } from '../organisation/organisation.queries.ts'
import { allRules, calendarVersion, exceptionsIn, unitPlaces } from './calendars.queries.ts'
import type { CalendarOwner } from './calendars.queries.ts'
import type { CalendarLayer, CompiledCalendar } from './clock.types.ts'
import { compileCalendar } from './compile.rules.ts'
import { resolveCalendar } from './layers.rules.ts'

export type CalendarFor = (unitId: string | null) => CompiledCalendar

/** Compiled calendars by version; a version is a unique id, so several organisations may share the process. */
const kept = new Map<string, CalendarFor>()
const mostKept = 20

/**
 * Gives the compiled work calendar of each unit: its own rules and exceptions over its parents', its branch's and
 * the organisation's. Asks the database for the version only, unless something changed.
 */
export async function calendarsFor(context: Context): Promise<CalendarFor> {
  const version = await calendarVersion(context)
  const known = kept.get(version)
  if (known) return known
  const made = await readCalendars(context)
  if (kept.size >= mostKept) kept.clear()
  if (version !== 'none') kept.set(version, made)
  return made
}

async function readCalendars(context: Context): Promise<CalendarFor> {
  const [organisation, rules, exceptions, units] = [
    await organisationOf(context),
    await allRules(context),
    await exceptionsIn(context),
    await unitPlaces(context),
  ]
  const zone = organisation?.zone ?? 'Asia/Tehran'
  const today = context.now.toISOString().slice(0, 10)
  const layerOf = (owner: CalendarOwner): CalendarLayer => {
    const owned = (one: CalendarOwner) => one.ownerKind === owner.ownerKind && one.ownerId === owner.ownerId
    return { zone, rules: rules.filter(owned), exceptions: exceptions.filter(owned) }
  }
  const placeOf = new Map(units.map((unit) => [unit.id, unit]))
  const speaking = new Set([...rules, ...exceptions].map(nameOf))
  const byUnit = new Map<string | null, CompiledCalendar>()
  // Compiling is dear, and most units have nothing of their own to say: those under the same say share a calendar.
  const byOwners = new Map<string, CompiledCalendar>()
  const calendarUnder = (owners: readonly CalendarOwner[]): CompiledCalendar => {
    const key = owners.map(nameOf).join(' ')
    const made = byOwners.get(key) ?? compileCalendar(resolveCalendar(owners.map(layerOf)), `${Number(today.slice(0, 4)) - 2}-01-01`, today)
    byOwners.set(key, made)
    return made
  }
  return (unitId) => {
    const isHeard = (owner: CalendarOwner) => owner.ownerKind === 'organisation' || speaking.has(nameOf(owner))
    const made = byUnit.get(unitId) ?? calendarUnder(ownersAbove(unitId, placeOf).filter(isHeard))
    byUnit.set(unitId, made)
    return made
  }
}

const nameOf = ({ ownerKind, ownerId }: CalendarOwner): string => `${ownerKind}:${ownerId ?? ''}`

/** Whose say a unit's calendar is under, farthest first: the organisation, its branch, then its parents down to itself. */
function ownersAbove(
  unitId: string | null,
  placeOf: ReadonlyMap<string, { parentId: string | null; branchId: string | null }>,
): CalendarOwner[] {
  const units: CalendarOwner[] = []
  let branchId: string | null = null
  let next = unitId
  while (next !== null) {
    const place = placeOf.get(next)
    units.unshift({ ownerKind: 'unit', ownerId: next })
    branchId ??= place?.branchId ?? null
    next = place?.parentId ?? null
  }
  const branch: CalendarOwner[] = branchId === null ? [] : [{ ownerKind: 'branch', ownerId: branchId }]
  return [{ ownerKind: 'organisation', ownerId: null }, ...branch, ...units]
}
