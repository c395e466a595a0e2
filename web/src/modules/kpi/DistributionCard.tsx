import { Card } from '../../ui/Card.tsx'
import { countKey, type FigureDefinition, type IndicatorDefinition } from './figure-words.ts'
import type { KpiSearch } from './kpi-search.ts'
import { useKpiWords } from './messages.ts'
import { TrendChart } from './TrendChart.tsx'

/** How the values spread: how many records fall into each band, beside the same of the base. */
export function DistributionCard({ definition, search }: { definition: IndicatorDefinition; search: KpiSearch }) {
  const words = useKpiWords()
  // How many records there are is a figure that every bucket has.
  const counted: FigureDefinition = {
    key: countKey,
    fa: words.recordsCount,
    en: words.recordsCount,
    unit: 'requests',
    value: definition.bands?.value ?? null,
    measure: 'sum',
    per: 'record',
  }
  return (
    <Card title={words.distribution} className="break-inside-avoid">
      <TrendChart definition={definition} figure={counted} by="band" search={search} />
    </Card>
  )
}
