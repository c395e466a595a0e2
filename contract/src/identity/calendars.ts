import { z } from 'zod'
import { day, id, instant, line, requiredLine } from '../fields.ts'
import { route } from '../route.ts'

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/u)

/** A spell of work within a day; `to` at or before `from` means that it ends on the next day. */
const interval = z.object({ from: clockTime, to: clockTime })

/** Working spells for each weekday, Saturday first; an empty day is a weekend. */
const week = z.array(z.array(interval).max(6)).length(7)

const rule = z.object({ validFrom: day, validTo: day.nullable(), week })

const exceptionKind = z.enum(['holiday', 'closure', 'half-day', 'working-day'])

/** Whose calendar: the organisation's, a branch's or a unit's; the nearer one wins. */
export const calendarOwner = z.object({
  ownerKind: z.enum(['organisation', 'branch', 'unit']),
  ownerId: id.nullable(),
})

const exception = z.object({
  id,
  day,
  kind: exceptionKind,
  name: z.string(),
  intervals: z.array(interval).nullable(),
  ownerKind: z.enum(['organisation', 'branch', 'unit']),
  ownerId: id.nullable(),
  /** False where the day awaits the official announcement (moon sighting). */
  certain: z.boolean(),
})

export const calendarRoutes = {
  show: route({
    method: 'GET',
    path: '/api/calendars',
    permission: 'identity.directory',
    summary: { fa: 'تقویم‌های کاری', en: 'Work calendars' },
    response: z.object({ calendars: z.array(calendarOwner.extend({ rules: z.array(rule) })) }),
  }),
  setRules: route({
    method: 'PUT',
    path: '/api/calendars',
    permission: 'identity.calendar',
    summary: { fa: 'تعیین ساعت‌ها و روزهای کاری', en: 'Set working hours and days' },
    body: calendarOwner.extend({ rules: z.array(rule).max(50) }),
    response: calendarOwner.extend({ rules: z.array(rule) }),
  }),
  listExceptions: route({
    method: 'GET',
    path: '/api/calendars/exceptions',
    permission: 'identity.directory',
    summary: { fa: 'تعطیلی‌ها و روزهای ویژه', en: 'Holidays and special days' },
    query: z.object({ from: day, to: day }),
    response: z.object({ exceptions: z.array(exception) }),
  }),
  addException: route({
    method: 'POST',
    path: '/api/calendars/exceptions',
    permission: 'identity.calendar',
    summary: { fa: 'افزودن تعطیلی یا روز ویژه', en: 'Add a holiday or special day' },
    body: calendarOwner.extend({ day, kind: exceptionKind, name: requiredLine(), intervals: z.array(interval).max(6).nullable() }),
    response: exception,
  }),
  removeException: route({
    method: 'DELETE',
    path: '/api/calendars/exceptions/:exceptionId',
    permission: 'identity.calendar',
    summary: { fa: 'حذف تعطیلی یا روز ویژه', en: 'Remove a holiday or special day' },
    params: z.object({ exceptionId: id }),
  }),
  listLeaves: route({
    method: 'GET',
    path: '/api/leaves',
    permission: 'identity.calendar',
    summary: { fa: 'مرخصی‌ها', en: 'Leaves' },
    query: z.object({ from: day, to: day }),
    response: z.object({ leaves: z.array(z.object({ id, personId: id, from: instant, to: instant, note: z.string() })) }),
  }),
  addLeave: route({
    method: 'POST',
    path: '/api/leaves',
    permission: 'identity.calendar',
    summary: { fa: 'ثبت مرخصی', en: 'Record a leave' },
    body: z.object({ personId: id, from: instant, to: instant, note: line(200) }),
    response: z.object({ id, personId: id, from: instant, to: instant, note: z.string() }),
  }),
  removeLeave: route({
    method: 'DELETE',
    path: '/api/leaves/:leaveId',
    permission: 'identity.calendar',
    summary: { fa: 'حذف مرخصی', en: 'Remove a leave' },
    params: z.object({ leaveId: id }),
  }),
}
