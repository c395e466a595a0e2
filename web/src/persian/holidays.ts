import { calendarRoutes, type ResponseOf } from '@parvandeh/contract'
import { addDays, type Day, weekdayOf } from '@parvandeh/contract/persian'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { query } from '../api/query.ts'
import { useMay } from '../api/session.ts'

type Exception = ResponseOf<typeof calendarRoutes.listExceptions>['exceptions'][number]
type Rule = ResponseOf<typeof calendarRoutes.show>['calendars'][number]['rules'][number]

/** What the organisation's calendar says of a day that is not like others. */
export interface SpecialDay {
  /** Why: «نوروز»؛ empty for a day off of every week. */
  name: string
  isOff: boolean
  /** False where the day awaits the official announcement. */
  certain: boolean
}

interface OrganisationCalendar {
  special: (day: Day) => SpecialDay | undefined
}

/** Holidays and days off from a day up to but not including another; nothing is special for those who may not read the calendar. */
export function useHolidays(from: Day, to: Day): OrganisationCalendar {
  const may = useMay()('identity.directory')
  const rules = useQuery({ ...query(calendarRoutes.show), staleTime: 5 * 60_000, enabled: may }).data
  const exceptions = useQuery({
    ...query(calendarRoutes.listExceptions, { query: { from, to } }),
    staleTime: 5 * 60_000,
    placeholderData: (before) => before,
    enabled: may,
  }).data
  return useMemo(() => {
    const organisation = rules?.calendars.find(({ ownerKind }) => ownerKind === 'organisation')
    return calendarOf(organisation?.rules ?? [], exceptions?.exceptions ?? [])
  }, [rules, exceptions])
}

/** Joins the week in force on a day with what is said of that day; of several sayings a holiday outweighs the rest. */
export function calendarOf(rules: readonly Rule[], exceptions: readonly Exception[]): OrganisationCalendar {
  const ofAll = exceptions.filter(({ ownerKind }) => ownerKind === 'organisation')
  const said = Map.groupBy(ofAll, ({ day }) => day)
  const special = (day: Day): SpecialDay | undefined => {
    const here = said.get(day) ?? []
    if (here.length > 0) {
      const isWorked = here.some(({ kind }) => kind === 'working-day')
      return {
        name: here.map(({ name }) => name).join('، '),
        isOff: !isWorked && here.some(({ kind }) => kind === 'holiday' || kind === 'closure'),
        certain: here.every(({ certain }) => certain),
      }
    }
    const rule = rules.findLast(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo))
    return rule?.week[weekdayOf(day)]?.length === 0 ? { name: '', isOff: true, certain: true } : undefined
  }
  return { special }
}

/** The days a calendar shows around a month: its own with a week on either side. */
export const aroundMonth = (first: Day): { from: Day; to: Day } => ({ from: addDays(first, -7), to: addDays(first, 45) })
