import { useLanguage } from '../../i18n/language.tsx'
import { Card } from '../../ui/Card.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { FigureTable } from './FigureTable.tsx'
import { type IndicatorDefinition, sortFigures } from './figure-words.ts'
import type { KpiSearch } from './kpi-search.ts'
import { useKpiWords } from './messages.ts'
import { SingleFigures } from './SingleFigures.tsx'
import { useComparedDays, useIndicator } from './use-compared.ts'

/** Every figure of an indicator: means beside their medians and 90th percentiles, and what is not measured yet. */
export function FiguresCard({ definition, search }: { definition: IndicatorDefinition; search: KpiSearch }) {
  const words = useKpiWords()
  const language = useLanguage()
  const { now } = useComparedDays(search, search.base)
  const { data } = useIndicator(definition, search, { days: now, by: 'none' })
  const { single, spreads, unmeasured } = sortFigures(definition, language)
  return (
    <Card title={words.figures} className="break-inside-avoid">
      <div className="flex min-w-0 flex-col gap-3">
        {!data && <SkeletonLines lines={5} />}
        {data && <SingleFigures definition={definition} figures={single} whole={data.whole} search={search} />}
        {data && <FigureTable rows={spreads} whole={data.whole} />}
        {unmeasured.length > 0 && (
          <p className="text-small text-faint">
            {words.notMeasuredYet} {unmeasured.map((one) => one[language]).join(language === 'fa' ? '، ' : ', ')}
          </p>
        )}
      </div>
    </Card>
  )
}
