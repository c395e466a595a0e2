import { bucketings, channels } from '@parvandeh/contract'
import { type ComparisonBase, comparisonBases } from '@parvandeh/contract/persian'
import { type ListParts, readListParts } from '../../lists/list-search.ts'
import { type Period, readPeriod } from '../../ui/date/periods.ts'

const filterNames = ['unitId', 'personId', 'productId', 'topicId', 'segmentId'] as const
export type KpiFilterName = (typeof filterNames)[number]
type Channel = (typeof channels)[number]

/** What the address of the indicators holds: the period, what it is compared with, and the filters. */
export interface KpiSearch extends Partial<Record<KpiFilterName, string>> {
  period: Period
  base: ComparisonBase
  channel?: Channel | undefined
}

export type Bucketing = (typeof bucketings)[number]

/** A cut as a chart draws it: weeks are days put together, for numbers that add up. */
export type Cut = Bucketing | 'week'

/** What the address of a figure's records holds besides. */
export interface RecordsSearch extends KpiSearch, ListParts {
  by: Bucketing
  bucket: string
}

/** The period where the address has none. */
export const usualPeriod: Period = 'last-90-days'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

export function readKpiSearch(search: Record<string, unknown>): KpiSearch {
  const filters = filterNames
    .map((name) => [name, search[name]] as const)
    .filter(([, value]) => typeof value === 'string' && uuid.test(value))
  const channel = channels.find((one) => one === search.channel)
  return {
    period: readPeriod(search.period, usualPeriod),
    base: comparisonBases.find((one) => one === search.base) ?? 'last-year',
    ...(channel && { channel }),
    ...Object.fromEntries(filters),
  }
}

export function readRecordsSearch(search: Record<string, unknown>): RecordsSearch {
  const by = bucketings.find((one) => one === search.by) ?? 'none'
  return {
    ...readKpiSearch(search),
    by,
    bucket: typeof search.bucket === 'string' || typeof search.bucket === 'number' ? String(search.bucket) : 'all',
    ...readListParts(search),
  }
}

/** The filters alone, as the contract wants them. */
export const filtersOf = ({ unitId, personId, productId, topicId, segmentId, channel }: KpiSearch) => ({
  unitId,
  personId,
  productId,
  topicId,
  segmentId,
  channel,
})

/** The cut in time that says most over a period of so many days. */
export function usualBucketing(offered: readonly Bucketing[], days: number, unit: string): Cut {
  if (days > 45 && days <= 200 && unit === 'requests' && offered.includes('day')) return 'week'
  if (days <= 45 && offered.includes('day')) return 'day'
  return offered.includes('month') ? 'month' : (offered[0] ?? 'none')
}

/** The address of a figure's records, for a link. */
export function recordsHref(indicator: string, search: KpiSearch, by: Bucketing, bucket: string): string {
  const asked = { ...search, by, bucket }
  const pairs = Object.entries(asked).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]))
  return `/kpi/${indicator}/records?${new URLSearchParams(pairs.map(([key, value]) => [key, value])).toString()}`
}
