import { useDirectory } from '../../api/directory.ts'
import { useSession } from '../../api/session.ts'
import { useFormat } from '../../persian/format.ts'
import { usePeriodSaid } from '../../ui/date/PeriodField.tsx'
import type { KpiSearch } from './kpi-search.ts'
import { useCatalogue } from './KpiFilters.tsx'
import { useKpiWords } from './messages.ts'
import { useSegmentName } from './use-segments.ts'

/** What heads the page on paper: whose figures, of which days and filters, and when they were printed. */
export function PrintHead({ search }: { search: KpiSearch }) {
  const words = useKpiWords()
  const format = useFormat()
  const { organisation } = useSession()
  const { unitName, personName } = useDirectory()
  const { topics, products } = useCatalogue()
  const { name, days } = usePeriodSaid(search.period)
  const narrowed = [
    [words.unit, search.unitId && unitName(search.unitId)],
    [words.person, search.personId && personName(search.personId)],
    [words.product, products.find(({ id }) => id === search.productId)?.name],
    [words.topic, topics.find(({ id }) => id === search.topicId)?.name],
    [words.segment, useSegmentName(search.segmentId)],
    [words.channel, search.channel && words.channels[search.channel]],
  ].flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []))
  return (
    <header className="hidden -mt-2 border-b-2 border-accent pb-3 print:block">
      <p className="flex justify-between text-small text-muted">
        <span>{organisation?.name}</span>
        <span>{words.printed(format.day(format.today()))}</span>
      </p>
      <p>{[name, days, `${words.compareWith} ${words.bases[search.base]}`, ...narrowed].filter(Boolean).join(' · ')}</p>
    </header>
  )
}
