import { kpiRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { FlaskConical, Printer } from 'lucide-react'
import { query } from '../../api/query.ts'
import { useMay } from '../../api/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { HoursCard } from './HoursCard.tsx'
import { IndicatorCard } from './IndicatorCard.tsx'
import type { KpiSearch } from './kpi-search.ts'
import { KpiFilters } from './KpiFilters.tsx'
import { useKpiWords } from './messages.ts'
import { OfSegment } from './OfSegment.tsx'
import { PrintHead } from './PrintHead.tsx'
import { useRelationWords } from './relations/messages.ts'
import { useSegmentName } from './use-segments.ts'
import { YearCard } from './YearCard.tsx'

/** The six service indicators over one period, each with its trend, what it is compared to and the way into its records. */
export function KpiPage() {
  const words = useKpiWords()
  const relations = useRelationWords()
  const may = useMay()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/kpi' })
  const definitions = useQuery({ ...query(kpiRoutes.list), staleTime: 5 * 60_000 })
  const narrow = (next: KpiSearch) => void navigate({ to: '/kpi', search: next, replace: true })
  const segment = useSegmentName(search.segmentId)
  const indicators = definitions.data?.indicators ?? []
  return (
    <Page
      title={words.title}
      subtitle={<span className="print:hidden">{words.subtitle}</span>}
      actions={
        <>
          {may('kpi.relations') && (
            <Button icon={<FlaskConical size={16} />} onPress={() => void navigate({ to: '/kpi/relations' })}>
              {relations.open}
            </Button>
          )}
          <Button icon={<Printer size={16} />} onPress={() => window.print()}>
            {words.print}
          </Button>
        </>
      }
    >
      <title>{words.title}</title>
      <PrintHead search={search} />
      <div data-print="no">
        <KpiFilters search={search} onChange={narrow} />
      </div>
      {definitions.error && <ErrorState failure={definitions.error} onRetry={() => void definitions.refetch()} />}
      {definitions.isPending && <SkeletonLines lines={8} />}
      <OfSegment segmentId={search.segmentId} name={segment} onClear={() => narrow({ ...search, segmentId: undefined })}>
        <div className="grid min-w-0 gap-gap xl:grid-cols-2 print:grid-cols-2">
          {indicators
            .filter(({ partsOf }) => partsOf === null)
            .map((definition) => (
              <IndicatorCard key={definition.key} definition={definition} search={search} />
            ))}
        </div>
        <HoursCard definitions={indicators} search={search} />
        <YearCard definitions={indicators} search={search} />
      </OfSegment>
    </Page>
  )
}
