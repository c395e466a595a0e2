import { toJalali } from '@parvandeh/contract/persian'
import type { Owner } from './calendar.types.ts'

const tabs = ['hours', 'days', 'leaves'] as const
export type CalendarTab = (typeof tabs)[number]

/** What the address of the calendar holds: whose, which view, which Jalali year. */
export interface CalendarSearch {
  /** `branch:` or `unit:` and an id; left out, the organisation's. */
  of?: string | undefined
  tab?: CalendarTab
  year?: number
}

/** Reads it out of the address; what does not fit is left out. */
export function readCalendarSearch(search: Record<string, unknown>): CalendarSearch {
  const tab = tabs.find((one) => one === search.tab)
  const year = Number(search.year)
  const of = typeof search.of === 'string' && /^(branch|unit):[0-9a-f-]{36}$/.test(search.of) ? search.of : undefined
  return { ...(of ? { of } : {}), ...(tab ? { tab } : {}), ...(year >= 1390 && year <= 1450 ? { year } : {}) }
}

/** The owner that an address names. */
export function ownerOf({ of }: CalendarSearch): Owner {
  const [ownerKind, ownerId] = of?.split(':') ?? []
  return (ownerKind === 'branch' || ownerKind === 'unit') && ownerId ? { ownerKind, ownerId } : { ownerKind: 'organisation', ownerId: null }
}

/** The Jalali year of the view: the one in the address, else the present one. */
export const yearOf = ({ year }: CalendarSearch, today: string): number => year ?? toJalali(today).jy
