import { kpiRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { query } from '../../api/query.ts'
import { Page } from '../../ui/Page.tsx'
import { ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { IndicatorCard } from './IndicatorCard.tsx'
import type { KpiSearch } from './kpi-search.ts'
import { KpiFilters } from './KpiFilters.tsx'
import { useKpiWords } from './messages.ts'

/** The six service indicators over one period, each with its definition, its figures and the way into its records. */
export function KpiPage() {
  const words = useKpiWords()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/kpi' })
  const definitions = useQuery({ ...query(kpiRoutes.list), staleTime: 5 * 60_000 })
  const narrow = (next: KpiSearch) => void navigate({ to: '/kpi', search: next, replace: true })
  return (
    <Page title={words.title} subtitle={words.subtitle}>
      <title>{words.title}</title>
      <KpiFilters search={search} onChange={narrow} />
      {definitions.error && <ErrorState failure={definitions.error} onRetry={() => void definitions.refetch()} />}
      {definitions.isPending && <SkeletonLines lines={8} />}
      <div className="grid min-w-0 items-start gap-gap xl:grid-cols-2">
        {definitions.data?.indicators
          .filter(({ partsOf }) => partsOf === null)
          .map((definition) => (
            <IndicatorCard key={definition.key} definition={definition} search={search} />
          ))}
      </div>
    </Page>
  )
}
