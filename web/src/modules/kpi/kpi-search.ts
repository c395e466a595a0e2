import { bucketings } from '@parvandeh/contract'
import { type Period, readPeriod } from '../../ui/date/periods.ts'

const filterNames = ['unitId', 'personId', 'productId', 'topicId'] as const
export type KpiFilterName = (typeof filterNames)[number]

/** What the address of the indicators holds: the period and the filters. */
export interface KpiSearch extends Partial<Record<KpiFilterName, string>> {
  period: Period
}

export type Bucketing = (typeof bucketings)[number]

/** What the address of a figure's records holds besides. */
export interface RecordsSearch extends KpiSearch {
  by: Bucketing
  bucket: string
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

export function readKpiSearch(search: Record<string, unknown>): KpiSearch {
  const filters = filterNames
    .map((name) => [name, search[name]] as const)
    .filter(([, value]) => typeof value === 'string' && uuid.test(value))
  return { period: readPeriod(search.period, 'last-90-days'), ...Object.fromEntries(filters) }
}

export function readRecordsSearch(search: Record<string, unknown>): RecordsSearch {
  const by = bucketings.find((one) => one === search.by) ?? 'none'
  return {
    ...readKpiSearch(search),
    by,
    bucket: typeof search.bucket === 'string' || typeof search.bucket === 'number' ? String(search.bucket) : 'all',
  }
}

/** The filters alone, as the contract wants them. */
export const filtersOf = ({ unitId, personId, productId, topicId }: KpiSearch) => ({ unitId, personId, productId, topicId })

/** The cut that says most about an indicator over a period of so many days. */
export function usualBucketing(indicator: string, offered: readonly Bucketing[], days: number): Bucketing {
  if (indicator === 'closed-per-person') return 'person'
  if (days <= 45 && offered.includes('day')) return 'day'
  return offered.includes('month') ? 'month' : (offered[0] ?? 'none')
}

/** The address of a figure's records, for a link. */
export function recordsHref(indicator: string, search: KpiSearch, by: Bucketing, bucket: string): string {
  const asked = { ...search, by, bucket }
  const pairs = Object.entries(asked).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]))
  return `/kpi/${indicator}?${new URLSearchParams(pairs.map(([key, value]) => [key, value])).toString()}`
}
