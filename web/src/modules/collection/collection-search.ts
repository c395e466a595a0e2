import { completenessCuts } from '@parvandeh/contract'
import { type Period, readPeriod } from '../../ui/date/periods.ts'

export const tabs = ['overview', 'programmes', 'costs', 'weights'] as const
export type CollectionTab = (typeof tabs)[number]

/** What the address of the page may hold. */
export interface CollectionSearch {
  tab?: CollectionTab
  by?: (typeof completenessCuts)[number]
  period?: Period
}

/** Reads it out of the address. */
export function readCollectionSearch({ tab, by, period }: Record<string, unknown>): CollectionSearch {
  const known = tabs.find((one) => one === tab)
  const cut = completenessCuts.find((one) => one === by)
  return {
    ...(known && { tab: known }),
    ...(cut && { by: cut }),
    ...(period === undefined ? {} : { period: readPeriod(period, 'this-year') }),
  }
}
