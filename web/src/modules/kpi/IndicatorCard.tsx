import { daysBetween } from '@parvandeh/contract/persian'
import { useLanguage } from '../../i18n/language.tsx'
import { Card } from '../../ui/Card.tsx'
import { Link } from '../../ui/Link.tsx'
import { Basis } from './Basis.tsx'
import { type IndicatorDefinition, sortFigures } from './figure-words.ts'
import { Headline } from './Headline.tsx'
import { HowCounted } from './HowCounted.tsx'
import { type KpiSearch, usualBucketing } from './kpi-search.ts'
import { useKpiWords } from './messages.ts'
import { TrendChart } from './TrendChart.tsx'
import { mainFigure, useComparedDays } from './use-compared.ts'

interface IndicatorCardProps {
  definition: IndicatorDefinition
  search: KpiSearch
}

/** One indicator among the six: its main figure with what it is compared to, its trend, and what is missing. */
export function IndicatorCard({ definition, search }: IndicatorCardProps) {
  const words = useKpiWords()
  const language = useLanguage()
  const { now } = useComparedDays(search, search.base)
  const figure = mainFigure(definition)
  const { unmeasured } = sortFigures(definition, language)
  if (!figure) return null
  return (
    <Card
      className="break-inside-avoid"
      title={
        <Link to="/kpi/$indicator" params={{ indicator: definition.key }} search={search} className="text-text!">
          {definition.title[language]}
        </Link>
      }
      actions={
        <Link to="/kpi/$indicator" params={{ indicator: definition.key }} search={search} className="pe-1 text-small print:hidden">
          {words.open}
        </Link>
      }
    >
      <div className="flex min-w-0 flex-col gap-3">
        <Headline definition={definition} figure={figure} search={search} />
        <TrendChart
          definition={definition}
          figure={figure}
          by={usualBucketing(definition.bucketings, daysBetween(now.from, now.to), definition.unit)}
          search={search}
        />
        <Basis definition={definition} search={search} />
        {unmeasured.length > 0 && (
          <p className="text-small text-faint">
            {words.notMeasuredYet} {unmeasured.map((one) => one[language]).join(language === 'fa' ? '، ' : ', ')}
          </p>
        )}
        <HowCounted text={definition.definition[language]} />
      </div>
    </Card>
  )
}
