import { instantOfLocal } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import {
  allRules,
  deleteException,
  deleteLeave,
  insertExceptions,
  insertLeave,
  renewCalendarVersion,
  replaceRules,
} from './calendars.queries.ts'
import type { CalendarOwner, NewException, OwnedException } from './calendars.queries.ts'
import type { CalendarRule } from './clock.types.ts'
import { officialHolidays } from './holidays.ts'

/** Replaces the rules of one owner; every clock from the earliest changed day on is reckoned again. */
export async function setRules(context: Context, owner: CalendarOwner, rules: readonly CalendarRule[]): Promise<void> {
  requireOwner(owner)
  if (rules.some((rule) => rule.validTo != null && rule.validTo <= rule.validFrom)) refuse('rules', 'validTo')
  const before = (await allRules(context)).filter((rule) => rule.ownerKind === owner.ownerKind && rule.ownerId === owner.ownerId)
  await replaceRules(context, owner, rules)
  await writeAudit(context, {
    action: 'calendar.rules-set',
    subjectType: 'calendar',
    subjectId: owner.ownerId,
    before,
    after: { ...owner, rules },
  })
  const days = [...before, ...rules].map((rule) => rule.validFrom).toSorted()
  await announce(context, days[0] ?? context.now.toISOString().slice(0, 10), null)
}

/** Adds a holiday, closure, half day or working day, also in the past: a decree may come late. */
export async function addException(context: Context, given: Omit<NewException, 'certain'>): Promise<OwnedException> {
  requireOwner(given)
  const [made] = await insertExceptions(context, [{ ...given, certain: true }])
  if (!made) throw new AppError('unexpected')
  await writeAudit(context, { action: 'calendar.exception-added', subjectType: 'calendar', subjectId: made.id, after: given })
  await announce(context, given.day, dayAfter(given.day))
  return made
}

export async function removeException(context: Context, id: string): Promise<void> {
  const removed = await deleteException(context, id)
  if (!removed) throw new AppError('not-found')
  await writeAudit(context, { action: 'calendar.exception-removed', subjectType: 'calendar', subjectId: id, before: removed })
  await announce(context, removed.day, dayAfter(removed.day))
}

/** The official holidays known when the organisation begins; from then on they are its own to edit. */
export async function addOfficialHolidays(context: Context): Promise<void> {
  const all = officialHolidays.map(({ day, name, certain }) => ({
    ownerKind: 'organisation' as const,
    ownerId: null,
    day,
    kind: 'holiday' as const,
    name,
    intervals: null,
    certain,
  }))
  await insertExceptions(context, all)
  await renewCalendarVersion(context)
}

export async function addLeave(context: Context, given: { personId: string; from: string; to: string; note: string }) {
  const leave = { id: newId(context.now), personId: given.personId, from: new Date(given.from), to: new Date(given.to), note: given.note }
  if (leave.to <= leave.from) refuse('to', 'order')
  await insertLeave(context, leave)
  await writeAudit(context, { action: 'leave.added', subjectType: 'person', subjectId: given.personId, after: given })
  await announceLeave(context, leave)
  return leave
}

export async function removeLeave(context: Context, id: string): Promise<void> {
  const removed = await deleteLeave(context, id)
  if (!removed) throw new AppError('not-found')
  await writeAudit(context, { action: 'leave.removed', subjectType: 'person', subjectId: removed.personId, before: removed })
  await announceLeave(context, removed)
}

const announceLeave = (context: Context, { personId, from, to }: { personId: string; from: Date; to: Date }): Promise<void> =>
  context.publish('identity.leave-changed', { personId, from: from.toISOString(), to: to.toISOString() })

async function announce(context: Context, from: string, to: string | null): Promise<void> {
  await renewCalendarVersion(context)
  await context.publish('identity.calendar-changed', { from, to })
}

/** Noon keeps clear of every change of clocks. */
const dayAfter = (day: string): string => new Date(instantOfLocal(day, '12:00:00', 'UTC').getTime() + 86_400_000).toISOString().slice(0, 10)

function requireOwner({ ownerKind, ownerId }: CalendarOwner): void {
  if ((ownerKind === 'organisation') !== (ownerId === null)) refuse('ownerId', 'owner')
}

function refuse(field: string, code: string): never {
  throw new AppError('invalid-input', { problems: [{ field, code, message: field }] })
}
