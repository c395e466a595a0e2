import { kpiRoutes } from '@parvandeh/contract'
import { addDays, comparedPeriods, type ComparisonBase, type Period } from '@parvandeh/contract/persian'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../api/query.ts'
import { useFormat } from '../../persian/format.ts'
import { daysOf } from '../../ui/date/periods.ts'
import type { FigureDefinition, IndicatorDefinition } from './figure-words.ts'
import { type Bucketing, filtersOf, type KpiSearch } from './kpi-search.ts'
import { useKpiWords } from './messages.ts'

/** What is asked of an indicator over some days. */
export function useIndicator(
  { key }: IndicatorDefinition,
  search: KpiSearch,
  asked: { days: Period; by: Bucketing; value?: string | undefined; intervals?: boolean; enabled?: boolean },
) {
  const { days, by, value, intervals = false, enabled = true } = asked
  const more = { ...(value && { value }), ...(intervals && { intervals: 'true' as const }) }
  return useQuery({
    ...query(kpiRoutes.show, { params: { indicator: key }, query: { ...days, ...filtersOf(search), by, ...more } }),
    // What was shown before stays until the new is there, but never the buckets of another cut under the names of this one.
    placeholderData: (before) => (before?.by === by && before.key === key ? before : undefined),
    staleTime: 30_000,
    enabled,
  })
}

/** The days asked for as far as they can be compared, and those they are compared with. */
export function useComparedDays(search: KpiSearch, base: ComparisonBase): { now: Period; base: Period; isSoFar: boolean } {
  const today = useFormat().today()
  const asked = daysOf(search.period, today)
  const compared = comparedPeriods(asked, base, today)
  return { ...compared, isSoFar: compared.now.to !== asked.to }
}

/** Writes the days of a period from the first to the last. */
export function useDaysSaid(): (days: Period) => string {
  const words = useKpiWords()
  const format = useFormat()
  return ({ from, to: after }) => {
    const last = addDays(after, -1)
    return from === last ? format.day(from) : words.daysTo(format.day(from), format.day(last))
  }
}

/** The figure that says most, which a card leads with. */
export const mainFigure = ({ figures, main }: IndicatorDefinition): FigureDefinition | undefined => figures.find(({ key }) => key === main)
