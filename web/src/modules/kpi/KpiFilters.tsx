import { catalogueRoutes, channels } from '@parvandeh/contract'
import { comparisonBases } from '@parvandeh/contract/persian'
import { useQuery } from '@tanstack/react-query'
import { FilterX } from 'lucide-react'
import { useDirectory } from '../../api/directory.ts'
import { query } from '../../api/query.ts'
import { useMay } from '../../api/session.ts'
import { Button } from '../../ui/Button.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { AddressPeriod } from '../../ui/date/AddressPeriod.tsx'
import { Select } from '../../ui/Select.tsx'
import { filtersOf, type KpiFilterName, type KpiSearch, usualPeriod } from './kpi-search.ts'
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
  const choices: { name: KpiFilterName; label: string; rows: readonly { id: string; name: string }[] }[] = [
    { name: 'unitId', label: words.unit, rows: directory.units },
    { name: 'personId', label: words.person, rows: directory.people },
    { name: 'productId', label: words.product, rows: catalogue.products },
    { name: 'topicId', label: words.topic, rows: catalogue.topics },
    { name: 'segmentId', label: words.segment, rows: segments },
  ]
  const isNarrowed = Object.values(filtersOf(search)).some((value) => value !== undefined)
  return (
    <div className="flex min-w-0 flex-wrap items-end gap-2.5 *:min-w-0 max-sm:grid max-sm:grid-cols-2 max-sm:*:w-full max-sm:*:first:col-span-2 sm:*:w-auto">
      <AddressPeriod label={words.period} otherwise={usualPeriod} />
      <Select
        label={words.compareWith}
        hideLabel
        className="sm:w-64!"
        options={comparisonBases.map((id) => ({ id, label: `${words.compareWith} ${words.basesShort[id]}` }))}
        value={search.base}
        onChange={(base) => onChange({ ...search, base })}
      />
      {choices
        .filter(({ rows }) => rows.length > 0)
        .map(({ name, label, rows }) => (
          <ComboBox
            key={name}
            label={label}
            hideLabel
            placeholder={label}
            className="sm:w-40!"
            options={rows.map(({ id, name: text }) => ({ id, label: text }))}
            value={search[name] ?? null}
            onChange={(value) => onChange({ ...search, [name]: value ?? undefined })}
          />
        ))}
      <ComboBox
        label={words.channel}
        hideLabel
        placeholder={words.channel}
        className="sm:w-36!"
        options={channels.map((id) => ({ id, label: words.channels[id] }))}
        value={search.channel ?? null}
        onChange={(channel) => onChange({ ...search, channel: channel ?? undefined })}
      />
      {isNarrowed && (
        <Button variant="quiet" icon={<FilterX size={16} />} onPress={() => onChange({ period: search.period, base: search.base })}>
          {words.clear}
        </Button>
      )}
    </div>
  )
}
