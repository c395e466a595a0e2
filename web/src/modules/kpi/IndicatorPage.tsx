import { kpiRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { query } from '../../api/query.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Link } from '../../ui/Link.tsx'
import { Page } from '../../ui/Page.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { Basis } from './Basis.tsx'
import { ChangeCard } from './ChangeCard.tsx'
import { CutsCard } from './CutsCard.tsx'
import { DistributionCard } from './DistributionCard.tsx'
import { FiguresCard } from './FiguresCard.tsx'
import type { IndicatorDefinition } from './figure-words.ts'
import { HoursCard } from './HoursCard.tsx'
import { HowCounted } from './HowCounted.tsx'
import { Headline } from './Headline.tsx'
import type { KpiSearch } from './kpi-search.ts'
import { KpiFilters } from './KpiFilters.tsx'
import { useKpiWords } from './messages.ts'
import { OfSegment } from './OfSegment.tsx'
import { PartsCard } from './PartsCard.tsx'
import { PrintHead } from './PrintHead.tsx'
import { mainFigure } from './use-compared.ts'
import { useSegmentName } from './use-segments.ts'
import { YearCard } from './YearCard.tsx'

/** One indicator in all that is known of it: figures, trend, what changed it, how it spreads, where it falls. */
export function IndicatorPage() {
  const words = useKpiWords()
  const language = useLanguage()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/kpi/$indicator' })
  const { indicator } = useParams({ from: '/app/kpi/$indicator' })
  const narrow = (next: KpiSearch) => void navigate({ to: '/kpi/$indicator', params: { indicator }, search: next, replace: true })
  const segment = useSegmentName(search.segmentId)
  const list = useQuery({ ...query(kpiRoutes.list), staleTime: 5 * 60_000 })
  const definition = list.data?.indicators.find(({ key }) => key === indicator)
  const parts = list.data?.indicators.find(({ partsOf }) => partsOf === definition?.key)
  const title = definition?.title[language] ?? words.title
  return (
    <Page
      above={
        <Link to="/kpi" search={search} className="text-small print:hidden">
          {words.back}
        </Link>
      }
      title={title}
      actions={
        <>
          {definition && (
            <Link
              to="/kpi/$indicator/records"
              params={{ indicator }}
              search={{ ...search, by: 'none', bucket: 'all' }}
              className="text-small"
            >
              {words.allRecords}
            </Link>
          )}
          <Button icon={<Printer size={16} />} onPress={() => window.print()}>
            {words.print}
          </Button>
        </>
      }
    >
      <title>{title}</title>
      <PrintHead search={search} />
      <div data-print="no">
        <KpiFilters search={search} onChange={narrow} />
      </div>
      {list.error && <ErrorState failure={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonLines lines={8} />}
      {list.data && !definition && <EmptyState title={words.empty} />}
      {definition && (
        <OfSegment segmentId={search.segmentId} name={segment} onClear={() => narrow({ ...search, segmentId: undefined })}>
          <Everything definition={definition} parts={parts} search={search} />
        </OfSegment>
      )}
    </Page>
  )
}

interface EverythingProps {
  definition: IndicatorDefinition
  parts: IndicatorDefinition | undefined
  search: KpiSearch
}

function Everything({ definition, parts, search }: EverythingProps) {
  const language = useLanguage()
  const figure = mainFigure(definition)
  return (
    <>
      {figure && (
        <Card>
          <div className="flex min-w-0 flex-col gap-3">
            <Headline definition={definition} figure={figure} search={search} />
            <Basis definition={definition} search={search} />
            <HowCounted text={definition.definition[language]} />
          </div>
        </Card>
      )}
      <CutsCard key={definition.key} definition={definition} search={search} />
      <ChangeCard key={`${definition.key} change`} definition={definition} search={search} />
      <div className="grid min-w-0 items-start gap-gap xl:grid-cols-2">
        {parts && <PartsCard whole={definition} parts={parts} search={search} />}
        {definition.bands && <DistributionCard definition={definition} search={search} />}
        <FiguresCard definition={definition} search={search} />
      </div>
      <HoursCard definitions={[definition]} search={search} />
      <YearCard definitions={[definition]} search={search} />
    </>
  )
}
