import { contract, permissionKeys } from '@parvandeh/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp } from '../../../testing/open-test-app.ts'
import type { TestApp, TestPerson } from '../../../testing/open-test-app.ts'
import { calendarsFor } from './calendars-for.ts'
import { workingSecondsBetween } from './clock.rules.ts'

let site: TestApp
let administrator: TestPerson
beforeAll(async () => {
  site = await openTestApp()
  await site.call(contract.session.setUp, {
    body: { organisationName: 'شرکت آزمون', personName: 'مدیر آزمونی', username: 'modir', password: 'گذرواژهٔ بلند ۱' },
  })
  administrator = await site.addPerson('راهبر آزمونی', { grants: Object.fromEntries(permissionKeys.map((key) => [key, 'all'])) })
})
afterAll(() => site.close())

const hoursOn = (unitId: string | null, day: string) =>
  site.app.runAsSystem(async (context) => {
    const calendarFor = await calendarsFor(context)
    return workingSecondsBetween(calendarFor(unitId), new Date(`${day}T00:00:00+03:30`), new Date(`${day}T23:59:59+03:30`)) / 3600
  })

test('a new organisation knows its office hours and the official holidays', async () => {
  expect(await hoursOn(null, '2026-11-21')).toBe(8.5)
  expect(await hoursOn(null, '2026-11-20')).toBe(0)
  expect(await hoursOn(null, '2026-03-21')).toBe(0)
  const { body } = await site.call(contract.calendars.listExceptions, {
    as: administrator,
    query: { from: '2026-03-21', to: '2027-03-21' },
  })
  expect(body.exceptions.length).toBeGreaterThan(20)
})

test("a unit's own hours win over its branch's, and the branch's over the organisation's", async () => {
  const branch = (await site.call(contract.units.addBranch, { as: administrator, body: { name: 'شعبهٔ جنوب' } })).body.id
  const unit = (await site.call(contract.units.add, { as: administrator, body: { name: 'پاسخ‌گویی', parentId: null, branchId: branch } }))
    .body.id
  const allDay = (from: string, to: string) => Array.from({ length: 7 }, () => [{ from, to }])
  const set = (owner: { ownerKind: 'branch' | 'unit'; ownerId: string }, week: { from: string; to: string }[][]) =>
    site.call(contract.calendars.setRules, {
      as: administrator,
      body: { ...owner, rules: [{ validFrom: '2020-01-01', validTo: null, week }] },
    })
  await set({ ownerKind: 'branch', ownerId: branch }, allDay('06:00', '12:00'))
  expect(await hoursOn(unit, '2026-11-21')).toBe(6)
  await set({ ownerKind: 'unit', ownerId: unit }, allDay('00:00', '24:00'))
  expect(Math.round(await hoursOn(unit, '2026-11-21'))).toBe(24)
  expect(await hoursOn(null, '2026-11-21')).toBe(8.5)
})

test('a decree closes a day, also one that has passed, until it is taken back', async () => {
  const closed = await site.call(contract.calendars.addException, {
    as: administrator,
    body: { ownerKind: 'organisation', ownerId: null, day: '2026-11-18', kind: 'closure', name: 'آلودگی هوا', intervals: null },
  })
  expect(await hoursOn(null, '2026-11-18')).toBe(0)
  await site.call(contract.calendars.removeException, { as: administrator, params: { exceptionId: closed.body.id } })
  expect(await hoursOn(null, '2026-11-18')).toBe(8.5)
})

test('hours that cannot be, and a leave that ends before it begins, are refused by field', async () => {
  const bad = await site.call(contract.calendars.setRules, {
    as: administrator,
    body: {
      ownerKind: 'organisation',
      ownerId: null,
      rules: [{ validFrom: '2026-01-02', validTo: '2026-01-01', week: [[], [], [], [], [], [], []] }],
    },
  })
  expect(bad).toMatchObject({ status: 422, body: { problems: [{ field: 'rules' }] } })
  const leave = await site.call(contract.calendars.addLeave, {
    as: administrator,
    body: { personId: administrator.id, from: '2026-11-21T10:00:00Z', to: '2026-11-21T09:00:00Z', note: '' },
  })
  expect(leave).toMatchObject({ status: 422, body: { problems: [{ field: 'to' }] } })
})
