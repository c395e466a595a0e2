import { catalogueRoutes, channels } from '@parvandeh/contract'
import { comparisonBases } from '@parvandeh/contract/persian'
import { useQuery } from '@tanstack/react-query'
import { useDirectory } from '../../api/directory.ts'
import { query } from '../../api/query.ts'
import { useMay } from '../../api/session.ts'
import type { Filter } from '../../lists/filter.ts'
import { FilterChips } from '../../lists/FilterChips.tsx'
import { AddressPeriod } from '../../ui/date/AddressPeriod.tsx'
import { Select } from '../../ui/Select.tsx'
import { type KpiFilterName, type KpiSearch, usualPeriod } from './kpi-search.ts'
import { useKpiWords } from './messages.ts'
import { useSegments } from './use-segments.ts'

/** Names of products and topics; they change seldom. */
export function useCatalogue() {
  const may = useMay()
  return (
    useQuery({ ...query(catalogueRoutes.show), staleTime: 5 * 60_000, enabled: may('catalogue.read') }).data ?? { products: [], topics: [] }
  )
}

interface KpiFiltersProps {
  search: KpiSearch
  onChange: (search: KpiSearch) => void
}

/** The period and the filters that hold for every indicator of the page. */
export function KpiFilters({ search, onChange }: KpiFiltersProps) {
  const words = useKpiWords()
  const directory = useDirectory()
  const catalogue = useCatalogue()
  const { segments } = useSegments()
  const named = (key: KpiFilterName | 'channel', label: string, rows: readonly { id: string; name: string }[]): Filter => ({
    key,
    label,
    options: rows.map(({ id, name }) => ({ id, label: name })),
    value: search[key] ?? null,
    onChange: (value) => onChange({ ...search, [key]: value ?? undefined }),
  })
  const filters = [
    named('unitId', words.unit, directory.units),
    named('personId', words.person, directory.people),
    named('productId', words.product, catalogue.products),
    named('topicId', words.topic, catalogue.topics),
    named('segmentId', words.segment, segments),
    named(
      'channel',
      words.channel,
      channels.map((id) => ({ id, name: words.channels[id] })),
    ),
  ]
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2.5 max-sm:*:w-full sm:*:w-auto">
      <AddressPeriod label={words.period} otherwise={usualPeriod} />
      <Select
        label={words.compareWith}
        hideLabel
        className="sm:w-64!"
        options={comparisonBases.map((id) => ({ id, label: `${words.compareWith} ${words.basesShort[id]}` }))}
        value={search.base}
        onChange={(base) => onChange({ ...search, base })}
      />
      <FilterChips filters={filters} onClear={() => onChange({ period: search.period, base: search.base })} />
    </div>
  )
}
